import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/** Whose register this is. Exactly one (`key` is constant and unique). */
const homeBodySchema = new Schema(
  {
    key: { type: String, default: 'home', unique: true, required: true },
    name: { type: String, required: true },
    superiorName: { type: String, default: '' },
    provinceCode: { type: String, default: '' },
    provinceName: { type: String, default: '' },
    /** Symbol abbreviations of our own numbers: `SCT`. */
    abbreviations: { type: [String], default: [] },
    director: { type: Schema.Types.ObjectId, ref: 'User' },
    /** Only demo and test registers accept a made-up "today". */
    kind: { type: String, enum: ['live', 'demo', 'test'], default: 'live', required: true },
    revision: { type: Number, default: 0, required: true },
  },
  { timestamps: true },
)

export const HomeBody = model('HomeBody', homeBodySchema)
export type HomeBodyRecord = InferSchemaType<typeof homeBodySchema> & { _id: Types.ObjectId }
