import type { ClientSession } from 'mongoose'
import { LearnedName } from '../../models/LearnedName.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { isCitedByName, keysAnsweredBy, toKeyOf } from '../citations/citationKeys.ts'
import { IN_USE } from './inUse.ts'

/** Keys of citations that name a law by another name people taught: it, or another version of it, answers them too. */
export async function aliasKeys(
  law: Pick<LegalDocumentRecord, 'type' | 'title' | 'issuedOn' | 'issuedPartial'>,
  session: ClientSession,
): Promise<string[]> {
  if (!isCitedByName(law.type)) return []
  const names = await LearnedName.find({ ...IN_USE, kind: 'document', period: '' })
    .session(session)
    .lean()
  const ids = names.flatMap(({ document }) => document ?? [])
  const targets = await LegalDocument.find({ _id: { $in: ids } }, 'type title')
    .session(session)
    .lean()
  const keys = new Set(keysAnsweredBy(law))
  const same = targets.filter(target => keysAnsweredBy(target).some(key => keys.has(key)))
  const year = Number((law.issuedOn ?? law.issuedPartial).slice(0, 4)) || null
  return names
    .filter(({ document }) => same.some(({ _id }) => document?.equals(_id)))
    .flatMap(({ written: title }) => [toKeyOf({ title }), toKeyOf({ title, year })])
}
