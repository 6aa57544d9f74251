import type { Copies } from '../fold.ts'
import type { Found, Header, Span } from '../types.ts'
import type { Piece } from './cutPieces.ts'
import { cutPieces } from './cutPieces.ts'
import type { Foot } from './findFoot.ts'
import { found, oneLine } from './found.ts'

/**
 * The signature block, before or behind `Nơi nhận` or beside its items, as the columns fell:
 *   KT. GIÁM ĐỐC⏎PHÓ GIÁM ĐỐC⏎⏎Nguyễn Văn A
 *   KT. TỔNG CỤC TRƯỞNG PHÓ TỔNG CỤC TRƯỞNG Nguyễn Văn A      on one line
 *   TM. ỦY BAN NHÂN DÂN⏎TỈNH BÌNH MINH⏎CHỦ TỊCH               KT.⏎CHỦ TỊCH⏎PHÓ CHỦ TỊCH
 *   KT. BỘ TRƯỞNG BỘ A      KT. BỘ TRƯỞNG BỘ B                 of several signers the first
 */
interface Block {
  mode: Piece[]
  role: Piece[]
  name: Piece | null
}

const LONGEST_BLOCK = 40

export function readSignature(copies: Copies, { signature }: Foot): Partial<Header> {
  let best: Block | undefined
  for (const area of signature) {
    const block = bestBlock(firstOfLine(cutPieces(copies, area)))
    if (!best || (!best.name && block?.name)) best = block ?? best
    if (best?.name) break
  }
  return best ? fieldsOf(copies, best) : {}
}

/** Of two pieces of one kind on one line the first: two signers side by side. */
function firstOfLine(pieces: Piece[]): Piece[] {
  const kinds: Piece['kind'][] = ['mode', 'role', 'name']
  return pieces.filter((piece, at) => {
    if (!kinds.includes(piece.kind)) return true
    const before = pieces.slice(Math.max(0, at - 6), at)
    return !before.some(
      ({ line, kind, column }) =>
        line === piece.line && kind === piece.kind && column < piece.column,
    )
  })
}

/** A block with a capacity and a name, else with a name, else the first that begins. */
function bestBlock(pieces: Piece[]): Block | undefined {
  const blocks = pieces.flatMap((piece, at) =>
    piece.kind === 'mode' || piece.kind === 'role' ? [blockFrom(pieces, at)] : [],
  )
  return (
    blocks.find(({ mode, name }) => mode.length > 0 && name) ??
    blocks.find(({ name }) => name) ??
    signedName(pieces) ??
    blocks.find(({ mode, role }) => mode.length > 0 && role.length > 0)
  )
}

/** `Nguyễn Văn A (Đã ký)` without an office. */
function signedName(pieces: Piece[]): Block | undefined {
  const piece = pieces.findLast(({ kind }) => kind === 'signedName')
  if (!piece) return undefined
  const words = piece.words.replace(/\s*\([^)]*\)$/u, '')
  const name = { ...piece, words, end: piece.start + words.length }
  return { mode: [], role: [], name }
}

function blockFrom(pieces: Piece[], from: number): Block {
  const block: Block = { mode: [], role: [], name: null }
  let last: Piece | undefined
  for (const piece of pieces.slice(from, from + LONGEST_BLOCK)) {
    if (piece.kind === 'name' && takesName(block)) return { ...block, name: piece }
    if (piece.kind === 'item' || piece.kind === 'signed') continue
    if (piece.kind === 'words' && piece.words.length > 60) break
    if (place(block, piece, last)) last = piece
  }
  return block
}

/** Behind the office; on behalf of a body also without one: `T/M BAN BÍ THƯ`. */
function takesName({ mode, role }: Block): boolean {
  return role.length > 0 || /^(?:TM|T\/M)/u.test(mode[0]?.words ?? '')
}

/** Puts a piece where it belongs in the block; whether it belongs to it at all. */
function place(block: Block, piece: Piece, last: Piece | undefined): boolean {
  if (piece.kind === 'role') return placeRole(block, piece)
  if (piece.kind === 'capitals') return placeCapitals(block, piece, last)
  if (piece.kind !== 'mode' || block.role.length > 0) return false
  block.mode = [piece]
  return true
}

/** A line of capitals right below goes on with what stands above: `TM. ỦY BAN NHÂN DÂN⏎TỈNH BÌNH MINH`. */
function placeCapitals(block: Block, piece: Piece, last: Piece | undefined): boolean {
  const above = block.role.length > 0 ? block.role : block.mode
  const isNext = last !== undefined && piece.line - last.line <= 2
  if (!isNext || above.length === 0 || above.length > 2 || /\d/u.test(piece.words)) return false
  above.push(piece)
  return true
}

/** Behind a bare `KT.` the first office is the one signed for. */
function placeRole(block: Block, piece: Piece): boolean {
  const [mode] = block.mode
  const isBare = mode && block.mode.length === 1 && /^[A-Z/]+\s?\.?$/u.test(mode.words)
  if (isBare && !/^(?:TM|T\/M|Q)/u.test(mode.words) && block.role.length === 0) {
    block.mode.push(piece)
    return true
  }
  if (block.role.length > 0) return false
  block.role = [piece]
  return true
}

function fieldsOf(copies: Copies, { mode, role, name }: Block): Partial<Header> {
  const fields: Partial<Header> = {}
  const signingMode = joined(copies, mode)
  if (signingMode) fields.signingMode = signingMode
  const signerRole = joined(copies, role)
  if (signerRole) fields.signerRole = signerRole
  if (name) fields.signer = found(copies, name)
  return fields
}

function joined(copies: Copies, pieces: Piece[]): Found | undefined {
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last) return undefined
  const span: Span = { start: first.start, end: last.end }
  return found(copies, span, oneLine(pieces.map(({ words }) => words).join(' ')))
}
