import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import { codes, RELATION_KINDS } from '../legal/glossary.ts'
import { ISO_DATE } from '../legal/dates.ts'

/** What the starter catalogue says of an edge, beside what the text or a person says. */
const starterSchema = new Schema(
  {
    support: { type: Number, default: 0 },
    sources: { type: [String], default: [] },
    /** `whole`, `part`, `whole-with-exceptions`, `amending text` or nothing. */
    scope: { type: String, default: '' },
    /** Provisions of the acting and of the touched document. */
    pinpointFrom: { type: String, default: '' },
    pinpointTo: { type: String, default: '' },
    effectiveOn: { type: String, default: '' },
    print: { type: String, default: '' },
  },
  { _id: false },
)

/** One typed edge between two registered documents, stored once, read both ways. */
const relationSchema = new Schema(
  {
    from: { type: Schema.Types.ObjectId, ref: 'LegalDocument', required: true },
    to: { type: Schema.Types.ObjectId, ref: 'LegalDocument', required: true },
    kind: { type: String, enum: codes(RELATION_KINDS), required: true },
    scope: { type: String, enum: ['whole', 'part'], default: 'whole' },
    provisions: { type: String, default: '' },
    /** Day the change works from; the actor's effective date when its text gives no other. */
    effectiveOn: { type: String, match: ISO_DATE },
    evidence: [{ type: Schema.Types.ObjectId, ref: 'Citation' }],
    quote: { type: String, default: '' },
    reason: { type: String, default: '' },
    /** `fact:…` for shipped facts, `text` when read, `person` when typed. */
    source: { type: String, default: 'text' },
    starter: { type: starterSchema },
    confirmedBy: { type: Schema.Types.ObjectId, ref: 'User' },
    confirmedAt: { type: Date },
  },
  { timestamps: true },
)
relationSchema.index({ from: 1, to: 1, kind: 1 }, { unique: true })
relationSchema.index({ to: 1, kind: 1 })

export const Relation = model('Relation', relationSchema)
export type RelationRecord = InferSchemaType<typeof relationSchema> & { _id: Types.ObjectId }
