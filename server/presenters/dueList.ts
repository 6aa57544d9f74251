import { addDays, addMonths, type IsoDate } from '../legal/dates.ts'
import { labelOf, REVIEW_STATES, TASK_STATES } from '../legal/glossary.ts'
import { lastOverdueDay } from '../legal/overdue.ts'
import { isWorkingDay } from '../legal/workingDays.ts'
import { t } from '../lib/labels.ts'
import type { Scope } from '../review/listReviews.ts'
import type { Month } from '../review/loadMonth.ts'
import type { ReviewRow } from '../review/reviewRows.ts'
import type { TaskRow } from '../review/tasks/taskRows.ts'
import { markedWords } from './deskAside.ts'
import type { DueView } from './due.ts'
import { formatters } from './format.ts'
import { dueOfReview, exampleOf, reviewHref } from './reviewRow.ts'
import { dueOfTask, taskHref } from './taskRow.ts'

const SCOPES: Scope[] = ['mine', 'unit', 'all']
const MOST_PER_DAY = 4

type Mark = 'late' | 'open' | 'working' | 'submitted' | 'closed'

/** Icon of views/assets/icons.svg for each mark; the word stands beside it in the legend and for screen readers. */
const ICONS: Record<Mark, string> = {
  late: 'warning',
  open: 'box',
  working: 'half',
  submitted: 'square',
  closed: 'check',
}

/** Due dates: the month as a calendar, and beside it the same day by day. */
export function presentDueList(
  sheet: Month,
  { scope, hasUnit }: { scope: Scope; hasUnit: boolean },
) {
  const link = (month: IsoDate, of = scope) => `/due?scope=${of}&month=${month.slice(0, 7)}`
  const scopes = SCOPES.filter(one => one !== 'unit' || hasUnit)
  const [year, month] = sheet.month.split('-')
  const lists = ['rows', 'coarse', 'late'] as const
  const total = lists.reduce((sum, list) => sum + entriesOf(sheet, list).length, 0)
  return {
    page: { title: t('remind.due.title') },
    scopes: scopes.map(one => ({
      href: link(sheet.month, one),
      label: t(`reviews.list.${one}`),
      current: one === scope,
    })),
    month: t('remind.due.month', { month, year }),
    moves: [
      { href: link(addMonths(sheet.month, -1)), label: t('remind.due.previous') },
      { href: link(`${sheet.today.slice(0, 7)}-01`), label: t('remind.due.today') },
      { href: link(addMonths(sheet.month, 1)), label: t('remind.due.next') },
    ],
    legend: (Object.keys(ICONS) as Mark[]).map(mark => ({
      icon: ICONS[mark],
      label: t(`remind.due.mark.${mark}`),
    })),
    coarse: entriesOf(sheet, 'coarse').map(entry => ({ ...entry.item, when: entry.when })),
    heads: [1, 2, 3, 4, 5, 6, 0].map(day => t(`format.longWeekday.${day}`)),
    weeks: weeksOf(sheet),
    days: daysOf(sheet),
    isEmpty: total === 0,
  }
}

/** A review or a task as the sheet shows it. */
interface Entry {
  dueOn: IsoDate
  isOpen: boolean
  due: DueView
  when: string
  item: ReturnType<typeof reviewItem>
}

function entriesOf(sheet: Month, list: 'rows' | 'coarse' | 'late'): Entry[] {
  const reviews = sheet[list].map((row): Entry => {
    const { dueOn, isOpen, duePrecision } = row.review
    const when = formatters.coarseDate(dueOn, duePrecision === 'session' ? 'month' : duePrecision)
    return {
      dueOn,
      isOpen,
      when,
      due: dueOfReview(row.review, sheet),
      item: reviewItem(row, sheet),
    }
  })
  const tasks = sheet.tasks[list].map((row): Entry => {
    const { dueOn, isOpen, duePrecision } = row.task
    const when = formatters.coarseDate(dueOn, duePrecision)
    return { dueOn, isOpen, when, due: dueOfTask(row.task, sheet), item: taskItem(row, sheet) }
  })
  return [...reviews, ...tasks]
}

