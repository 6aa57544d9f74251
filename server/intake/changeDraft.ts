import { isValidObjectId, type ClientSession } from 'mongoose'
import { audit } from '../audit/audit.ts'
import type { AuditAction } from '../audit/actions.ts'
import { inTransaction } from '../lib/mongo.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { fault, stale, type ChangeAnswer } from './answers.ts'
import type { DocumentChange } from './applyCorrections.ts'

/** Which record a form was made from, and who sends it. */
export interface FormOrigin {
  id: string
  revision: number
  actor: Actor
  outside: Outside
}

/** Thrown inside the transaction to undo it and answer with faults. */
export class Refused extends Error {
  readonly answer: ChangeAnswer & { ok: false }
  constructor(answer: ChangeAnswer & { ok: false }) {
    super('refused')
    this.answer = answer
  }
}

/** Refuses with one fault at one field. */
export function refuse(
  field: string,
  key: string,
  params?: Record<string, string | number>,
): never {
  throw new Refused({ ok: false, errors: { [field]: fault(key, params) } })
}

/**
 * Runs `work` on a document in one transaction, if the actor may see it, it is in one of the states, and nobody changed it since
 * the form was made. `work` refuses by `refuse`; nothing is then changed.
 */
export async function changeDocument<T extends object>(
  { id, revision, actor }: FormOrigin,
  work: (document: LegalDocumentRecord, session: ClientSession) => Promise<T>,
  states: readonly string[] = ['draft'],
): Promise<ChangeAnswer<T>> {
  if (!isValidObjectId(id)) return { ok: false, errors: { id: fault('intake.errors.gone') } }
  try {
    return await inTransaction(async session => {
      const document = await LegalDocument.findOne({ $and: [{ _id: id }, visibleTo(actor)] })
        .select('+text +orders')
        .session(session)
        .lean<LegalDocumentRecord>()
      if (!document) refuse('id', 'intake.errors.gone')
      if (document.revision !== revision || !states.includes(document.state)) {
        throw new Refused(stale())
      }
      return { ok: true as const, ...(await work(document, session)) }
    })
  } catch (error) {
    if (error instanceof Refused) return error.answer
    throw error
  }
}

/** Writes a change of the document, counts its revision, and leaves the audit entry; all in the caller's transaction. */
export async function writeChange(
  document: LegalDocumentRecord,
  {
    change,
    action,
    before,
    after,
    reason,
    actor,
    outside,
  }: {
    change: DocumentChange
    action: AuditAction
    before?: unknown
    after?: unknown
    reason?: string
    actor: Actor
    outside: Outside
  },
  session: ClientSession,
): Promise<void> {
  await LegalDocument.updateOne(
    { _id: document._id },
    { $set: { ...change, needsIndexing: true }, $inc: { revision: 1 } },
    { session },
  )
  await audit(
    {
      action,
      by: actor,
      at: outside.now(),
      targetKind: 'LegalDocument',
      target: document._id,
      before,
      after,
      ...(reason && { reason }),
    },
    session,
  )
}
