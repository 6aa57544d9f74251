import { addDays, type IsoDate } from './dates.ts'

/** Whether `trước ngày D` leaves D out (plain reading, domain 5.1), or an office counts it in. */
export type BeforeDay = 'excluded' | 'included'

/** The last day on which what was ordered can be done: the day before `trước ngày D`, D itself for `chậm nhất ngày D`. */
export function lastDayOf(
  { dueOn, dueKind }: { dueOn?: IsoDate | null; dueKind?: string | null },
  beforeDay: BeforeDay,
): IsoDate | null {
  if (!dueOn) return null
  return dueKind === 'before' && beforeDay === 'excluded' ? addDays(dueOn, -1) : dueOn
}
