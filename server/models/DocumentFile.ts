import { model, Schema, type InferSchemaType, type Types } from 'mongoose'

const OLD_ENCODINGS = ['', 'tcvn3', 'vni', 'windows1258'] as const

/** Where the reading of a scan stands. "read" waits for a person to take the text over. */
const OCR_STATES = ['waiting', 'reading', 'read', 'taken', 'failed', 'unavailable'] as const

/** A scan being read by OCR, and how sure the engine was. The text itself is `ocrText`. */
const ocrSchema = new Schema(
  {
    state: { type: String, enum: OCR_STATES, required: true },
    /** Label key under files.ocr.reasons of a reading that failed. */
    reason: { type: String, default: '' },
    /** "tesseract 5.3.0". */
    engine: { type: String, default: '' },
    /** By page: 0–100, and where it starts in the text. */
    confidences: { type: [Number], default: [] },
    pageStarts: { type: [Number], default: [] },
    pagesDone: { type: Number, default: 0 },
    attempts: { type: Number, default: 0 },
    /** While it is read: whoever reads it died when this is over. */
    leaseUntil: { type: Date },
  },
  { _id: false },
)

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
    /** Absent: nothing of it needs OCR. */
    ocr: { type: ocrSchema },
    /** What OCR read, until and after a person takes it over. Not loaded by default: `.select('+ocrText')`. */
    ocrText: { type: String, select: false },
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
documentFileSchema.index({ 'ocr.state': 1 }, { sparse: true })

export const DocumentFile = model('DocumentFile', documentFileSchema)
export type DocumentFileRecord = InferSchemaType<typeof documentFileSchema> & {
  _id: Types.ObjectId
}
