import { isValidObjectId, Types, type ClientSession } from 'mongoose'
import { parseTypedDate, type IsoDate } from '../legal/dates.ts'
import { numberKey } from '../legal/documentNumber.ts'
import { codes, RELATION_KINDS, type RelationKind } from '../legal/glossary.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { fault, type Faults } from './answers.ts'

/** A relation as typed on the page of one document. */
export interface RelationForm {
  /** `out`: this document acts on the other; `in`: the other on this. */
  voice: string
  kind: string
  /** Number of the other document as typed, or its id once chosen among several. */
  other: string
  otherId: string
  scope: string
  provisions: string
  effectiveOn: string
  reason: string
}

export interface WantedRelation {
  from: LegalDocumentRecord
  to: LegalDocumentRecord
  kind: RelationKind
  scope: 'whole' | 'part'
  provisions: string
  effectiveOn: IsoDate | null
  reason: string
}

export type ReadRelation =
  | { ok: true; wanted: WantedRelation }
  | { ok: false; errors: Faults; candidates: LegalDocumentRecord[] }

const LONGEST = 1000

/** Checks the form; a number that fits several documents comes back with them, to be chosen from. */
export async function readRelation(
  form: RelationForm,
  { page, actor, session }: { page: LegalDocumentRecord; actor: Actor; session?: ClientSession },
): Promise<ReadRelation> {
  const candidates = await findOthers(form, { page, actor, ...(session && { session }) })
  const kind = codes(RELATION_KINDS).find(code => code === form.kind)
  const errors = { ...faultsIn(form), ...faultOfOther(candidates.length) }
  if (!kind) errors.kind = fault('documents.errors.kind')
  const [other] = candidates
  if (!kind || !other || Object.keys(errors).length > 0) return { ok: false, errors, candidates }
  const ends = form.voice === 'in' ? { from: other, to: page } : { from: page, to: other }
  const { provisions, reason } = form
  const effectiveOn = parseTypedDate(form.effectiveOn) ?? null
  return {
    ok: true,
    wanted: { ...ends, kind, scope: scopeOf(form), provisions, effectiveOn, reason },
  }
}

function scopeOf(form: RelationForm): 'whole' | 'part' {
  return form.scope === 'part' ? 'part' : 'whole'
}

function faultsIn(form: RelationForm): Faults {
  const { reason, provisions, effectiveOn } = form
  const errors: Faults = {}
  if (reason === '') errors.reason = fault('documents.errors.reason')
  for (const [name, words] of Object.entries({ reason, provisions })) {
    if (words.length > LONGEST) errors[name] = fault('documents.errors.tooLong', { limit: LONGEST })
  }
  if (scopeOf(form) === 'part' && !provisions)
    errors.provisions = fault('documents.errors.provisions')
  if (effectiveOn && !parseTypedDate(effectiveOn))
    errors.effectiveOn = fault('documents.errors.noDay')
  return errors
}

function faultOfOther(found: number): Faults {
  if (found === 1) return {}
  return { other: fault(`documents.errors.${found === 0 ? 'otherMissing' : 'otherSeveral'}`) }
}

async function findOthers(
  { other, otherId }: RelationForm,
  { page, actor, session }: { page: LegalDocumentRecord; actor: Actor; session?: ClientSession },
): Promise<LegalDocumentRecord[]> {
  if (!other && !otherId) return []
  const asked = isValidObjectId(otherId)
    ? { _id: new Types.ObjectId(otherId) }
    : { numberKey: numberKey(other) }
  return LegalDocument.find({
    $and: [{ ...asked, state: 'confirmed' as const }, { _id: { $ne: page._id } }, visibleTo(actor)],
  })
    .limit(20)
    .session(session ?? null)
    .lean<LegalDocumentRecord[]>()
}
