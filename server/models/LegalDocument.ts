import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import {
  codes,
  DIRECTIONS,
  DOCUMENT_CLASSES,
  DOCUMENT_STATES,
  DOCUMENT_TYPES,
  FORCE_STATUSES,
} from '../legal/glossary.ts'
import { ISO_DATE } from '../legal/dates.ts'
import { orderSchema } from './orderShape.ts'

const isoDate = { type: String, match: ISO_DATE }

/** Where in the text a field was read, and who has the last word on it. */
const evidenceSchema = new Schema(
  {
    field: { type: String, required: true },
    start: { type: Number, required: true },
    end: { type: Number, required: true },
    quote: { type: String, required: true },
    doubt: { type: String },
  },
  { _id: false },
)

/** What the starter catalogue says of a document, with its support. Kept whatever a person decides. */
const starterSchema = new Schema(
  {
    /** Independent sources that give this issue date; those that give another. */
    support: { type: Number, default: 0 },
    dissent: { type: Number, default: 0 },
    /** What the row stands on: `header+codification+agreement`; `relation` when only a later act names it. */
    basis: { type: String, default: '' },
    /** Ids of the table of sources, at most five. */
    sources: { type: [String], default: [] },
    /** Id of its page in the old addresses of vbpl.vn. */
    vbplItem: { type: String, default: '' },
    aliases: { type: [String], default: [] },
    /** Day from which a later version of the same law is known, and its number: its own end is stated nowhere. */
    doubtFrom: isoDate,
    doubtBy: { type: String, default: '' },
    /** The values as the catalogue gives them. */
    told: {
      number: { type: String, default: '' },
      type: { type: String, default: '' },
      issuedOn: { type: String, default: '' },
      issuerName: { type: String, default: '' },
      title: { type: String, default: '' },
      effectiveFrom: { type: String, default: '' },
    },
    /** Changes when the shipped row changes: a second load writes only what differs. */
    print: { type: String, default: '' },
  },
  { _id: false },
)

