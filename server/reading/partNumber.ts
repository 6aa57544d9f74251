/** Order of the letters that number điểm; f, j, w, z are left out as the law does. */
const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy'
const ROMAN_VALUES: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
const WORDS = ['nhat', 'hai', 'ba', 'tu', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

/** Place of a điểm in the order of its khoản: `a` 1, `đ` 5; 0 for a letter that numbers none. */
export function pointValue(letter: string): number {
  return POINT_LETTERS.indexOf(letter.charAt(0).toLowerCase()) + 1
}

/** Value of a part's number on the plain copy: `iv` 4, `2a` 2, `nhat` 1, `muoi hai` 12, `b` 2; 0 when it is none. */
export function valueOf(number: string): number {
  const digits = /^\d+/u.exec(number)?.[0]
  if (digits) return Number(digits)
  const word = number.split(/\s+/u).at(-1) ?? ''
  const ordinal = word === 'mot' ? 1 : WORDS.indexOf(word) + 1
  if (ordinal > 0) return number.includes('muoi ') ? 10 + ordinal : ordinal
  if (/^[ivxlc]+/u.test(number)) return romanValue(number)
  return number === '' ? 0 : number.charCodeAt(0) - 96
}

function romanValue(number: string): number {
  let sum = 0
  const values = Array.from(number, letter => ROMAN_VALUES[letter] ?? 0)
  for (const [index, value] of values.entries())
    sum += value < (values[index + 1] ?? 0) ? -value : value
  return sum
}
