import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/** The load of the starter catalogue: one record (`key` is constant and unique), claimed by a lease while it runs. */
const catalogueLoadSchema = new Schema(
  {
    key: { type: String, default: 'starter', unique: true, required: true },
    state: {
      type: String,
      enum: ['running', 'done', 'failed'],
      default: 'running',
      required: true,
    },
    /** Process that runs it, and until when it is believed alive. */
    claimedBy: { type: String, required: true },
    leaseUntil: { type: Date, required: true },
    stage: {
      type: String,
      enum: ['reading', 'documents', 'relations', 'effects', 'links'],
      default: 'reading',
    },
    done: { type: Number, default: 0 },
    total: { type: Number, default: 0 },
    counts: { type: Schema.Types.Mixed, default: {} },
    failure: { type: String, default: '' },
    startedAt: { type: Date, required: true },
    finishedAt: { type: Date },
    /** Who asked for it; nobody when a command did. */
    by: { type: Schema.Types.ObjectId, ref: 'User' },
    byName: { type: String, default: '' },
  },
  { timestamps: true },
)

export const CatalogueLoad = model('CatalogueLoad', catalogueLoadSchema)
export type CatalogueLoadRecord = InferSchemaType<typeof catalogueLoadSchema> & {
  _id: Types.ObjectId
}
