import type { Copies } from './fold.ts'
import { ANNEXED, ANNEXED_NAME, FIRST_CLAUSE, INSIDE, RANK, TOC_TITLE } from './patterns/outline.ts'
import { readHead, readInside, readItem, type Head } from './readHead.ts'
import type { Span } from './types.ts'

/** Lines shorter than this have kept their breaks. */
const COLLAPSED = 160
/** A shorter line that has lost one: a head behind a sentence. */
const BROKEN = /[.;][”"]? ?(?:dieu|chuong) [\divxlc]/u
/** How far above `(Kèm theo …)` the name of what is annexed may begin. */
const NAME_REACH = 800
const TOC_WITHIN = 20_000

/** Denser than any document: what stands one in fifteen letters for a long time is noise, and reading it is no use. */
export function isNoText(found: number, at: number): boolean {
  return found > 5000 && found * 15 > at
}

/** Everything that may be the head of a part, in the order of the text. */
export function findHeads(copies: Copies): Head[] {
  const heads: Head[] = []
  let before = ''
  for (const line of linesOf(copies.plain)) {
    const words = copies.plain.slice(line.start, line.end)
    const head = readHead({ copies, line, before })
    if (head) heads.push(head)
    if (isNoText(heads.length, line.start)) break
    if (words.length > COLLAPSED || BROKEN.test(words)) addInside(heads, { copies, line, words })
    before = words.slice(-24)
  }
  return withoutContents(copies, withAnnexed(copies, heads))
}

/** Lines that hold a word, without the blanks at their ends. */
function* linesOf(plain: string): Generator<Span> {
  for (let at = 0; at < plain.length; at += 1) {
    const next = plain.indexOf('\n', at)
    const stop = next < 0 ? plain.length : next
    let [start, end] = [at, stop]
    while (start < end && isBlank(plain.charCodeAt(start))) start += 1
    while (end > start && isBlank(plain.charCodeAt(end - 1))) end -= 1
    if (start < end) yield { start, end }
    at = stop
  }
}

/** The copies hold no other blanks. */
function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0x2028 || unit === 0x2029
}

/** Adds the heads in the middle of a line that has lost its breaks; behind the name of a Điều its first khoản. */
function addInside(
  heads: Head[],
  { copies, line, words }: { copies: Copies; line: Span; words: string },
): void {
  const addFirst = (article: Head | undefined) => {
    if (article?.kind !== 'article' || article.start < line.start) return
    const found = FIRST_CLAUSE.exec(copies.plain.slice(article.after, article.after + 200))
    const start = found && article.after + found.index + 1
    const at = start && start < line.end ? { start, end: line.end } : null
    const item = at && readItem({ copies, line: at, before: null })
    if (item) heads.push(item)
  }
  addFirst(heads.at(-1))
  for (const { 0: found, 1: label = '', index } of words.matchAll(INSIDE)) {
    const start = line.start + index + found.length - label.length
    const head = readInside({ copies, line: { start, end: line.end }, before: null })
    if (!head || !beginsSentence(copies, head) || start <= (heads.at(-1)?.start ?? -1)) continue
    heads.push(head)
    addFirst(head)
  }
}

/** Behind a Điều or khoản stands a capital, a quotation or a note; behind a điểm anything may. */
function beginsSentence({ text }: Copies, { kind, after }: Head): boolean {
  if (kind === 'point') return true
  return /^\s{0,4}[\p{Lu}“"[]/u.test(text.slice(after, after + 5))
}

/** `QUY CHẾ …` in capitals over `(Ban hành kèm theo …)`: a document of its own, whose Điều are counted anew. */
function withAnnexed(copies: Copies, heads: Head[]): Head[] {
  const found: Head[] = []
  let from = 0
  for (const { index } of copies.plain.matchAll(ANNEXED)) {
    const head = nameAbove(copies, { from: Math.max(from, index - NAME_REACH), to: index })
    if (head) found.push(head)
    from = index
  }
  if (found.length === 0) return heads
  const names = new Set(found.map(({ start }) => start))
  const others = heads.filter(({ start }) => !names.has(start))
  return [...others, ...found].sort((a, b) => a.start - b.start)
}

function nameAbove({ plain, text }: Copies, { from, to }: { from: number; to: number }) {
  let start = to
  while (start > from && !/\p{Ll}/u.test(text.charAt(start - 1))) start -= 1
  const name = ANNEXED_NAME.exec(plain.slice(start, to))
  if (!name || plain.slice(start, to).includes('phu luc')) return null
  const label = tidy(name[0])
  const at = start + name.index + name[0].length - name[0].trimStart().length
  const after = at + label.length
  return {
    ...{ kind: 'appendix' as const, rank: RANK.top, value: 0, suffix: '', start: at, after },
    ...{ label: tidy(text.slice(at, after)), lineEnd: to },
    ...{ isFree: true, isInside: false, isBare: false },
  }
}

function tidy(words: string): string {
  return words.trim().replace(/\s+/gu, ' ')
}

/** The heads of a table of contents stand again in the text: those before the first one's second coming are left out. */
function withoutContents({ plain }: Copies, heads: Head[]): Head[] {
  const title = TOC_TITLE.exec(plain.slice(0, TOC_WITHIN))
  if (!title) return heads
  const from = heads.findIndex(({ start }) => start > title.index)
  const isSame = (head: Head) => head.kind === heads[from]?.kind && head.label === heads[from].label
  const again = heads.findIndex((head, index) => index > from && isSame(head))
  return from < 0 || again < 0 ? heads : [...heads.slice(0, from), ...heads.slice(again)]
}
