import type { DocumentType, RelationKind } from '../legal/glossary.ts'
import type { IsoDate } from '../legal/dates.ts'

/** Half-open range of UTF-16 units in the text as given (NFC). */
export interface Span {
  start: number
  end: number
}

/** A value read from the text, with the words it was read from. `text.slice(start, end) === quote`. */
export interface Found<T = string> extends Span {
  value: T
  quote: string
  /** Key of a label under `doubts.*` that says why a person should look; absent when sure. */
  doubt?: string
}

/** Names of the fields a header may hold. */
export type HeaderField = keyof Header

/** What stands at the head and the foot of a document. A field the text does not hold is absent: never invented. */
export interface Header {
  /** As printed, blanks removed: `599/SCT-VP`. Absent on a draft that leaves it blank. */
  number?: Found
  date?: Found<IsoDate>
  /** `2024-03` or `2023`: what a draft with a blank day says. Present only when `date` is not. */
  partialDate?: Found
  place?: Found
  /** As written, first letter upper case: `Thông báo`; `Công văn` for a letter with "V/v" or a type-less symbol. */
  type?: Found
  /** Issuing body as in the letterhead. */
  issuer?: Found
  parentAgency?: Found
  /** Trích yếu, lines joined, without "V/v". */
  subject?: Found
  addressees?: Found<string[]>
  /** `KT.`, `TM.`, `TL.`, `TUQ.`, `Q.` with the office it is signed for: `KT. GIÁM ĐỐC`. */
  signingMode?: Found
  signerRole?: Found
  signer?: Found
  recipients?: Found<string[]>
  /** Day the document says it takes effect. */
  effectiveFrom?: Found<IsoDate>
}

/** One mention of another document. The words are those of the text; what is concluded stands beside them. */
export interface CitationFound extends Span {
  quote: string
  /** As printed, blanks and line breaks removed; null for a law cited by name. */
  number: string | null
  /** Noun before the number as written, inherited in lists: `Văn bản`. */
  type: string | null
  date: IsoDate | null
  issuer: string | null
  /** Words as written: `khoản 2 Điều 5`. */
  pinpoint: string | null
  /** What this document does to the cited one. Null when the words tell of another document's doing. */
  relation: RelationKind | null
  /**
   * What the words say between the cited document and another cited one: in `Nghị định A sửa đổi Nghị định B` B is amended by
   * A, in `A được thay thế bởi B` B replaces A. Never an effect of this document.
   */
  saidRelation: RelationKind | null
  /** Name of a law cited by name, or title after a number. */
  title: string | null
  /** Year a law is cited by: `Luật Điện lực năm 2024`. */
  year: number | null
  partialDate: string | null
  /** Type concluded from the symbol when the noun is a wildcard ("Văn bản số 53/TB-VPCP" → notice). */
  resolvedType: DocumentType | null
  /** For a change: the whole document or a part of it. */
  scope: 'whole' | 'part' | null
  /** Label keys under `doubts.*`: number year and date year differ, symbol incomplete, … */
  doubts: string[]
}

/** An order found in the text ("… rà soát, báo cáo trước ngày 26/4/2019"). */
export interface OrderFound extends Span {
  quote: string
  dueOn: IsoDate | null
  /** Whether the ordered work is the review of cited documents. */
  isReview: boolean
  /** Citations (indexes in the list) standing in the order. */
  citations: number[]
}

/** One part of the document: Chương, Mục, Điều, phụ lục, numbered heading. */
export interface OutlinePart extends Span {
  kind: 'chapter' | 'section' | 'article' | 'appendix' | 'heading'
  /** `Điều 5`, `II`, `2.1`. */
  label: string
  title: string
}

/** Everything the reader finds in one text. */
export interface Extraction {
  header: Header
  citations: CitationFound[]
  orders: OrderFound[]
  outline: OutlinePart[]
}