/** One văn bản of any class, draft or registered. Never deleted: withdrawn with a reason. */
const legalDocumentSchema = new Schema(
  {
    state: { type: String, enum: codes(DOCUMENT_STATES), default: 'draft', required: true },
    /** As printed; empty when the draft has none yet ("chờ số"). Never repaired. */
    number: { type: String, default: '' },
    /** Folded number, for look-up only; never unique by itself. Empty when there is no number. */
    numberKey: { type: String, default: '' },
    type: { type: String, enum: [...codes(DOCUMENT_TYPES), ''], default: '' },
    docClass: { type: String, enum: codes(DOCUMENT_CLASSES), default: 'unknown', required: true },
    docClassReason: { type: String, default: '' },
    docClassOverruled: { type: Boolean, default: false },
    issuerName: { type: String, default: '' },
    /** Folded issuer name, qualified by province where the text allows: key of `server/legal/issuerKey.ts`. */
    issuerKey: { type: String, default: '' },
    parentAgency: { type: String, default: '' },
    place: { type: String, default: '' },
    issuedOn: isoDate,
    /** `2024-03` or `2023` when the day is not printed. */
    issuedPartial: { type: String, default: '' },
    title: { type: String, default: '' },
    signer: { type: String, default: '' },
    signerRole: { type: String, default: '' },
    signingMode: { type: String, default: '' },
    /** `MẬT`, `TỐI MẬT`, `TUYỆT MẬT` as stamped; who may see it says `secrecy`. */
    secrecyMark: { type: String, default: '' },
    /** `KHẨN`, `THƯỢNG KHẨN`, `HỎA TỐC` as stamped. */
    urgency: { type: String, default: '' },
    /** Who signed the electronic copy, as its stamp says; not the signer of the document. */
    digitalSigner: { type: String, default: '' },
    addressees: { type: [String], default: [] },
    recipients: { type: [String], default: [] },
    effectiveFrom: isoDate,
    effectiveTo: isoDate,
    arrivedOn: isoDate,
    registeredOn: isoDate,
    direction: { type: String, enum: codes(DIRECTIONS), default: 'incoming', required: true },
    /** Issued by us, or by our superior body on our draft: reviews open only on these. */
    own: { type: Boolean, default: false, required: true },
    responsibleUnit: { type: Schema.Types.ObjectId, ref: 'Unit' },
    /** Months between periodic reviews; absent: no rhythm. */
    reviewEveryMonths: { type: Number },
    lastReviewedOn: isoDate,
    secrecy: { type: String, enum: ['', 'restricted'], default: '' },
    /** Who may see a restricted document besides legal lead and admin. */
    visibleToUnits: { type: [Schema.Types.ObjectId], ref: 'Unit', default: [] },
    /** NFC text all offsets point into. Not loaded by default: `.select('+text')`. */
    text: { type: String, default: '', select: false },
    hasText: { type: Boolean, default: false, required: true },
    /** "ocr": a machine guessed the letters, so nothing read in it links by itself. */
    textOrigin: { type: String, enum: ['', 'ocr'], default: '' },
    evidence: { type: [evidenceSchema], default: [] },
    /** Not loaded by default: `.select('+orders')`. */
    orders: { type: [orderSchema], default: [], select: false },
    /** Fields a person typed or corrected: the machine never overwrites these. */
    decidedFields: { type: [String], default: [] },
    /** Folded words of number, title and issuer: what search falls back on without the engine. */
    searchWords: { type: [String], default: [] },
    /** Today's force status, a projection refreshed by every effect and each night. Truth: effects. */
    forceStatus: { type: String, enum: codes(FORCE_STATUSES), default: 'undetermined' },
    forceStatusOn: isoDate,
    /** Where the facts came from: `fact:…` ids, `person`, `demo`. */
    source: { type: String, default: '' },
    isIllustrative: { type: Boolean, default: false },
    /** `starter`: a row of the shipped catalogue, "chưa đối chiếu"; everything else was registered here. */
    origin: { type: String, enum: ['register', 'starter'], default: 'register', required: true },
    starter: { type: starterSchema },
    /** The registered document that took the place of this row of the catalogue. */
    supersededBy: { type: Schema.Types.ObjectId, ref: 'LegalDocument' },
    /** Why a person registered it although the same bytes or identity were there. */
    duplicateReason: { type: String, default: '' },
    createdBy: { type: Schema.Types.ObjectId, ref: 'User' },
    confirmedBy: { type: Schema.Types.ObjectId, ref: 'User' },
    confirmedAt: { type: Date },
    withdrawnReason: { type: String, default: '' },
    /** Counts every change; forms carry it, the index repeats it. */
    revision: { type: Number, default: 1, required: true },
    /** Revision the search engine holds; behind `revision` = waiting for repair. -1: not indexed. */
    indexedRevision: { type: Number, default: -1, required: true },
    needsIndexing: { type: Boolean, default: true, required: true },
  },
  { timestamps: true },
)
legalDocumentSchema.index({ numberKey: 1, issuedOn: 1 })
legalDocumentSchema.index({ state: 1, type: 1, issuedOn: -1 })
legalDocumentSchema.index({ state: 1, issuedOn: -1, _id: -1 })
legalDocumentSchema.index({ state: 1, updatedAt: -1 })
legalDocumentSchema.index({ searchWords: 1, state: 1 })
legalDocumentSchema.index({ own: 1, reviewEveryMonths: 1 })
legalDocumentSchema.index({ origin: 1, state: 1 })
legalDocumentSchema.index(
  { supersededBy: 1 },
  { partialFilterExpression: { supersededBy: { $exists: true } } },
)
legalDocumentSchema.index(
  { needsIndexing: 1 },
  { partialFilterExpression: { needsIndexing: true } },
)

export const LegalDocument = model('LegalDocument', legalDocumentSchema)
export type OrderRecord = InferSchemaType<typeof orderSchema>
export type LegalDocumentRecord = InferSchemaType<typeof legalDocumentSchema> & {
  _id: Types.ObjectId
}
