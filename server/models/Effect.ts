import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import { codes, EFFECT_KINDS } from '../legal/glossary.ts'
import { ISO_DATE } from '../legal/dates.ts'

/** A dated event in the life of a document. Force status is a pure function of these. */
const effectSchema = new Schema(
  {
    target: { type: Schema.Types.ObjectId, ref: 'LegalDocument', required: true },
    kind: { type: String, enum: codes(EFFECT_KINDS), required: true },
    /** The document that did it; absent for the document's own clause. */
    source: { type: Schema.Types.ObjectId, ref: 'LegalDocument' },
    /** Day it works from; absent while unknown. */
    on: { type: String, match: ISO_DATE },
    provisions: { type: String, default: '' },
    territory: { type: String, default: '' },
    quote: { type: String, default: '' },
    recordedOn: { type: String, match: ISO_DATE, required: true },
    recordedBy: { type: Schema.Types.ObjectId, ref: 'User' },
    /** Set by the first cascade over it; cascading again changes nothing. */
    cascadedAt: { type: Date },
    withdrawnReason: { type: String, default: '' },
    /** `starter`: stated by the shipped catalogue, "chưa đối chiếu"; opens no review. */
    origin: { type: String, enum: ['register', 'starter'], default: 'register', required: true },
    starter: {
      type: { support: Number, sources: [String], notBefore: String, print: String, _id: false },
    },
  },
  { timestamps: true },
)
effectSchema.index({ target: 1, kind: 1, source: 1, on: 1 }, { unique: true })
effectSchema.index({ source: 1 })
effectSchema.index({ on: 1 })

export const Effect = model('Effect', effectSchema)
export type EffectRecord = InferSchemaType<typeof effectSchema> & { _id: Types.ObjectId }
