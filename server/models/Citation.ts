import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import { CITATION_STATES, codes, DOCUMENT_TYPES, RELATION_KINDS } from '../legal/glossary.ts'
import { ISO_DATE } from '../legal/dates.ts'

/** What a person did last: linked it, rejected it, said it means none here, added or moved it, corrected what was read. */
const CITATION_DECISIONS = ['', 'linked', 'rejected', 'none', 'added', 'corrected'] as const

/** One mention in one document. Machine findings and people's decisions live in the same row, told apart by origin. */
const citationSchema = new Schema(
  {
    from: { type: Schema.Types.ObjectId, ref: 'LegalDocument', required: true },
    start: { type: Number, required: true },
    end: { type: Number, required: true },
    quote: { type: String, required: true },
    /** The sentence around it, for evidence. */
    sentence: { type: String, default: '' },
    form: { type: String, enum: ['number', 'name', 'plan', 'repeat'], default: 'number' },
    number: { type: String, default: '' },
    type: { type: String, default: '' },
    resolvedType: { type: String, enum: [...codes(DOCUMENT_TYPES), ''], default: '' },
    issuedOn: { type: String, match: ISO_DATE },
    issuedPartial: { type: String, default: '' },
    issuer: { type: String, default: '' },
    issuerKey: { type: String, default: '' },
    pinpoint: { type: String, default: '' },
    title: { type: String, default: '' },
    year: { type: Number },
    /** Years a plan runs: `2016-2020`. */
    period: { type: String, default: '' },
    /** The sender says the file comes along ("gửi kèm"): it is asked for. */
    isAttached: { type: Boolean, default: false },
    relation: { type: String, enum: [...codes(RELATION_KINDS), ''], default: '' },
    scope: { type: String, enum: ['', 'whole', 'part'], default: '' },
    /** Set when a person confirmed or changed the relation at confirmation. */
    relationDecided: { type: Boolean, default: false },
    /** Set when a person took the tick off a change the machine read: it makes no relation. */
    relationRefused: { type: Boolean, default: false },
    /** What it waits for: `n:<numberKey>`, `t:<folded law title>|<year>` or `p:<folded plan name>|<period>`. Stub pages gather by it. */
    toKey: { type: String, required: true },
    state: { type: String, enum: codes(CITATION_STATES), default: 'missing', required: true },
    to: { type: Schema.Types.ObjectId, ref: 'LegalDocument' },
    candidates: { type: [Schema.Types.ObjectId], ref: 'LegalDocument', default: [] },
    /** Label key that says how the link was found or why it is open. */
    reason: { type: String, default: '' },
    doubts: { type: [String], default: [] },
    origin: { type: String, enum: ['machine', 'person'], default: 'machine', required: true },
    /**
     * What a person linked, rejected or said means none here, no machine changes again. One added or corrected that leads nowhere yet is looked up
     * like the others; once it leads somewhere, it stays (`OPEN_TO_MACHINE`).
     */
    decision: { type: String, enum: CITATION_DECISIONS, default: '' },
    decidedBy: { type: Schema.Types.ObjectId, ref: 'User' },
    decidedAt: { type: Date },
    /** Of a registered document: only these count as live citations of the register. */
    isLive: { type: Boolean, default: false, required: true },
  },
  { timestamps: true },
)
citationSchema.index({ from: 1, start: 1 })
citationSchema.index({ toKey: 1, state: 1 })
citationSchema.index({ to: 1, relation: 1, isLive: 1 })
citationSchema.index({ candidates: 1 })

export const Citation = model('Citation', citationSchema)
export type CitationRecord = InferSchemaType<typeof citationSchema> & { _id: Types.ObjectId }
