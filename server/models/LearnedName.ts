import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/**
 * A name the register has learned from a person's correction: how a body is written, what its abbreviation stands for, which document
 * a law, plan or programme cited by name means. Data with who and when; taken back, it stays on record.
 */
const learnedNameSchema = new Schema(
  {
    kind: { type: String, enum: ['issuer', 'document'], required: true },
    /**
     * By what it is looked up. A law or a body: the folded words of its name; what stands for a body that is not of the centre: those, `|`,
     * the province of the text; a plan: `<name>|<years>|<key of its body>`.
     */
    words: { type: String, required: true },
    /** As written in the text it was learned from. */
    written: { type: String, required: true },
    /** For a body: its full name as the person typed it. */
    name: { type: String, default: '' },
    /** For a plan: its years, `2016-2020`. */
    period: { type: String, default: '' },
    /** For a document cited by name: the one meant. */
    document: { type: Schema.Types.ObjectId, ref: 'LegalDocument' },
    /** The text it was learned in. */
    from: { type: Schema.Types.ObjectId, ref: 'LegalDocument' },
    taughtBy: { type: Schema.Types.ObjectId, ref: 'User', required: true },
    taughtAt: { type: Date, required: true },
    /** Another person said it means something else: nothing is concluded from it until it is taken back. */
    isDisputed: { type: Boolean, default: false, required: true },
    isRetired: { type: Boolean, default: false, required: true },
    retiredBy: { type: Schema.Types.ObjectId, ref: 'User' },
    retiredAt: { type: Date },
    revision: { type: Number, default: 1, required: true },
  },
  { timestamps: true },
)
learnedNameSchema.index({ kind: 1, words: 1 }, { unique: true })

export const LearnedName = model('LearnedName', learnedNameSchema)
export type LearnedNameRecord = InferSchemaType<typeof learnedNameSchema> & { _id: Types.ObjectId }
