import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import { ISO_DATE } from '../legal/dates.ts'
import { codes, TASK_STATES } from '../legal/glossary.ts'
import { historySchema } from './historyShape.ts'

const isoDate = { type: String, match: ISO_DATE }

/** Work a registered document orders: who, what, until when, with the sentence as proof. */
const taskSchema = new Schema(
  {
    /** `CV-2026-0012`. */
    code: { type: String, required: true, unique: true },
    /** The document that orders it, and which of its orders: one task for one order. Tasks of before orders had ids have none. */
    document: { type: Schema.Types.ObjectId, ref: 'LegalDocument', required: true },
    order: { type: Schema.Types.ObjectId },
    /** Where the sentence stood in the text. */
    start: { type: Number, required: true },
    quote: { type: String, required: true },
    action: { type: String, required: true },
    unit: { type: Schema.Types.ObjectId, ref: 'Unit' },
    /** Who took it, or was given it. */
    person: { type: Schema.Types.ObjectId, ref: 'User' },
    dueOn: { ...isoDate, required: true },
    duePrecision: {
      type: String,
      enum: ['day', 'month', 'quarter'],
      default: 'day',
      required: true,
    },
    /** The term as written: `trước ngày 26/4/2026`. */
    dueWords: { type: String, default: '' },
    state: { type: String, enum: codes(TASK_STATES), default: 'open', required: true },
    isOpen: { type: Boolean, default: true, required: true },
    overdueSince: isoDate,
    openedOn: { ...isoDate, required: true },
    openedBy: { type: Schema.Types.ObjectId, ref: 'User' },
    doneAt: { type: Date },
    doneBy: { type: Schema.Types.ObjectId, ref: 'User' },
    /** The registered document that answers the order. */
    reply: { type: Schema.Types.ObjectId, ref: 'LegalDocument' },
    /** What was done; why no reply is needed, or why it was closed undone. */
    note: { type: String, default: '' },
    isIllustrative: { type: Boolean, default: false },
    history: { type: [historySchema], default: [] },
    revision: { type: Number, default: 1, required: true },
  },
  { timestamps: true },
)
taskSchema.index({ document: 1 })
taskSchema.index(
  { order: 1 },
  { unique: true, partialFilterExpression: { order: { $exists: true } } },
)
taskSchema.index({ isOpen: 1, dueOn: 1 })
taskSchema.index({ isOpen: 1, unit: 1, dueOn: 1 })
taskSchema.index({ isOpen: 1, person: 1, dueOn: 1 })

export const Task = model('Task', taskSchema)
export type TaskRecord = InferSchemaType<typeof taskSchema> & { _id: Types.ObjectId }
