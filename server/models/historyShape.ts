import { Schema } from 'mongoose'

/** A line of the history of a review or task: who did what, with the words that go with it. */
export const historySchema = new Schema(
  {
    at: { type: Date, required: true },
    by: { type: Schema.Types.ObjectId, ref: 'User' },
    byName: { type: String, default: '' },
    /** Label key under `reviews.history.*` or `tasks.history.*`. */
    what: { type: String, required: true },
    note: { type: String, default: '' },
  },
  { _id: false },
)
