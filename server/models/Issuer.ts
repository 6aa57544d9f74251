import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import { ISO_DATE } from '../legal/dates.ts'

/** A body in a period. "UBND tỉnh Quảng Trị" before and after 01/7/2025 are two issuers. */
const issuerSchema = new Schema(
  {
    code: { type: String, required: true },
    name: { type: String, required: true },
    /** Folded names and aliases, for look-up. */
    keys: { type: [String], default: [] },
    abbreviations: { type: [String], default: [] },
    level: {
      type: String,
      enum: ['central', 'province', 'district', 'commune', 'party', 'other'],
      default: 'other',
    },
    provinceCode: { type: String, default: '' },
    validFrom: { type: String, match: ISO_DATE },
    validTo: { type: String, match: ISO_DATE },
    successors: { type: [String], default: [] },
    source: { type: String, default: '' },
  },
  { timestamps: true },
)
issuerSchema.index({ code: 1, validFrom: 1 }, { unique: true })
issuerSchema.index({ keys: 1 })

export const Issuer = model('Issuer', issuerSchema)
export type IssuerRecord = InferSchemaType<typeof issuerSchema> & { _id: Types.ObjectId }
