import { isValidObjectId, type ClientSession, type Types } from 'mongoose'
import { projectForceStatus } from '../catalogue/effects/projectForceStatus.ts'
import { tieOrdered } from '../catalogue/stubs/moveReviews.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { openReviewsFor, type OpenedReviews } from '../review/openReviews.ts'
import { fault, type ChangeAnswer } from './answers.ts'
import { applyDecision, type Decision } from './applyDecision.ts'
import { changeDocument, writeChange, type FormOrigin } from './changeDraft.ts'
import { recordChanges } from './confirmDraft.ts'
import type { Corrections } from './corrections.ts'
import { writeCorrections } from './saveCorrections.ts'

export interface Decided {
  document: Types.ObjectId
  openedReviews?: OpenedReviews
}

type DecisionForm = Omit<FormOrigin, 'id'> & {
  citationId: string
  decision: Decision
  alike?: boolean
  /** The form around the button, saved with it (drafts only). */
  corrections?: Corrections
}

/**
 * A person's decision on a citation, of a draft or of a registered document. On a registered one relations, events and reviews follow
 * in the same transaction. `revision` is that of the document the citation stands in.
 */
export async function decideCitation(form: DecisionForm): Promise<ChangeAnswer<Decided>> {
  const id = await documentOf(form.citationId)
  if (!id) return { ok: false, errors: { citations: fault('intake.errors.citationGone') } }
  const input = { alike: false, ...form, id: String(id) }
  return changeDocument<Decided>(
    input,
    async (document, session) => {
      const isDraft = document.state === 'draft'
      const saved =
        isDraft && form.corrections
          ? await writeCorrections(document, { ...input, corrections: form.corrections }, session)
          : document
      const decided = await applyDecision({ ...input, document: saved }, session)
      if (isDraft) {
        if (!form.corrections) await countRevision(document, session)
        return { document: id }
      }
      return { document: id, openedReviews: await follow(document, { ...form, decided }, session) }
    },
    ['draft', 'confirmed'],
  )
}

async function documentOf(citationId: string): Promise<Types.ObjectId | null> {
  if (!isValidObjectId(citationId)) return null
  const row = await Citation.findById(citationId, { from: 1 }).lean()
  return row?.from ?? null
}

async function countRevision(document: LegalDocumentRecord, session: ClientSession): Promise<void> {
  await LegalDocument.updateOne({ _id: document._id }, { $inc: { revision: 1 } }, { session })
}

/** On a registered document a decision changes what rests on what. */
async function follow(
  document: LegalDocumentRecord,
  { actor, outside, citationId, decision, decided }: DecisionForm & { decided: Types.ObjectId[] },
  session: ClientSession,
): Promise<OpenedReviews> {
  const after = { citation: citationId, decision: decision.kind }
  await writeChange(
    document,
    { change: {}, action: 'citationResolve', after, actor, outside },
    session,
  )
  const effects = await recordChanges({ document, revived: [], by: { actor, outside } }, session)
  const today = outside.today()
  const now = outside.now()
  const opened = await openReviewsFor({ effects, actor, today, now, session })
  await tieOrdered(decided, { actor, now, session })
  await projectForceStatus([document._id, ...effects.map(({ target }) => target)], today, session)
  return opened
}

/** A citation with the document it stands in and the documents it may mean, for a person who may see them; null otherwise. */
export async function findCitation(id: string, actor: FormOrigin['actor']) {
  if (!isValidObjectId(id)) return null
  const citation = await Citation.findById(id).lean<CitationRecord>()
  if (!citation) return null
  const see = (wanted: object) => ({ $and: [wanted, visibleTo(actor)] })
  const document = await LegalDocument.findOne(
    see({ _id: citation.from }),
  ).lean<LegalDocumentRecord>()
  if (!document) return null
  const ids = [...(citation.to ? [citation.to] : []), ...citation.candidates]
  const targets = await LegalDocument.find(see({ _id: { $in: ids } })).lean<LegalDocumentRecord[]>()
  return { citation, document, targets }
}
