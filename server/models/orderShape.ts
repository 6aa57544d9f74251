import { Schema } from 'mongoose'
import { ISO_DATE } from '../legal/dates.ts'

const isoDate = { type: String, match: ISO_DATE }

/**
 * An order read in the text of a document, and what a person decided on it. The machine's words and the person's stand apart. It keeps
 * its id when the text is read again or replaced: by it the order has its task, once.
 */
export const orderSchema = new Schema({
  /** Absent on what was stored before orders had ids. */
  _id: { type: Schema.Types.ObjectId, auto: true },
  start: { type: Number, required: true },
  end: { type: Number, required: true },
  quote: { type: String, required: true },
  /** Who is ordered, what to do and until when, as written; '' where the words do not say. */
  unit: { type: String, default: '' },
  action: { type: String, default: '' },
  dueWords: { type: String, default: '' },
  /** Day written; `before` leaves it out (`trước ngày …`). */
  dueOn: isoDate,
  dueKind: { type: String, enum: ['', 'before', 'by'], default: '' },
  duePrecision: { type: String, enum: ['', 'day', 'month', 'quarter'], default: '' },
  isReview: { type: Boolean, default: false, required: true },
  /** `đang thực hiện rà soát`. */
  isUnderway: { type: Boolean, default: false },
  /** Where the documents to be reviewed are cited. */
  objects: {
    type: [new Schema({ start: Number, end: Number }, { _id: false })],
    default: [],
  },
  decision: { type: String, enum: ['', 'accepted', 'declined'], default: '' },
  decidedBy: { type: Schema.Types.ObjectId, ref: 'User' },
  decidedAt: { type: Date },
  /**
   * What a person put in place of what was read; of an accepted order, what they took. `typedFields`: where their words differ from the
   * proposal, if only by emptying a field. (`hasTyped`: all three, of before these were told apart.)
   */
  hasTyped: { type: Boolean, default: false },
  typedFields: {
    type: [{ type: String, enum: ['unit', 'dueOn', 'action'] as const, required: true }],
    default: [],
  },
  typedUnit: { type: Schema.Types.ObjectId, ref: 'Unit' },
  typedDueOn: isoDate,
  typedAction: { type: String, default: '' },
})
