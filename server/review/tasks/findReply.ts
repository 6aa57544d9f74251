import type { ClientSession, Types } from 'mongoose'
import { numberKey } from '../../legal/documentNumber.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../models/LegalDocument.ts'
import type { Actor } from '../../people/actor.ts'
import { visibleTo } from '../../people/visibleTo.ts'
import type { ErrorLabel } from '../changeReview.ts'

const ADDRESS = /(?:^|\/documents\/)(?<id>[\da-f]{24})(?:$|[?#])/iu

/**
 * The registered reply a person names: by its number, or by the address of its page where several bear the number. Ours is meant where
 * one of several is ours. The document that gave the order replies to nothing.
 */
export async function findReply(
  { typed, task, actor }: { typed: string; task: { document: Types.ObjectId }; actor: Actor },
  session: ClientSession,
): Promise<{ id: Types.ObjectId } | { error: ErrorLabel }> {
  const id = ADDRESS.exec(typed)?.groups?.id
  const named = id ? { _id: id } : { numberKey: numberKey(numberIn(typed)) }
  const found = await LegalDocument.find({
    $and: [named, { state: 'confirmed', _id: { $ne: task.document } }, visibleTo(actor)],
  })
    .select({ own: 1 })
    .limit(20)
    .session(session)
    .lean<Pick<LegalDocumentRecord, '_id' | 'own'>[]>()
  const ours = found.filter(({ own }) => own)
  const [one, ...others] = ours.length > 0 ? ours : found
  const params = { number: typed.slice(0, 60) }
  if (!one) return { error: { key: 'tasks.error.replyUnknown', params } }
  if (others.length > 0) return { error: { key: 'tasks.error.replySeveral', params } }
  return { id: one._id }
}

/** `Công văn số 12/SCT-VP ngày 14/5/2026` names `12/SCT-VP`. */
function numberIn(typed: string): string {
  return typed.replace(/^\D+/u, '').replace(/\s+ngày\s.*$/iu, '')
}
