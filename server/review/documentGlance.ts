import type { Types } from 'mongoose'
import type { DocumentClass, DocumentType, ForceStatus } from '../legal/glossary.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'

/** As much of a document as a list or a chain prints. */
export interface DocumentGlance {
  /** Empty for a document nobody has registered yet: `stubKey` leads to its page. */
  id: string
  stubKey?: string
  /** Stands for a document this person may not see: nothing of it is told. */
  isHidden?: boolean
  number: string
  type: DocumentType | ''
  title: string
  issuerName: string
  docClass: DocumentClass
  own: boolean
  forceStatus: ForceStatus
  isIllustrative: boolean
}

/** A record of a document as a glance. */
export function glance(document: LegalDocumentRecord): DocumentGlance {
  const { number, type, title, issuerName, docClass, own, forceStatus, isIllustrative } = document
  return {
    ...{ id: String(document._id), number, type, title, issuerName, docClass, own },
    ...{ forceStatus: forceStatus ?? 'undetermined', isIllustrative },
  }
}

/** In the place of a document that may not be seen. */
export const HIDDEN: DocumentGlance = {
  ...{ id: '', isHidden: true, number: '', type: '', title: '', issuerName: '' },
  ...{ docClass: 'unknown', own: false, forceStatus: 'undetermined', isIllustrative: false },
}

/** Glances of many documents at once, by id. */
export async function glances(ids: Types.ObjectId[]): Promise<Map<string, DocumentGlance>> {
  const documents = await LegalDocument.find({ _id: { $in: ids } }).lean<LegalDocumentRecord[]>()
  return new Map(documents.map(document => [String(document._id), glance(document)]))
}
