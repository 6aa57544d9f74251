import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/** A unit of the home body (phòng, tổ, trung tâm). Its head is a user. */
const unitSchema = new Schema(
  {
    name: { type: String, required: true, unique: true },
    shortName: { type: String, default: '' },
    /** Suffixes of symbols this unit drafts under: `VP`, `QLCN`. */
    symbols: { type: [String], default: [] },
    head: { type: Schema.Types.ObjectId, ref: 'User' },
    isActive: { type: Boolean, default: true, required: true },
    revision: { type: Number, default: 0, required: true },
  },
  { timestamps: true },
)

export const Unit = model('Unit', unitSchema)
export type UnitRecord = InferSchemaType<typeof unitSchema> & { _id: Types.ObjectId }
