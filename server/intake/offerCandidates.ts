import type { Types } from 'mongoose'
import { audit } from '../audit/audit.ts'
import { numberKey } from '../legal/documentNumber.ts'
import { foldText } from '../legal/foldText.ts'
import { Citation } from '../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import type { ChangeAnswer } from './answers.ts'
import { applyDecision } from './applyDecision.ts'
import { changeDocument, refuse, type FormOrigin } from './changeDraft.ts'
import type { Corrections } from './corrections.ts'
import { writeCorrections } from './saveCorrections.ts'

const MOST = 8

/** Registered documents by a typed number, else by words of number, title or issuer; at most eight. */
export async function findTyped(typed: string, actor: Actor): Promise<Types.ObjectId[]> {
  const see = (wanted: object) => ({
    $and: [{ state: 'confirmed' as const }, wanted, visibleTo(actor)],
  })
  const look = (wanted: object) =>
    LegalDocument.find(see(wanted), { _id: 1 })
      .sort({ issuedOn: -1, _id: 1 })
      .limit(MOST)
      .lean<LegalDocumentRecord[]>()
  const byNumber = await look({ numberKey: numberKey(typed) })
  if (byNumber.length > 0) return byNumber.map(({ _id }) => _id)
  const words = foldText(typed)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
  if (words.length === 0) return []
  return (await look({ searchWords: { $all: words } })).map(({ _id }) => _id)
}

/**
 * "Tìm văn bản khác" on a draft: one document found is linked; several are offered to pick from; none is said so. The form around the
 * button is saved with it.
 */
export async function offerCandidates(
  form: FormOrigin & { citationId: string; typed: string; corrections: Corrections },
): Promise<ChangeAnswer<{ found: number }>> {
  const found = await findTyped(form.typed, form.actor)
  const field = `find-${form.citationId}`
  return changeDocument(form, async (document, session) => {
    const others = found.filter(id => !id.equals(document._id))
    const [only] = others
    if (!only) refuse(field, 'intake.errors.notFound', { typed: form.typed.slice(0, 80) })
    const saved = await writeCorrections(document, form, session)
    if (others.length === 1) {
      const decision = { kind: 'link' as const, to: String(only) }
      await applyDecision({ ...form, document: saved, decision, alike: true }, session)
      return { found: 1 }
    }
    const offer = { state: 'several' as const, candidates: others, reason: 'several', to: null }
    await Citation.updateOne(
      { _id: form.citationId, from: document._id },
      { $set: offer },
      { session },
    )
    const entry = {
      action: 'citationResolve' as const,
      by: form.actor,
      at: form.outside.now(),
      targetKind: 'Citation',
    }
    await audit(
      { ...entry, after: { citation: form.citationId, typed: form.typed, candidates: others } },
      session,
    )
    return { found: others.length }
  })
}
