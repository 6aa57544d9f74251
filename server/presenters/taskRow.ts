import { labelOf, TASK_STATES } from '../legal/glossary.ts'
import { orderDaysLeft } from '../legal/overdue.ts'
import { t } from '../lib/labels.ts'
import type { TaskRecord } from '../models/Task.ts'
import type { TaskRow } from '../review/tasks/taskRows.ts'
import { presentDue, type DueView } from './due.ts'
import { formatters } from './format.ts'
import type { ActView, WorkRowView } from './page.ts'
import { documentName, exampleOf, revisionOf, type Clock } from './reviewRow.ts'

/** The address of a task. */
export function taskHref({ _id }: Pick<TaskRecord, '_id'>): string {
  return `/tasks/${String(_id)}`
}

/** What is to be done, as a title: `Gửi số liệu về Văn phòng Sở`. */
export function titleOf({ action }: Pick<TaskRecord, 'action'>): string {
  return action.charAt(0).toUpperCase() + action.slice(1)
}

/** When a task is due: the day ordered, at work or off. One that is done says its day only. */
export function dueOfTask(task: TaskRecord, { today, calendar }: Clock): DueView {
  const { dueOn, duePrecision: precision, isOpen } = task
  if (!isOpen) return { main: formatters.coarseDate(dueOn, precision) }
  const late = dueOn < today
  // A month or quarter that is over is overdue like a day.
  return presentDue({
    dueOn,
    precision: late ? 'day' : precision,
    today,
    workingDaysLeft: orderDaysLeft({ dueOn, today }, calendar),
  })
}

/** A line of work: when | what, who ordered it | state | what to do. */
export function presentTaskRow(row: TaskRow, clock: Clock): WorkRowView {
  const { task, document, personName, unitName } = row
  const who = personName || unitName || t('reviews.leadsQueue')
  return {
    id: `t-${String(task._id)}`,
    due: dueOfTask(task, clock),
    title: titleOf(task),
    titleHref: taskHref(task),
    example: exampleOf(task),
    tags: [{ label: t('tasks.tag') }],
    reasons: [{ lead: documentName(document), quote: task.quote }],
    state: labelOf(TASK_STATES, task.state),
    stateMore: who,
    acts: actsOf(row),
  }
}

function actsOf({ task, actions }: TaskRow): ActView[] {
  const href = taskHref(task)
  if (actions.includes('take'))
    return [
      { label: t('reviews.act.accept'), action: `${href}/take`, fields: revisionOf(task) },
      { label: t('reviews.act.open'), href, plain: true },
    ]
  const label = t(actions.includes('done') ? 'tasks.act.done' : 'reviews.act.see')
  return [{ label, href }]
}
