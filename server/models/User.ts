import { model, Schema, type InferSchemaType, type Types } from 'mongoose'
import { codes, ROLES } from '../legal/glossary.ts'

/** A person who signs in. Never deleted: made inactive. */
const userSchema = new Schema(
  {
    /** Sign-in name, lower case, NFC. */
    username: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    email: { type: String, default: '' },
    /** argon2id; absent until the one-time link is used. */
    passwordHash: { type: String },
    roles: { type: [{ type: String, enum: codes(ROLES), required: true }], default: [] },
    unit: { type: Schema.Types.ObjectId, ref: 'Unit' },
    deputy: { type: Schema.Types.ObjectId, ref: 'User' },
    isActive: { type: Boolean, default: true, required: true },
    lastSignInAt: { type: Date },
    revision: { type: Number, default: 0, required: true },
  },
  { timestamps: true },
)
userSchema.index({ roles: 1, isActive: 1 })
userSchema.index({ unit: 1 })

export const User = model('User', userSchema)
export type UserRecord = InferSchemaType<typeof userSchema> & { _id: Types.ObjectId }
