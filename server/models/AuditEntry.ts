import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/** Append-only: who did what to which record, before and after, when and why; chained by hash. */
const auditEntrySchema = new Schema(
  {
    sequence: { type: Number, required: true, unique: true },
    at: { type: Date, required: true },
    by: { type: Schema.Types.ObjectId, ref: 'User' },
    byName: { type: String, default: '' },
    /** Code of `server/audit/actions.ts`. */
    action: { type: String, required: true },
    targetKind: { type: String, required: true },
    target: { type: Schema.Types.ObjectId },
    before: { type: Schema.Types.Mixed },
    after: { type: Schema.Types.Mixed },
    reason: { type: String, default: '' },
    /** Empty on the first entry. */
    previousHash: { type: String, default: '' },
    hash: { type: String, required: true },
  },
  // An empty object stays: the hash covers it.
  { timestamps: false, minimize: false },
)
auditEntrySchema.index({ targetKind: 1, target: 1, sequence: -1 })

export const AuditEntry = model('AuditEntry', auditEntrySchema)
export type AuditEntryRecord = InferSchemaType<typeof auditEntrySchema> & { _id: Types.ObjectId }
