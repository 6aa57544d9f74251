import { isValidObjectId } from 'mongoose'
import { DocumentFile, type DocumentFileRecord } from '../../models/DocumentFile.ts'
import { LegalDocument } from '../../models/LegalDocument.ts'
import type { Actor } from '../../people/actor.ts'
import { visibleTo } from '../../people/visibleTo.ts'

/** A file of a document the actor may see; null otherwise. */
export async function findFile(id: string, actor: Actor): Promise<DocumentFileRecord | null> {
  if (!isValidObjectId(id)) return null
  const file = await DocumentFile.findById(id).lean()
  if (!file) return null
  const seen = await LegalDocument.exists({ $and: [{ _id: file.document }, visibleTo(actor)] })
  return seen ? file : null
}
