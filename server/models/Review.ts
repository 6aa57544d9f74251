import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import { codes, OUTCOMES, REVIEW_KINDS, REVIEW_STATES } from '../legal/glossary.ts'
import { ISO_DATE } from '../legal/dates.ts'
import { historySchema } from './historyShape.ts'

const isoDate = { type: String, match: ISO_DATE }

/** One step of the chain from the changed document to the reviewed one, with the line that ties them. */
const linkSchema = new Schema(
  {
    document: { type: Schema.Types.ObjectId, ref: 'LegalDocument', required: true },
    relation: { type: String, required: true },
    quote: { type: String, default: '' },
  },
  { _id: false },
)

/** What the reviewer found on one provision: a code of `server/review/findings.ts`, words, what it was held against, an outcome. */
const findingSchema = new Schema(
  {
    provision: { type: String, required: true },
    finding: { type: String, default: '' },
    note: { type: String, default: '' },
    against: { type: String, default: '' },
    proposal: { type: String, default: '' },
  },
  { _id: false },
)

/** One review of one document for one ground. */
const reviewSchema = new Schema(
  {
    /** `RS-2026-0187`. */
    code: { type: String, required: true, unique: true },
    document: { type: Schema.Types.ObjectId, ref: 'LegalDocument', required: true },
    /** Of a document nobody has registered yet: `document` is then the id of nothing, and moves when its citation is linked. */
    stub: {
      type: new Schema(
        {
          citation: { type: Schema.Types.ObjectId, ref: 'Citation', required: true },
          toKey: { type: String, required: true },
          name: { type: String, required: true },
        },
        { _id: false },
      ),
    },
    /** The sentences that order it, a line each, for a review "theo chỉ đạo". */
    orderQuote: { type: String, default: '' },
    kind: { type: String, enum: codes(REVIEW_KINDS), required: true },
    /** Code of `server/legal/reviewGrounds.ts`: `basisChanged`, `selfChanged`, `periodic`, `ordered`, `manual`. */
    ground: { type: String, required: true },
    groundText: { type: String, default: '' },
    /** Effect that opened it; for periodic ones a key such as `periodic:2026-11-30` in `triggerKey`. */
    trigger: { type: Schema.Types.ObjectId, ref: 'Effect' },
    triggerDocument: { type: Schema.Types.ObjectId, ref: 'LegalDocument' },
    triggerKey: { type: String, required: true },
    chain: { type: [linkSchema], default: [] },
    depth: { type: Number, default: 1 },
    unit: { type: Schema.Types.ObjectId, ref: 'Unit' },
    reviewer: { type: Schema.Types.ObjectId, ref: 'User' },
    dueOn: { ...isoDate, required: true },
    duePrecision: {
      type: String,
      enum: ['day', 'month', 'quarter', 'session'],
      default: 'day',
      required: true,
    },
    /** How the due day was computed: rows of label key and parameters, so that it can explain itself. */
    dueWhy: {
      type: [
        new Schema(
          { key: { type: String, required: true }, params: { type: Schema.Types.Mixed } },
          { _id: false },
        ),
      ],
      default: [],
    },
    dueSetByPerson: { type: Boolean, default: false },
    state: { type: String, enum: codes(REVIEW_STATES), default: 'open', required: true },
    isOpen: { type: Boolean, default: true, required: true },
    overdueSince: isoDate,
    openedOn: { ...isoDate, required: true },
    openedBy: { type: Schema.Types.ObjectId, ref: 'User' },
    acceptedAt: { type: Date },
    findings: { type: [findingSchema], default: [] },
    outcome: { type: String, enum: [...codes(OUTCOMES), ''], default: '' },
    outcomeReason: { type: String, default: '' },
    competentAgency: { type: String, default: '' },
    priority: { type: String, enum: ['', 'urgent', 'needed', 'planned'], default: '' },
    submittedBy: { type: Schema.Types.ObjectId, ref: 'User' },
    submittedAt: { type: Date },
    approvedBy: { type: Schema.Types.ObjectId, ref: 'User' },
    approvedAt: { type: Date },
    returnedReason: { type: String, default: '' },
    /** The document that carries out an amend/replace/repeal outcome. */
    followUp: { type: Schema.Types.ObjectId, ref: 'LegalDocument' },
    closedAt: { type: Date },
    closedReason: { type: String, default: '' },
    isIllustrative: { type: Boolean, default: false },
    history: { type: [historySchema], default: [] },
    revision: { type: Number, default: 1, required: true },
  },
  { timestamps: true },
)
// One open review per document, ground and trigger: opening it twice is a no-op. (Partial indexes know no $ne.)
reviewSchema.index(
  { document: 1, ground: 1, triggerKey: 1 },
  { unique: true, partialFilterExpression: { isOpen: true } },
)
reviewSchema.index({ isOpen: 1, dueOn: 1 })
reviewSchema.index({ isOpen: 1, unit: 1, dueOn: 1 })
reviewSchema.index({ isOpen: 1, reviewer: 1, dueOn: 1 })
reviewSchema.index({ document: 1, openedOn: -1 })
reviewSchema.index({ triggerDocument: 1 })
reviewSchema.index({ 'stub.citation': 1 }, { sparse: true })

export const Review = model('Review', reviewSchema)
export type ReviewRecord = InferSchemaType<typeof reviewSchema> & { _id: Types.ObjectId }
