import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

const OLD_ENCODINGS = ['', 'tcvn3', 'vni', 'windows1258'] as const

/** Original bytes, kept byte for byte in GridFS under their SHA-256. */
const documentFileSchema = new Schema(
  {
    document: { type: Schema.Types.ObjectId, ref: 'LegalDocument', required: true },
    /** SHA-256 of the bytes, hex; also the GridFS id. */
    sha256: { type: String, required: true },
    name: { type: String, required: true },
    kind: { type: String, required: true },
    part: { type: String, enum: ['main', 'annex', 'signedCopy'], default: 'main', required: true },
    size: { type: Number, required: true },
    /** Offsets in the text at which pages begin. */
    pageStarts: { type: [Number], default: [] },
    hasText: { type: Boolean, default: false, required: true },
    /** The encoding its letters were in before they were brought over to Unicode; the bytes stay as they came. */
    encoding: { type: String, enum: OLD_ENCODINGS, default: '' },
    /** Label key under files.* of what a person should know of how it was read, and the number in it. */
    note: { type: String, default: '' },
    noteCount: { type: Number, default: 0 },
    /** True on the first file with these bytes: two imports at once cannot both be first. */
    isFirst: { type: Boolean, default: true, required: true },
    addedBy: { type: Schema.Types.ObjectId, ref: 'User' },
  },
  { timestamps: true },
)
documentFileSchema.index(
  { sha256: 1 },
  { unique: true, partialFilterExpression: { isFirst: true } },
)
documentFileSchema.index({ document: 1 })

export const DocumentFile = model('DocumentFile', documentFileSchema)
export type DocumentFileRecord = InferSchemaType<typeof documentFileSchema> & {
  _id: Types.ObjectId
}
