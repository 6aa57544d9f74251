import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

/** A link that works once: the first admin, or a person setting a password. Only the SHA-256 of the token is kept. */
const oneTimeLinkSchema = new Schema(
  {
    tokenHash: { type: String, required: true, unique: true },
    purpose: { type: String, enum: ['firstAdmin', 'setPassword'], required: true },
    user: { type: Schema.Types.ObjectId, ref: 'User' },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date },
  },
  { timestamps: true },
)
oneTimeLinkSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 7 * 86_400 })

export const OneTimeLink = model('OneTimeLink', oneTimeLinkSchema)
export type OneTimeLinkRecord = InferSchemaType<typeof oneTimeLinkSchema> & { _id: Types.ObjectId }
