import { isSyllable } from './encoding/isSyllable.ts'

const LETTERS = /[\p{L}\p{M}]+/gu
const MARKED = /[^A-Za-z]/u
/** a, i, o, u alone are no words of an official text; y is one ("y tế"). */
const LONE_VOWEL = /^[aiou]$/u
/** One capital alone is a person or a place whose name is withheld: "bà H ở …". */
const INITIAL = /^\p{Lu}$/u
/** Before a letter alone it is the letter's name: "điểm c ủy quyền", "8 h". */
const NAMES_LETTER = /(?:điểm|khoản|mục|tiết|nhóm|loại|mẫu|phụ lục|[\d,;.)])\s*$/iu
const PEOPLES_COMMITTEE = /(?<!\p{L})Ủ[ \n]y(?=\s+ban(?!\p{L}))/gu
const LEAST_EVIDENCE = 5
const BEFORE = 12

interface Token {
  text: string
  start: number
  end: number
}

/**
 * Words of PDF pages whose letters stand further apart than the file says they are wide ("ngườ i", "nhà đ ất"), put together again.
 * A blank goes only where a piece cannot stand alone and both together are a syllable; and nothing is touched unless many such
 * places show that the file lies about its widths. There, a vowel that stands alone is a piece too ("khở i").
 */
export function joinSyllables(pages: string[]): string[] {
  const evidence = pages.reduce((sum, page) => sum + joinsOf(page, isPiece).length, 0)
  if (evidence < LEAST_EVIDENCE) return pages
  const fits = (left: string, right: string) => isPiece(left, right) || LONE_VOWEL.test(right)
  return pages.map(page =>
    withoutBlanks(page, joinsOf(page, fits)).replace(PEOPLES_COMMITTEE, 'Ủy'),
  )
}

function isPiece(left: string, right: string): boolean {
  return !isSyllable(left) || !isSyllable(right)
}

/** Places of the blanks that go. */
function joinsOf(page: string, fits: (left: string, right: string) => boolean): number[] {
  const tokens = Array.from(page.matchAll(LETTERS), ({ 0: text, index: start }) => ({
    ...{ text, start, end: start + text.length },
  }))
  const joins: number[] = []
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const run = runAt(tokens, at, page)
    const length = [2, 3].find(count => run.length >= count && isJoin(run.slice(0, count), fits))
    if (!length || isNamed(page, run)) continue
    joins.push(...run.slice(0, length - 1).map(({ end }) => end))
    at += length - 1
  }
  return joins
}

/** Up to three tokens with one blank between them. */
function runAt(tokens: Token[], at: number, page: string): Token[] {
  const run = tokens.slice(at, at + 3)
  const isApart = (token: Token, index: number) =>
    index > 0 && page.slice(run[index - 1]?.end, token.start) !== ' '
  const cut = run.findIndex(isApart)
  return cut === -1 ? run : run.slice(0, cut)
}

function isJoin(run: Token[], fits: (left: string, right: string) => boolean): boolean {
  const pieces = run.map(({ text }) => text)
  const word = pieces.join('')
  const [first = '', second = ''] = pieces
  if (INITIAL.test(first) && isSyllable(second)) return false
  return MARKED.test(word) && isEven(pieces) && fits(first, second) && isSyllable(word)
}

/** Small letters go on from any letter, capitals only from capitals: "Thị N ở" and "bà Ư UBND" stay. */
function isEven(pieces: string[]): boolean {
  const [first = '', ...rest] = pieces
  const isSmall = rest.every(piece => piece === piece.toLowerCase())
  return isSmall || pieces.every(piece => piece === piece.toUpperCase() && first.length > 1)
}

function isNamed(page: string, [first]: Token[]): boolean {
  if (!first || first.text.length > 1) return false
  return NAMES_LETTER.test(page.slice(Math.max(0, first.start - BEFORE), first.start))
}

function withoutBlanks(page: string, blanks: number[]): string {
  let text = ''
  let from = 0
  for (const blank of blanks) {
    text += page.slice(from, blank)
    from = blank + 1
  }
  return text + page.slice(from)
}
