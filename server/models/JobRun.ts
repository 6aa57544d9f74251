import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/** One run of one job; the unique insert is the claim. */
const jobRunSchema = new Schema(
  {
    job: { type: String, required: true },
    /** The instant it was due (scheduled fire, or the instant it was asked for by hand). */
    due: { type: Date, required: true },
    /** Legal day it works for. */
    today: { type: String, required: true },
    origin: { type: String, enum: ['clock', 'catchUp', 'hand'], default: 'clock', required: true },
    state: {
      type: String,
      enum: ['running', 'done', 'failed'],
      default: 'running',
      required: true,
    },
    claimedBy: { type: String, required: true },
    leaseUntil: { type: Date },
    attempts: { type: Number, default: 1 },
    startedAt: { type: Date, required: true },
    finishedAt: { type: Date },
    counts: { type: Schema.Types.Mixed, default: {} },
    failures: { type: [String], default: [] },
    isIllustrative: { type: Boolean, default: false },
  },
  { timestamps: true },
)
jobRunSchema.index({ job: 1, due: 1 }, { unique: true })
jobRunSchema.index({ job: 1, state: 1, startedAt: -1 })

export const JobRun = model('JobRun', jobRunSchema)
export type JobRunRecord = InferSchemaType<typeof jobRunSchema> & { _id: Types.ObjectId }
