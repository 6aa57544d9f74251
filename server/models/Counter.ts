import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/** Running numbers that must not repeat: audit sequence (with its last hash), review codes by year. */
const counterSchema = new Schema({
  name: { type: String, required: true, unique: true },
  value: { type: Number, default: 0, required: true },
  lastHash: { type: String, default: '' },
})

export const Counter = model('Counter', counterSchema)
export type CounterRecord = InferSchemaType<typeof counterSchema> & { _id: Types.ObjectId }
