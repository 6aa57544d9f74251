import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import mongoose from 'mongoose'
import { isDuplicateKey } from '../../lib/mongo.ts'

const BUCKET = 'originals'
const CHUNK_BYTES = 255 * 1024

interface StoredFile {
  _id: string
  length: number
  chunkSize: number
  uploadDate: Date
}
interface StoredChunk {
  files_id: string
  n: number
  data: Buffer
}

/** SHA-256 of the bytes, hex: the name under which they are kept. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Keeps the bytes in GridFS under their SHA-256 and returns it. The name says the content, so every chunk may be written
 * again by anyone: a second upload, an upload at the same time, and one after a kill half way all end in the same file.
 */
export async function storeBytes(bytes: Buffer): Promise<string> {
  const sha256 = hashOf(bytes)
  const { files, chunks } = collections()
  if (await files.findOne({ _id: sha256 }, { projection: { _id: 1 } })) return sha256
  await chunks.createIndex({ files_id: 1, n: 1 }, { unique: true })
  for (let n = 0; n * CHUNK_BYTES < bytes.length; n += 1) {
    const data = bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)
    await unlessThere(
      chunks.updateOne({ files_id: sha256, n }, { $set: { data } }, { upsert: true }),
    )
  }
  const entry = { length: bytes.length, chunkSize: CHUNK_BYTES, uploadDate: new Date() }
  await unlessThere(files.insertOne({ _id: sha256, ...entry }))
  return sha256
}

/** The bytes kept under a hash, as a stream. A hash that is not kept makes the stream fail. */
export function openBytes(sha256: string): Readable {
  const bucket = new mongoose.mongo.GridFSBucket(database(), { bucketName: BUCKET })
  // GridFS takes any value as an id; the driver's types know ObjectId only.
  return bucket.openDownloadStream(sha256 as unknown as mongoose.mongo.ObjectId)
}

/** The bytes kept under a hash; null when there are none. */
export async function readBytes(sha256: string): Promise<Buffer | null> {
  const { files } = collections()
  if (!(await files.findOne({ _id: sha256 }, { projection: { _id: 1 } }))) return null
  const parts: Buffer[] = []
  for await (const part of openBytes(sha256)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

function database(): mongoose.mongo.Db {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected to MongoDB')
  return db
}

function collections() {
  const db = database()
  return {
    files: db.collection<StoredFile>(`${BUCKET}.files`),
    chunks: db.collection<StoredChunk>(`${BUCKET}.chunks`),
  }
}

/** The same bytes written by another at the same moment are as good as ours. */
async function unlessThere(write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
  }
}
