/** TCVN 5712:1993, table 3 ("ABC", the fonts named .Vn…): one code for each letter, in the order of the codes. */
const CODES =
  'a1a2a3a4a5a6a7a8a9aaabacadaeb5b6b7b8b9bbbcbdbec6c7c8c9cacbcccecfd0d1d2d3d4d5d6d7d8dcdddedfe1e2e3e4e5e6e7e8e9eaebecedeeeff1f2f3f4f5f6f7f8f9fafbfcfdfe'
const LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'

const LETTER_OF = new Map(
  Array.from(Buffer.from(CODES, 'hex'), (code, index) => [
    String.fromCharCode(code),
    LETTERS[index] ?? '',
  ]),
)
const CODE = /[\u00a1-\u00fe]/g
const WORD = /[\p{L}\p{M}]+/gu
const BIG_WORD = /^(?=\P{Ll}*\p{Lu})[A-Z\u00c0-\u1eff]*$/u
const LATIN_LINE = /^(?=(?:[^A-Z]*[A-Z]){4})[^a-z]*$/u
const IN_NUMBER = /[\p{L}\p{M}]*[\d/-][\p{L}\p{M}\d/-]*/gu

/**
 * Words of TCVN3 in Unicode. The encoding has no capital letters with tones: its capital fonts draw the small ones large. A word, or a
 * line, whose plain letters are all capitals is therefore written in capitals ("QUYÕT §ÞNH" → "QUYẾT ĐỊNH").
 */
export function fromTcvn3(text: string): string {
  const letters = text.replace(CODE, code => LETTER_OF.get(code) ?? code)
  return letters
    .split('\n')
    .map(line => (isBigLine(line) ? line.toUpperCase() : line.replace(WORD, bigWord)))
    .join('\n')
}

function isBigLine(line: string): boolean {
  return LATIN_LINE.test(line.replace(IN_NUMBER, ''))
}

/** One capital may begin a name ("Hå"): two say that the whole word is big. */
function bigWord(word: string): string {
  const capitals = word.match(/[A-ZĂÂÊÔƠƯĐ]/gu)?.length ?? 0
  return capitals > 1 && BIG_WORD.test(word) && !/[a-z]/u.test(word) ? word.toUpperCase() : word
}