function isLate(one: { dueOn: IsoDate; overdueSince?: IsoDate | null }, sheet: Month): boolean {
  return one.dueOn <= lastOverdueDay(sheet.today, sheet.calendar) || Boolean(one.overdueSince)
}

function markOf({ review }: ReviewRow, sheet: Month): Mark {
  if (!review.isOpen) return 'closed'
  if (isLate(review, sheet)) return 'late'
  if (review.state === 'submitted') return 'submitted'
  return review.state === 'open' || review.state === 'proposed' ? 'open' : 'working'
}

function taskMark({ task }: TaskRow, sheet: Month): Mark {
  if (!task.isOpen) return 'closed'
  if (task.dueOn < sheet.today || task.overdueSince) return 'late'
  return task.state === 'open' ? 'open' : 'working'
}

function markView(mark: Mark) {
  return { icon: ICONS[mark], mark: t(`remind.due.mark.${mark}`), late: mark === 'late' }
}

function reviewItem(row: ReviewRow, sheet: Month) {
  const { review, document, reviewerName } = row
  const who = reviewerName ? reviewerName : t('remind.due.nobody')
  return {
    ...markView(markOf(row, sheet)),
    number: document.number ? document.number : document.title,
    example: exampleOf(document),
    href: reviewHref(review),
    text: `${who} · ${labelOf(REVIEW_STATES, review.state)}`,
    code: review.code,
  }
}

function taskItem(row: TaskRow, sheet: Month) {
  const { task, document, personName, unitName } = row
  const who = personName || unitName || t('remind.due.nobody')
  return {
    ...markView(taskMark(row, sheet)),
    number: t('tasks.item', { number: document.number || document.title }),
    example: exampleOf(task),
    href: taskHref(task),
    text: `${task.action} · ${who} · ${labelOf(TASK_STATES, task.state)}`,
    code: task.code,
  }
}

function weeksOf(sheet: Month) {
  const weeks = []
  for (let monday = sheet.from; monday <= sheet.to; monday = addDays(monday, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map(step => cellOf(addDays(monday, step), sheet)))
  return weeks
}

function cellOf(day: IsoDate, sheet: Month) {
  const items = entriesOf(sheet, 'rows').filter(({ dueOn }) => dueOn === day)
  const note = sheet.marked.find(one => one.day === day)
  const more = items.length - MOST_PER_DAY
  return {
    day:
      Number(day.slice(8)) === 1 ? formatters.date(day).slice(0, 5) : String(Number(day.slice(8))),
    full: formatters.weekdayDate(day),
    off: !isWorkingDay(day, sheet.calendar),
    today: day === sheet.today,
    note: markedWords(note),
    unchecked: note?.mark === 'note',
    items: items.slice(0, MOST_PER_DAY).map(({ item }) => item),
    ...(more > 0 && { more: t('remind.due.more', { n: more }), moreHref: `#day-${day}` }),
  }
}

/** Day by day, overdue ones of before first. */
function daysOf(sheet: Month) {
  const entries = [...entriesOf(sheet, 'late'), ...entriesOf(sheet, 'rows')]
  const days = [...new Set(entries.map(({ dueOn }) => dueOn))].sort()
  return days.map(day => {
    const due = entries.filter(({ dueOn }) => dueOn === day)
    const words = due.find(({ isOpen }) => isOpen)?.due
    return {
      ...{ id: `day-${day}`, day: formatters.shortDate(day) },
      late: words?.mainTone === 'late',
      // Overdue, the date is the small line and the lateness the big one.
      sub: words?.mainTone === 'late' ? words.main : words?.sub,
      items: due.map(({ item }) => item),
    }
  })
}
