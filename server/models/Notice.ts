import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import { ISO_DATE } from '../legal/dates.ts'

/** Ledger of reminders: one row per obligation, due date, stage and person, ever. */
const noticeSchema = new Schema(
  {
    obligationKind: { type: String, enum: ['review', 'task'], default: 'review', required: true },
    obligation: { type: Schema.Types.ObjectId, required: true },
    dueOn: { type: String, match: ISO_DATE, required: true },
    /** `opened`, `d30`, `d15`, `d7`, `d2`, `d0`, `overdue`, `escalated` … of the ladder. */
    stage: { type: String, required: true },
    person: { type: Schema.Types.ObjectId, ref: 'User', required: true },
    channel: { type: String, enum: ['inbox', 'mail'], default: 'inbox', required: true },
    /** Label key and parameters that say why this person got it. */
    reason: { type: String, default: '' },
    createdOn: { type: String, match: ISO_DATE, required: true },
    seenAt: { type: Date },
    actedAt: { type: Date },
    isIllustrative: { type: Boolean, default: false },
  },
  { timestamps: true },
)
noticeSchema.index({ obligation: 1, dueOn: 1, stage: 1, person: 1 }, { unique: true })
noticeSchema.index({ person: 1, actedAt: 1, createdOn: -1 })

export const Notice = model('Notice', noticeSchema)
export type NoticeRecord = InferSchemaType<typeof noticeSchema> & { _id: Types.ObjectId }
