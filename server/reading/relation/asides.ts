import type { Draft } from '../citation.ts'
import type { Copies } from '../fold.ts'
import type { Span } from '../types.ts'
import { NOTE } from './findBreaks.ts'
import type { Survey } from './survey.ts'

/**
 * What is put into the middle of a sentence and says nothing of what stands around it:
 *   tại [Khoản này hết hiệu lực bởi Khoản 2 Điều 31 Luật … có hiệu lực từ ngày …] khoản 3 Điều 19 của Luật …
 *   Bãi bỏ cụm từ “(được sửa đổi, bổ sung tại Điều 1 Nghị định số …)” tại khoản 8 Điều 1 Nghị định số …
 */
const QUOTED_WORDS = /["“][^"“”]{1,300}["”]/uy
const NAMES_WORDS = /(?:cụm từ|các từ|từ ngữ|nội dung|đoạn)\s{1,3}$/u
const ENDS_BEFORE = /[.;:!?]\s*$/u
/** `theo [Khoản này hết hiệu lực bởi …] Luật số …`, `Luật số [ … ] 24/2012/QH13`. */
const ASKS_FOR_MORE = /(?<!\p{L})(?:theo|của|tại|bởi|và|số)\s$|,\s$/u
const GOES_ON = /^[^\S\n]{0,3}(?:\p{Ll}|\d)/u

/** The asides of a text that hold a citation, and of each citation whether it stands in one. Linear; all in the order of the text. */
export function findAsides(
  { shape }: Copies,
  drafts: readonly Draft[],
): { asides: Span[]; isInside: boolean[] } {
  const noted = shape.includes('[') ? [...shape.matchAll(NOTE)] : []
  const notes = noted.map(spanOf).filter(note => isWithin(shape, note))
  const words = ['“', '"'].flatMap(mark => [...quotedWords(shape, mark)])
  const spans = disjoint([...notes, ...words].sort((a, b) => a.start - b.start))
  const holding = new Set<Span>()
  let at = 0
  const isInside = drafts.map(({ start }) => {
    while ((spans[at]?.end ?? Infinity) <= start) at++
    const span = spans[at]
    if (!span || span.start > start) return false
    holding.add(span)
    return true
  })
  return { asides: [...holding], isInside }
}

function disjoint(spans: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const span of spans) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span)
  return kept
}

/** Words quoted behind `cụm từ`, opened by a mark. */
function* quotedWords(shape: string, mark: string): Generator<Span> {
  for (let at = shape.indexOf(mark); at >= 0; at = shape.indexOf(mark, at + 1)) {
    if (!NAMES_WORDS.test(shape.slice(Math.max(0, at - 12), at))) continue
    QUOTED_WORDS.lastIndex = at
    const words = QUOTED_WORDS.exec(shape)?.[0]
    if (words !== undefined) yield { start: at, end: at + words.length }
  }
}

function spanOf({ index, 0: words }: RegExpExecArray): Span {
  return { start: index, end: index + words.length }
}

/** The sentence goes on behind it. */
function isWithin(shape: string, { start, end }: Span): boolean {
  const before = shape.slice(Math.max(0, start - 8), start)
  if (ENDS_BEFORE.test(before)) return false
  return ASKS_FOR_MORE.test(before) || GOES_ON.test(shape.slice(end, end + 8))
}

/**
 * The survey of the asides and that of the text around them, each with the other's words blanked out: an aside says nothing of what
 * stands around it, nor that of the aside. Linear.
 */
export function surveyApart(
  surveyed: Survey,
  asides: readonly Span[],
): { alone: Survey; around: Survey } {
  const { copies } = surveyed
  const ends = [0, ...asides.map(({ end }) => end)]
  const between = ends.map((start, at) => ({ start, end: asides[at]?.start ?? copies.text.length }))
  const starts = asides.map(({ start }) => start)
  const alone = partOf(surveyed, standsIn(asides, true), starts)
  const around = partOf(surveyed, standsIn(asides, false), [])
  return {
    alone: { ...alone, copies: blankedCopies(copies, between) },
    around: { ...around, copies: blankedCopies(copies, asides) },
  }
}

type Test = () => (place: number) => boolean

/** A new test for each list of rising places: whether they stand in an aside, its end included for those around. */
function standsIn(asides: readonly Span[], isWanted: boolean): Test {
  const margin = isWanted ? 0 : 1
  return () => {
    let at = 0
    return place => {
      while ((asides[at]?.end ?? Infinity) + margin <= place) at++
      const span = asides[at]
      return (span !== undefined && span.start <= place) === isWanted
    }
  }
}

function partOf(surveyed: Survey, test: Test, starts: readonly number[]): Survey {
  const [isAct, isQuotation, isClause, isParagraph] = [test(), test(), test(), test()]
  return {
    ...surveyed,
    acts: surveyed.acts.filter(({ start }) => isAct(start)),
    quotations: surveyed.quotations.filter(({ start }) => isQuotation(start)),
    clauses: rising([...surveyed.clauses.filter(isClause), ...starts]),
    paragraphs: rising([...surveyed.paragraphs.filter(isParagraph), ...starts]),
  }
}

function rising(places: number[]): number[] {
  return places.sort((a, b) => a - b)
}

function blankedCopies({ text, shape, plain }: Copies, spans: readonly Span[]): Copies {
  return { text, shape: blanked(shape, spans), plain: blanked(plain, spans) }
}

function blanked(words: string, asides: readonly Span[]): string {
  let from = 0
  let whole = ''
  for (const { start, end } of asides) {
    whole += words.slice(from, start) + ' '.repeat(end - start)
    from = end
  }
  return whole + words.slice(from)
}
