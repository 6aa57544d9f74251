const ROMAN: [value: number, letters: string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A number of an automatic list, in the format Word names (w:numFmt): 3 → "3", "03", "c", "C", "iii", "III". */
export function formatNumber(value: number, format: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'lowerLetter':
      return letter(value)
    case 'upperLetter':
      return letter(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    default:
      return String(value)
  }
}

// Word counts a … z, aa, bb, cc: the letter repeats.
function letter(value: number): string {
  if (value < 1) return ''
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 20))
}

function roman(value: number): string {
  let rest = Math.min(Math.max(value, 0), 3999)
  let result = ''
  for (const [step, letters] of ROMAN) {
    while (rest >= step) {
      result += letters
      rest -= step
    }
  }
  return result
}
