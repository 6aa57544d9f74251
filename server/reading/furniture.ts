import type { Copies } from './fold.ts'
import type { Span } from './types.ts'

/**
 * What a page puts between two lines of a sentence, and is no part of it:
 *   ⏎12⏎  ⏎- 12 -⏎  ⏎Trang 3/10⏎            page numbers alone on their line
 *   ⏎CÔNG BÁO/Số 1093 + 1094/Ngày 21-11-2020 65⏎   running header of the gazette
 *   ¹ ²³ [2]                                 footnote marks behind a word
 */
const PAGE_LINE =
  /[ \t\f]{0,80}(?:-\s?\d{1,4}\s?-|\d{1,3}|Trang \d{1,4}(?:\s?\/\s?\d{1,4})?|(?:\d{1,4}\s{1,9})?CÔNG BÁO\s?\/\s?Số [^\n]{1,60})[ \t\f]{0,80}(?=\n)/uy
const FOOTNOTE = /[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}|\[\d{1,3}\]/uy
/** A number alone on its line that a sentence broken by a text layer needs: `khoản⏎4⏎Điều 2`, `tháng⏎6⏎năm`. */
const NEEDS_NUMBER = /(?:so|khoan|dieu|diem|muc|chuong|phan|ngay|thang|nam|quy|phu luc|[/-])\s*$/u
const JOINS_ON = /^\s*[/.,;:-]/u

/** The copies with page numbers, running headers and footnote marks blanked out; the same ones when there are none. */
export function withoutFurniture(copies: Copies): Copies {
  const spans = furnitureIn(copies)
  if (spans.length === 0) return copies
  return {
    text: copies.text,
    shape: blanked(copies.shape, spans),
    plain: blanked(copies.plain, spans),
  }
}

/** The words of a span as written, on one line, without what has been blanked out. */
export function wordsOf({ text, shape }: Copies, { start, end }: Span): string {
  const written = text.slice(start, end)
  const blanks = shape.slice(start, end)
  if (!/\s\s/u.test(blanks)) return written.replace(/\s/gu, ' ')
  const kept = [...Array(end - start).keys()].map(at =>
    /\s/u.test(blanks.charAt(at)) ? ' ' : written.charAt(at),
  )
  return kept.join('').replace(/ +/gu, ' ')
}

function furnitureIn({ shape, plain }: Copies): [number, number][] {
  const spans: [number, number][] = []
  for (let at = shape.indexOf('\n') + 1; at > 0; at = shape.indexOf('\n', at) + 1) {
    if (!mayBePage(shape, at)) continue
    PAGE_LINE.lastIndex = at
    const end = at + (PAGE_LINE.exec(shape)?.[0].length ?? 0)
    if (end > at && isPage(plain, at, end)) spans.push([at, end])
  }
  addFootnotes(spans, shape)
  return spans.sort((a, b) => a[0] - b[0])
}

/** The first letter of a page's line: a digit, `-`, the T of `Trang`, the C of `CÔNG BÁO`. */
function mayBePage(shape: string, line: number): boolean {
  let at = line
  let unit = shape.charCodeAt(at)
  while (unit === 32 || unit === 9 || unit === 12) unit = shape.charCodeAt((at += 1))
  return (unit >= 48 && unit <= 57) || unit === 45 || unit === 84 || unit === 67
}

function addFootnotes(spans: [number, number][], shape: string): void {
  for (let at = shape.indexOf('['); at >= 0; at = shape.indexOf('[', at + 1)) {
    addFootnote(spans, shape, at)
  }
  if (!RAISED.test(shape)) return
  for (const { index } of shape.matchAll(RAISED_RUN)) addFootnote(spans, shape, index)
}

function addFootnote(spans: [number, number][], shape: string, at: number): void {
  FOOTNOTE.lastIndex = at
  if (!/[\p{L}\d]/u.test(shape.charAt(at - 1)) || !FOOTNOTE.test(shape)) return
  spans.push([at, FOOTNOTE.lastIndex])
}

/** ¹, ², ³ and the other raised digits; up to three are one mark. */
const RAISED = /[\u00b9\u00b2\u00b3\u2070-\u2079]/u
const RAISED_RUN = /[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}/gu

function isPage(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - 20), start)
  const after = plain.slice(end, end + 20)
  if (JOINS_ON.test(after) || (/\d\s*$/u.test(before) && /^\s*\d/u.test(after))) return false
  return (
    !NEEDS_NUMBER.test(before) ||
    (/(?:so|[/-])\s*$/u.test(before) && /^\s*[\p{L}\d]{1,7}\s?[/-]/u.test(after))
  )
}

function blanked(text: string, spans: [number, number][]): string {
  let from = 0
  let whole = ''
  for (const [start, end] of spans) {
    whole += text.slice(from, start) + ' '.repeat(end - start)
    from = end
  }
  return whole + text.slice(from)
}
