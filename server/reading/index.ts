import { foldText } from '../legal/foldText.ts'
import type { Extraction, Header, Knowledge, OutlinePart } from './types.ts'
import { compose, offsetsAsSent, spansAsSent } from './asSent.ts'
import type { Draft } from './citation.ts'
import { foldCopies } from './fold.ts'
import type { Copies } from './fold.ts'
import { findCitations } from './findCitations.ts'
import { finish } from './finish.ts'
import { aroundOf } from './findDoubts.ts'
import { findPlans } from './findPlans.ts'
import { findOrders } from './findOrders.ts'
import { findStandards } from './findStandards.ts'
import { findRepeats } from './findRepeats.ts'
import { inherit } from './inherit.ts'
import { withoutOwn } from './ownNumber.ts'
import { outline } from './outline.ts'
import { parseHeader } from './parseHeader.ts'
import { relate } from './relate.ts'
import { typeOfNoun } from './typeOfNoun.ts'

export { extractNumbers } from './extractNumbers.ts'
export type { NumberCited } from './extractNumbers.ts'
export { rereadSpan } from './rereadSpan.ts'
export type * from './types.ts'

/** More Điều than an order has. */
const MOST_ARTICLES = 6
/** Types whose sentences set standing rules. */
const NORMATIVE = /^(?:hiến pháp|bộ luật|luật|pháp lệnh|nghị định|thông tư)/iu

/**
 * Reads a document: header, citations, orders, outline. The text may stand in any Unicode form; all offsets are UTF-16 units
 * into the text as it was sent, and `text.slice(start, end) === quote` for all that is found. Values are NFC.
 * Pure; never throws on any text.
 */
export function extract(text: string, knowledge: Knowledge = {}): Extraction {
  const composed = compose(text)
  const extraction = readComposed(composed, knowledge)
  return composed === text ? extraction : spansAsSent(extraction, text, offsetsAsSent(text))
}

function readComposed(text: string, knowledge: Knowledge): Extraction {
  const copies = foldCopies(text)
  const header = parseHeader(copies)
  const drafts = withoutOwn(inherited(copies, knowledge), header)
  const body = bodyStart(header)
  const ownType = typeOfNoun(header.type?.value ?? null)
  const ownIssuer = header.issuer ? foldText(header.issuer.value) : null
  relate(copies, drafts, { bodyStart: body, ownType, ownIssuer })
  const around = aroundOf(copies, drafts, header.type ? (header.date?.value ?? null) : null)
  const plans = findPlans(copies, drafts, knowledge.planNames)
  const citations = [...drafts, ...plans].map(draft => finish(draft, around))
  const parts = outline(copies)
  return {
    header,
    citations,
    repeats: findRepeats(copies, drafts, ownType).map(draft => finish(draft)),
    orders: findOrders(copies, { citations, bodyStart: body, ...ordering(header, parts) }),
    standards: findStandards(copies),
    outline: parts,
  }
}

/** Citations with what lists hand on to their members. */
function inherited(copies: Copies, knowledge: Knowledge): Draft[] {
  const drafts = findCitations(copies, knowledge)
  inherit(copies, drafts)
  return drafts
}

/** What orders need to know of the document they stand in. */
function ordering({ date, partialDate, type }: Header, parts: OutlinePart[]) {
  const issuedOn = date?.value ?? partialDate?.value ?? null
  const articles = parts.filter(({ kind }) => kind === 'article').length
  return { issuedOn, isNormative: NORMATIVE.test(type?.value ?? '') || articles > MOST_ARTICLES }
}

/** Where the head ends: behind the title, the place and date or the addressee, whichever stands last. */
function bodyStart({ subject, date, partialDate, addressees }: Header): number {
  const ends = [subject, date, partialDate, addressees].map(part => part?.end ?? 0)
  return Math.max(...ends)
}
