import { codes, labelOf, TASK_STATES } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { Scope } from '../review/listReviews.ts'
import type { TaskList, TasksWanted } from '../review/tasks/listTasks.ts'
import { formatters } from './format.ts'
import { presentPager } from './pager.ts'
import { presentTaskRow } from './taskRow.ts'

const SCOPES: Scope[] = ['mine', 'unit', 'all']

/** The list of tasks with its filters: whose, of which unit, at which step, overdue. */
export function presentTaskList(list: TaskList, wanted: TasksWanted) {
  const query = queryOf(wanted)
  return {
    page: { title: t('tasks.list.title') },
    sub: t('tasks.list.sub', { n: formatters.number(list.total) }),
    ...{ scope: wanted.scope, heading: t(`tasks.list.${wanted.scope}`) },
    scopes: SCOPES.filter(scope => scope !== 'unit' || wanted.actor.unit).map(scope => ({
      href: `/tasks?scope=${scope}`,
      label: t(`tasks.list.${scope}`),
      count: list.counts.scopes[scope],
      current: scope === wanted.scope,
    })),
    facets: facetsOf(list, wanted),
    chips: chipsOf(query, list),
    clearHref: `/tasks?scope=${wanted.scope}`,
    // All of them are tasks here: the tag that tells them from reviews says nothing.
    rows: list.rows.map(row => ({
      ...presentTaskRow(row, { ...wanted, calendar: list.calendar }),
      tags: [],
    })),
    empty: emptyOf(wanted, query),
    pager: presentPager({ ...list, page: wanted.page, path: '/tasks', query }),
  }
}

function emptyOf({ scope }: TasksWanted, query: URLSearchParams) {
  if (scope !== 'mine' || query.size > 1) return { title: t('tasks.list.empty') }
  const href = '/tasks?scope=all'
  return { title: t('tasks.list.emptyMine'), href, linkLabel: t('reviews.list.seeAll') }
}

function facetsOf({ counts }: TaskList, { states, units, overdue }: TasksWanted) {
  const chosen = new Set(units.map(String))
  const ofUnits = counts.units.map(({ id, name, n }) => ({
    ...{ value: id, label: name, count: n, checked: chosen.has(id) },
  }))
  return [
    {
      ...{ title: t('reviews.list.state'), name: 'state' },
      rows: codes(TASK_STATES).map(value => ({
        ...{ value, label: labelOf(TASK_STATES, value) },
        ...{ count: counts.states[value] ?? 0, checked: states.includes(value) },
      })),
    },
    ...(ofUnits.length > 0 ? [{ title: t('tasks.field.unit'), name: 'unit', rows: ofUnits }] : []),
    {
      ...{ title: t('reviews.list.late'), name: 'overdue' },
      rows: [
        {
          ...{ value: '1', label: t('reviews.list.overdue') },
          ...{ count: counts.overdue, checked: overdue },
        },
      ],
    },
  ]
}

function queryOf({ scope, states, units, overdue }: TasksWanted): URLSearchParams {
  return new URLSearchParams([
    ['scope', scope],
    ...states.map(state => ['state', state]),
    ...units.map(unit => ['unit', String(unit)]),
    ...(overdue ? [['overdue', '1']] : []),
  ])
}

/** A chip per filter in use, with the address without it. */
function chipsOf(query: URLSearchParams, list: TaskList) {
  const used = [...query].filter(([name]) => name !== 'scope')
  return used.map(([name, value]) => {
    const without = new URLSearchParams(query)
    without.delete(name, value)
    return { label: wordOf(name, value, list), removeHref: `/tasks?${without.toString()}` }
  })
}

function wordOf(name: string, value: string, { counts }: TaskList): string {
  if (name === 'state') return labelOf(TASK_STATES, value)
  const unit = counts.units.find(({ id }) => id === value)
  return name === 'unit' ? (unit?.name ?? t('tasks.list.noUnit')) : t('reviews.list.overdue')
}
