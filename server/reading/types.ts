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
  /** `MẬT`, `TỐI MẬT`, `TUYỆT MẬT` as printed. */
  secrecy?: Found
  /** `KHẨN`, `THƯỢNG KHẨN`, `HỎA TỐC` as printed, with a time when one stands behind. */
  urgency?: Found
  /** Who signed digitally, as the stamp says: `Ký bởi: Sở Công Thương`. */
  digitalSigner?: Found
}

/**
 * How a document is cited: by its number; a law by its name; a plan, programme or project by its name (`Đề án 06`); by words that
 * repeat a citation of the same text (`Nghị định trên`).
 */
export type CitationForm = 'number' | 'name' | 'plan' | 'repeat'

/** One step of a pinpoint: `Điều 5` → article 5; `Điều 5 đến Điều 8` → article 5 to 8. */
export interface PinpointStep {
  unit:
    | 'part'
    | 'chapter'
    | 'section'
    | 'article'
    | 'clause'
    | 'point'
    | 'item'
    | 'paragraph'
    | 'appendix'
    | 'form'
  label: string
  to?: string
}

/** A number that is no document but a technical standard: `TCVN ISO 9001:2015`, `QCVN 01-132:2013/BNNPTNT`. */
export interface StandardFound extends Span {
  quote: string
  code: string
}

/** One mention of another document. The words are those of the text; what is concluded stands beside them. */
export interface CitationFound extends Span {
  quote: string
  form: CitationForm
  /** As printed, blanks and line breaks removed; null for a law cited by name. */
  number: string | null
  /** Noun before the number as written, inherited in lists: `Văn bản`. */
  type: string | null
  date: IsoDate | null
  issuer: string | null
  /** Words as written: `khoản 2 Điều 5`. */
  pinpoint: string | null
  /** The provisions those words name, one path each, outermost step first; lists are several paths. Empty without a pinpoint. */
  pinpointPaths: PinpointStep[][]
  /** What this document does to the cited one. Null when the words tell of another document's doing. */
  relation: RelationKind | null
  /**
   * What the words say between the cited document and another cited one: in `Nghị định A sửa đổi Nghị định B` B is amended by
   * A, in `A được thay thế bởi B` B replaces A. Never an effect of this document.
   */
  saidRelation: RelationKind | null
  /** What the same words say besides: `sửa đổi, bổ sung, bãi bỏ một số điều của` is amends and also repeals. */
  alsoRelation: RelationKind | null
  /** Index (in `citations`) of the document `saidRelation` ties it to; null when the text names none. */
  saidWith: number | null
  /** Whether this document acts (`… bị thay thế bởi A`: A acts) or is acted on (`A sửa đổi B`: B is acted on). */
  saidRole: 'actor' | 'object' | null
  /** For a repeat: index (in `citations`) of the citation it repeats; null when two could be meant. */
  antecedent: number | null
  /** `gửi kèm`, `đính kèm`: the sender says the file comes along, so it is asked for. */
  isAttached: boolean
  /** For a plan: the years it runs, `2016-2020`. */
  period: string | null
  /** Name of a law cited by name, or title after a number. */
  title: string | null
  /** Year a law is cited by: `Luật Điện lực năm 2024`. */
  year: number | null
  /** Years of its amendments a law is cited with: `được sửa đổi, bổ sung năm 2025`. */
  amendedIn: number[]
  partialDate: string | null
  /** Type concluded from the symbol when the noun is a wildcard ("Văn bản số 53/TB-VPCP" → notice). */
  resolvedType: DocumentType | null
  /** For a change: the whole document or a part of it. */
  scope: 'whole' | 'part' | null
  /**
   * Label keys under `doubts.*`: number year and date year differ, symbol incomplete, … With a word the label needs behind a
   * colon: `unknownIssuer:BNNMT`.
   */
  doubts: string[]
}

/** An order found in the text ("… rà soát, báo cáo trước ngày 26/4/2019"). */
export interface OrderFound extends Span {
  quote: string
  /** Who is ordered, as written; null when the sentence names nobody. */
  unit: string | null
  /** What is to be done, as written. */
  action: string | null
  /** The work is already going on: `đang thực hiện rà soát`. */
  isUnderway: boolean
  /** The day written, or the last day of the month or quarter; null when the words name none that can be told. */
  dueOn: IsoDate | null
  /** `before` leaves the day itself out: `trước ngày 26/4/2019`. Null without a term. */
  dueKind: 'before' | 'by' | null
  duePrecision: 'day' | 'month' | 'quarter' | null
  /** The term as written: `trong thời hạn 05 ngày làm việc kể từ ngày nhận được`. */
  dueWords: string | null
  /** Whether the ordered work is the review of cited documents. */
  isReview: boolean
  /** Citations (indexes in the list) standing in the order. */
  citations: number[]
}

/** One part of the document: Phần, Chương, Mục, Điều, khoản, điểm, phụ lục, numbered heading. */
export interface OutlinePart extends Span {
  kind: 'part' | 'chapter' | 'section' | 'article' | 'clause' | 'point' | 'appendix' | 'heading'
  /** `Điều 5`, `II`, `2.1`; of a clause `2`, of a point `đ`. */
  label: string
  title: string
  /** 0 for the outermost parts. A part ends where the next of its depth or above begins. */
  depth: number
}

/** What a register has learned beyond the tables shipped with the reader. All optional: without it the reader knows only those. */
export interface Knowledge {
  /** Titles of laws, codes, ordinances: `Luật Đất đai`. */
  lawTitles?: readonly string[]
  /** Names of bodies as texts write them. */
  issuerNames?: readonly string[]
  /** Names of plans, programmes, projects cited without a number: `Đề án 06`. */
  planNames?: readonly string[]
}

/** Everything the reader finds in one text. */
export interface Extraction {
  header: Header
  /** In the order of the text; plans (form `plan`) stand behind all others. */
  citations: CitationFound[]
  /** Words that repeat one of `citations` (form `repeat`, its index in `antecedent`): `Nghị định nêu trên`. No citations themselves. */
  repeats: CitationFound[]
  orders: OrderFound[]
  standards: StandardFound[]
  outline: OutlinePart[]
}
