import type { Copies } from '../fold.ts'
import type { Header } from '../types.ts'
import { found } from './found.ts'

/**
 * Stamps of digital signatures, a fallback for a head left blank; marked doubtful, for the stamp says when it was signed:
 *   2019-04-19T09:11:49+0700⏎Việt Nam⏎Nguyễn Văn A<…> đã ký lên văn bản này!
 *   Thời gian ký: 18/07/2026 18:13:22 +07:00
 */
const STAMP = /(?<iso>20\d{2}-[01]\d-[0-3]\d)T\d{2}:\d{2}/u

export function readStamp(copies: Copies, header: Partial<Header>): Partial<Header> {
  if (header.date || header.partialDate) return {}
  const match = STAMP.exec(copies.text)
  const day = match?.groups?.iso
  if (!match || !day) return {}
  const span = { start: match.index, end: match.index + day.length }
  return { date: { ...found(copies, span, day), doubt: 'dateFromStamp' } }
}
