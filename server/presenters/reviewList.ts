import { labelOf, REVIEW_KINDS, REVIEW_STATES, codes } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { ListWanted, ReviewList, Scope } from '../review/listReviews.ts'
import { presentPager } from './pager.ts'
import { presentReviewRow } from './reviewRow.ts'
import { formatters } from './format.ts'

const SCOPES: Scope[] = ['mine', 'unit', 'all']

/** The list of reviews with its filters: whose, at which step, of which kind, overdue. */
export function presentReviewList(list: ReviewList, wanted: ListWanted) {
  const query = queryOf(wanted)
  const sub = t('reviews.list.sub', { n: formatters.number(list.total) })
  return {
    page: { title: t('reviews.list.title') },
    ...{ sub, scope: wanted.scope, heading: t(`reviews.list.${wanted.scope}`) },
    scopes: SCOPES.filter(scope => scope !== 'unit' || wanted.actor.unit).map(scope => ({
      href: `/reviews?scope=${scope}`,
      label: t(`reviews.list.${scope}`),
      count: list.counts.scopes[scope],
      current: scope === wanted.scope,
    })),
    facets: facetsOf(list, wanted),
    chips: chipsOf(query),
    clearHref: `/reviews?scope=${wanted.scope}`,
    rows: list.rows.map(row => presentReviewRow(row, { ...wanted, calendar: list.calendar })),
    empty: emptyOf(wanted, query),
    pager: presentPager({ ...list, page: wanted.page, path: '/reviews', query }),
  }
}

function emptyOf({ scope }: ListWanted, query: URLSearchParams) {
  if (scope !== 'mine' || query.size > 1) return { title: t('reviews.list.empty') }
  const href = '/reviews?scope=all'
  return { title: t('reviews.list.emptyMine'), href, linkLabel: t('reviews.list.seeAll') }
}

function facetsOf({ counts }: ReviewList, { states, kinds, overdue }: ListWanted) {
  return [
    {
      ...{ title: t('reviews.list.state'), name: 'state' },
      rows: codes(REVIEW_STATES).map(value => ({
        ...{ value, label: labelOf(REVIEW_STATES, value) },
        ...{ count: counts.states[value] ?? 0, checked: states.includes(value) },
      })),
    },
    {
      ...{ title: t('reviews.list.kind'), name: 'kind' },
      rows: codes(REVIEW_KINDS).map(value => ({
        ...{ value, label: labelOf(REVIEW_KINDS, value) },
        ...{ count: counts.kinds[value] ?? 0, checked: kinds.includes(value) },
      })),
    },
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

function queryOf({ scope, states, kinds, overdue }: ListWanted): URLSearchParams {
  return new URLSearchParams([
    ['scope', scope],
    ...states.map(state => ['state', state]),
    ...kinds.map(kind => ['kind', kind]),
    ...(overdue ? [['overdue', '1']] : []),
  ])
}

/** A chip per filter in use, with the address without it. */
function chipsOf(query: URLSearchParams) {
  const used = [...query].filter(([name]) => name !== 'scope')
  return used.map(([name, value]) => {
    const without = new URLSearchParams(query)
    without.delete(name, value)
    return { label: wordOf(name, value), removeHref: `/reviews?${without.toString()}` }
  })
}

function wordOf(name: string, value: string): string {
  if (name === 'state') return labelOf(REVIEW_STATES, value)
  return name === 'kind' ? labelOf(REVIEW_KINDS, value) : t('reviews.list.overdue')
}
