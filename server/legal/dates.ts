/** A legal day, `YYYY-MM-DD`, in the calendar of Việt Nam. Compares and sorts as a string. */
export type IsoDate = string

export const ISO_DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
const DAY_MS = 86_400_000
const vietNamDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' })
const vietNamClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
})

/** The legal day an instant falls on in Việt Nam. */
export function dayOf(instant: Date): IsoDate {
  return vietNamDay.format(instant)
}

/** `HH:MM` of an instant on the clock of Việt Nam. */
export function clockOf(instant: Date): string {
  return vietNamClock.format(instant)
}

/** A calendar day that exists: `isIsoDate('2026-02-30')` is false. */
export function isIsoDate(text: string): text is IsoDate {
  return ISO_DATE.test(text) && toIso(toUtc(text)) === text
}

/** Midnight UTC of a legal day: for arithmetic on whole days only. */
export function toUtc(day: IsoDate): Date {
  return new Date(`${day}T00:00:00Z`)
}

function toIso(date: Date): IsoDate {
  return date.toISOString().slice(0, 10)
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(day: IsoDate, days: number): IsoDate {
  return toIso(new Date(toUtc(day).getTime() + days * DAY_MS))
}

/** The same day `months` later; the last day of that month when it is shorter (31/01 + 1 month → 28/02). */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const from = toUtc(day)
  const target = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(from.getUTCDate(), last))
  return toIso(target)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween({ from, to }: { from: IsoDate; to: IsoDate }): number {
  return Math.round((toUtc(to).getTime() - toUtc(from).getTime()) / DAY_MS)
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(day: IsoDate): number {
  return toUtc(day).getUTCDay()
}

/** `29/8/2019` as officials print it: the month with a zero only for 1 and 2 (Nghị định 30/2020, Phụ lục I). */
export function printLegalDate(day: IsoDate): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** `dd/mm/yyyy`, for the interface. */
export function printDate(day: IsoDate): string {
  return day.split('-').reverse().join('/')
}

/** Reads `dd/mm/yyyy`, `d/m/yyyy`, `dd-mm-yyyy` or an ISO day as typed by a person; undefined when it is no day. */
export function parseTypedDate(typed: string): IsoDate | undefined {
  const text = typed.trim()
  if (isIsoDate(text)) return text
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text)
  if (!match) return undefined
  const [, day = '', month = '', year = ''] = match
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? iso : undefined
}
