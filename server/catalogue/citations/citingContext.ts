import type { ClientSession, Types } from 'mongoose'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { findHomeBody } from '../../people/homeBody.ts'
import { provinceContext } from './provinceContext.ts'
import type { CitationQuestion } from './resolveCitation.ts'

/** The document citations stand in, with its text. */
export type CitingDocument = Pick<
  LegalDocumentRecord,
  | '_id'
  | 'text'
  | 'issuerName'
  | 'parentAgency'
  | 'issuerKey'
  | 'place'
  | 'own'
  | 'issuedOn'
  | 'issuedPartial'
  | 'textOrigin'
>

export type CitingContext = NonNullable<CitationQuestion['from']>

const FIELDS = 'issuerName parentAgency issuerKey place own issuedOn issuedPartial textOrigin'

/** What the words of a document are read by: its day, body and province, and how its text came about. */
export async function citingContext(
  from: CitingDocument,
  session?: ClientSession,
): Promise<CitingContext> {
  const home = await findHomeBody(session)
  const { _id: id, issuerKey, issuedOn = null, issuedPartial } = from
  const province = provinceContext({ ...from, homeProvince: home?.provinceName ?? null })
  return { id, province, issuerKey, issuedOn, issuedPartial, isOcr: from.textOrigin === 'ocr' }
}

/** The same of documents known by their ids. */
export async function citingContexts(
  ids: Types.ObjectId[],
  session: ClientSession,
): Promise<Map<string, CitingContext>> {
  const documents = await LegalDocument.find({ _id: { $in: ids } }, `${FIELDS} +text`)
    .session(session)
    .lean<CitingDocument[]>()
  const contexts = new Map<string, CitingContext>()
  for (const document of documents)
    contexts.set(String(document._id), await citingContext(document, session))
  return contexts
}

/** The province "UBND tỉnh" means in a document; null when nothing tells. */
export async function provinceOf(
  id: Types.ObjectId,
  session: ClientSession,
): Promise<string | null> {
  const contexts = await citingContexts([id], session)
  return contexts.get(String(id))?.province ?? null
}
