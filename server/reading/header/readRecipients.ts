import type { Copies } from '../fold.ts'
import type { Found } from '../types.ts'
import type { Piece } from './cutPieces.ts'
import { cutPieces } from './cutPieces.ts'
import type { Foot } from './findFoot.ts'
import { found, oneLine } from './found.ts'

/**
 * `Nơi nhận:` and its items, the last one `Lưu: …`; what a second column puts beside or between them is left out:
 *   - Như trên;                                  KT. GIÁM ĐỐC
 *   - Sở Nội vụ⏎  (để phối hợp);                 PHÓ GIÁM ĐỐC
 *   Như trên; Lưu: VT.                           without dashes
 */
const REACH = 3500
const NEXT_ITEM = /;\s*(?=[-+•]\s?\S)/u

export function readRecipients(
  copies: Copies,
  { recipients: mark, recipientsEnd }: Foot,
): Found<string[]> | undefined {
  if (!mark) return undefined
  const end = Math.min(recipientsEnd, mark.end + REACH)
  const lines = listOf(cutPieces(copies, { start: mark.end, end }))
  const last = lines.at(-1)?.at(-1)
  if (!last) return undefined
  const items = lines
    .flatMap(pieces => {
      const words = pieces.map(({ start, end: to }) => copies.text.slice(start, to)).join(' ')
      return oneLine(words).split(NEXT_ITEM).flatMap(cutPlain)
    })
    .map(tidy)
    .filter(item => /\p{L}/u.test(item))
  return items.length > 0 ? found(copies, { start: mark.end, end: last.end }, items) : undefined
}

/** Items written without dashes are told apart by `;`. */
function cutPlain(item: string): string[] {
  return /^\s*[-+•]/u.test(item) ? [item] : item.split(';')
}

function tidy(item: string): string {
  return item.replace(/^[-+•\s]+|[;.,\s]+$/gu, '')
}

/** The pieces of each item, the signature's left out. */
function listOf(pieces: Piece[]): Piece[][] {
  const items: Piece[][] = []
  const hasDashes = pieces.some(({ kind, line }) => kind === 'item' && line < 6)
  for (const piece of pieces) {
    const item = items.at(-1)
    if (item && goesOn(item, piece)) {
      item.push(piece)
      continue
    }
    const opens = hasDashes ? piece.kind === 'item' : isPlainItem(piece, item?.at(-1))
    if (isBehind(piece, item, opens)) break
    if (opens) items.push([piece])
  }
  return items
}

/** The list is over: `Lưu: …` was its last item, or the text of an annex begins. */
function isBehind(piece: Piece, item: Piece[] | undefined, opens: boolean): boolean {
  if (item === undefined) return false
  return isBody(piece) || (opens && isLast(item) && !isLast([piece]))
}

/** A long line behind the list is the text of an annex. */
const isBody = ({ kind, words }: Piece) => kind === 'words' && words.length > 120

const isLast = (item: Piece[] | undefined) => /^[-+•\s]*lưu/iu.test(item?.[0]?.words ?? '')

/** A line that goes on with an item not yet closed. */
function goesOn(item: Piece[], piece: Piece): boolean {
  const last = item.at(-1)
  if (piece.kind !== 'words' || !last || piece.line - last.line > 2) return false
  if (/^\d{1,3}$/u.test(piece.words)) return false
  const isOpen = !/[;.]$/u.test(last.words)
  return isOpen && /^[\p{Ll}(\d]/u.test(piece.words)
}

function isPlainItem(piece: Piece, last: Piece | undefined): boolean {
  if (piece.kind !== 'words' || piece.words.length > 160) return false
  return !last || (piece.line - last.line <= 2 && !isLast([last]))
}
