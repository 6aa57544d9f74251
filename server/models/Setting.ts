import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/** What the law or a province may change: a value with its source and whether it was checked against the text. */
const settingSchema = new Schema(
  {
    name: { type: String, required: true },
    regime: { type: String, default: '' },
    province: { type: String, default: '' },
    value: { type: Schema.Types.Mixed, required: true },
    source: { type: String, default: '' },
    isChecked: { type: Boolean, default: false, required: true },
    revision: { type: Number, default: 1, required: true },
  },
  { timestamps: true },
)
settingSchema.index({ name: 1, regime: 1, province: 1 }, { unique: true })

export const Setting = model('Setting', settingSchema)
export type SettingRecord = InferSchemaType<typeof settingSchema> & { _id: Types.ObjectId }
