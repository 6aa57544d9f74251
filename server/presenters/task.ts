import { labelOf, TASK_STATES } from '../legal/glossary.ts'
import { lastDayAtWork } from '../legal/overdue.ts'
import { t } from '../lib/labels.ts'
import type { TaskFile } from '../review/tasks/findTask.ts'
import { presentErrors } from './fields.ts'
import { formatters } from './format.ts'
import { stageWords } from './reviewAside.ts'
import { documentHref, documentName, exampleOf, revisionOf } from './reviewRow.ts'
import { dueOfTask, taskHref, titleOf } from './taskRow.ts'

/** What came back with a refused form, and what was typed into it. */
export interface RefusedTask {
  errors: Record<string, string>
  typed: Record<string, string>
}

/** The page of one task: what is ordered and where, until when, who, what was done; the forms this person may use. */
export function presentTask(file: TaskFile, refused?: RefusedTask) {
  const { task, document, actions } = file.row
  const href = taskHref(task)
  return {
    page: {
      title: t('tasks.page.title'),
      crumbs: [{ href: '/tasks?scope=all', label: t('tasks.list.title') }, { label: task.code }],
    },
    ...{ takeHref: `${href}/take`, reopenHref: `${href}/reopen` },
    ...{ href, code: task.code, title: titleOf(task), example: exampleOf(task) },
    revision: task.revision,
    hidden: revisionOf(task),
    state: labelOf(TASK_STATES, task.state),
    summary: summaryOf(refused),
    source: { href: documentHref(document), name: documentName(document), title: document.title },
    quote: task.quote,
    dueWords: task.dueWords && t('intake.orders.dueWords', { words: task.dueWords }),
    due: { ...dueOfTask(task, file), date: formatters.coarseDate(task.dueOn, task.duePrecision) },
    dayOff: dayOffOf(file),
    people: peopleOf(file),
    ended: endedBy(file),
    take: actions.includes('take'),
    ...formsOf(file, refused),
    notices: file.notices.map(({ notice, name }) => ({
      when: formatters.shortDate(notice.createdOn),
      text: `${stageWords(notice.stage)} · ${name}`,
    })),
    timeline: [...task.history].reverse().map(({ at, byName, what, note }) => ({
      when: formatters.moment(at),
      who: byName || t('reviews.history.machine'),
      what: [t(`tasks.history.${what}`), note].filter(Boolean).join(': '),
    })),
  }
}

/** A day off stays the day ordered; who sends it should do so on the working day before. */
function dayOffOf({ row: { task }, today, calendar }: TaskFile): string {
  const { dueOn, duePrecision, isOpen } = task
  const day = lastDayAtWork(dueOn, calendar)
  if (!isOpen || duePrecision !== 'day' || day === dueOn || day < today) return ''
  return t('tasks.page.dayOff', { day: formatters.weekdayDate(day) })
}

function summaryOf(refused?: RefusedTask) {
  const { title, errors } = presentErrors(refused?.errors, t('reviews.page.notDone'))
  const lines = errors.map(({ href, text }) => (href === '#form' ? { text } : { href, text }))
  return { title, errors: lines }
}

/** How it ended: the reply, and what a person said of it. */
function endedBy({ row: { task }, reply }: TaskFile) {
  if (task.isOpen) return null
  const named = reply && {
    ...{ href: documentHref(reply), name: documentName(reply), example: exampleOf(reply) },
    title: reply.number ? reply.title : '',
  }
  const isBare = task.state === 'done' && !reply
  return { reply: named, note: task.note, noReply: isBare ? t('tasks.page.noReply') : '' }
}

function peopleOf({ row: { unitName, personName } }: TaskFile) {
  return [
    { term: t('tasks.field.unit'), text: unitName || t('reviews.leadsQueue') },
    { term: t('tasks.field.person'), text: personName || t('reviews.people.nobody') },
  ]
}

/** The small forms this person may use; each stands open when it was refused. */
function formsOf({ row: { actions } }: TaskFile, refused?: RefusedTask) {
  const entry = (name: string) => ({
    value: refused?.typed[name] ?? '',
    error: refused?.errors[name],
  })
  const note = (name: string) => ({ id: name, ...entry(name), open: Boolean(entry(name).error) })
  const day = entry('dueOn')
  return {
    done: actions.includes('done') && {
      ...{ note: entry('doneNote'), reply: entry('doneReply') },
      noReply: Boolean(entry('noReply').value),
    },
    close: actions.includes('close') && note('closeNote'),
    reopen: actions.includes('reopen'),
    setDue: actions.includes('due') && {
      ...{ day, reason: entry('dueNote') },
      open: Boolean(day.error ?? entry('dueNote').error),
    },
  }
}
