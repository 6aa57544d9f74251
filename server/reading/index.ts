import type { Extraction } from './types.ts'
import { foldCopies } from './fold.ts'
import { findCitations } from './findCitations.ts'
import { finish } from './finish.ts'
import { findOrders } from './findOrders.ts'
import { inherit } from './inherit.ts'
import { withoutOwn } from './ownNumber.ts'
import { outline } from './outline.ts'
import { parseHeader } from './parseHeader.ts'
import { relate } from './relate.ts'

export { rereadSpan } from './rereadSpan.ts'
export type * from './types.ts'

/**
 * Reads a document: header, citations, orders, outline. The text is NFC; all offsets are UTF-16 units into it.
 * Pure; never throws on any text.
 */
export function extract(text: string): Extraction {
  const copies = foldCopies(text)
  const header = parseHeader(copies)
  const drafts = findCitations(copies)
  inherit(copies, drafts)
  relate(copies, drafts)
  const citations = withoutOwn(drafts, header).map(finish)
  return { header, citations, orders: findOrders(copies, citations), outline: outline(copies) }
}
