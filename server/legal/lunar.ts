import { addDays, type IsoDate } from './dates.ts'

/**
 * The Vietnamese lunar calendar (UTC+7) as far as public holidays need it. New moons and solar terms after
 * Jean Meeus, Astronomical Algorithms (1998), chapters 25 and 49, in the short form of Hồ Ngọc Đức.
 */

const UTC_OFFSET = 7 / 24
const SYNODIC_MONTH = 29.530588853
/** Julian day of the new moon of 01/01/1900, from which moons are counted. */
const MOON_EPOCH = 2415021.076998695
const UNIX_EPOCH = 2440588
const RADIANS = Math.PI / 180

/** Day number, on the calendar of Việt Nam, of the `k`-th new moon since 1900. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const t2 = t * t
  const t3 = t2 * t
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIANS)
  return Math.floor(mean + moonCorrection({ k, t, t2, t3 }) - deltaT(t) + 0.5 + UTC_OFFSET)
}

/** How far the true new moon stands from the mean one: anomalies of sun and moon, argument of latitude. */
function moonCorrection({ k, t, t2, t3 }: Record<'k' | 't' | 't2' | 't3', number>): number {
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIANS
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIANS
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIANS
  const { sin } = Math
  return (
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun)
  )
}

/** Dynamical minus universal time, in days (years after 1900). */
function deltaT(t: number): number {
  return -0.000278 + 0.000265 * t + 0.000262 * t * t
}

/** Which twelfth of the sun's yearly path (0 = March equinox) the midnight before this day falls in. */
function solarTwelfth(day: number): number {
  const t = (day - 0.5 - UTC_OFFSET - 2451545) / 36525
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3) * RADIANS
  const mean = 280.46645 + 36000.76983 * t + 0.0003032 * t * t
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly)
  const longitude = (((mean + centre) % 360) + 360) % 360
  return Math.floor(longitude / 30)
}

function dayNumber(day: IsoDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000) + UNIX_EPOCH
}

function toDay(number: number): IsoDate {
  return addDays('1970-01-01', number - UNIX_EPOCH)
}

/** Index of the new moon that begins the eleventh lunar month of a year: the month that holds the winter solstice. */
function eleventhMonth(year: number): number {
  const k = Math.floor((dayNumber(`${year}-12-31`) - MOON_EPOCH) / SYNODIC_MONTH)
  return solarTwelfth(newMoonDay(k)) >= 9 ? k - 1 : k
}

/** Index, from the eleventh month on, of the leap month: the first in which the sun enters no new twelfth. */
function leapMonth(from: number): number {
  let index = 1
  while (index < 14 && twelfthAt(from + index) !== twelfthAt(from + index + 1)) index += 1
  return index
}

function twelfthAt(k: number): number {
  return solarTwelfth(newMoonDay(k))
}

/** First day of lunar month `month` (1–3) of the lunar year that begins in solar `year`. */
function lunarMonthStart({ year, month }: { year: number; month: number }): number {
  const from = eleventhMonth(year - 1)
  const next = eleventhMonth(year)
  const index = month + 1
  // Thirteen months between two solstices: one of them is leap and pushes what follows it by one.
  const isLongYear = next - from > 12
  const shift = isLongYear && leapMonth(from) <= index ? 1 : 0
  return newMoonDay(from + index + shift)
}

/** Tết Nguyên đán: the first day of the first lunar month. */
export function tetOf(year: number): IsoDate {
  return toDay(lunarMonthStart({ year, month: 1 }))
}

/** Giỗ Tổ Hùng Vương: the tenth day of the third lunar month. */
export function hungKingsOf(year: number): IsoDate {
  return toDay(lunarMonthStart({ year, month: 3 }) + 9)
}
