import { isValidObjectId, type Types } from 'mongoose'
import { explainCandidate, type CandidateMatch } from '../catalogue/citations/explainCandidate.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import { DocumentFile, type DocumentFileRecord } from '../models/DocumentFile.ts'
import { LegalDocument, type LegalDocumentRecord } from '../models/LegalDocument.ts'
import { Unit, type UnitRecord } from '../models/Unit.ts'
import { User } from '../models/User.ts'
import { effectsByTarget } from '../catalogue/effects/projectForceStatus.ts'
import type { IsoDate } from '../legal/dates.ts'
import { forceFacts, forceStatus } from '../legal/forceStatus.ts'
import type { ForceStatus } from '../legal/glossary.ts'
import type { BeforeDay } from '../legal/orderDay.ts'
import type { Actor } from '../people/actor.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { setting } from '../settings/setting.ts'
import { previewChanges, type ChangePreview } from './previewChanges.ts'
import { findSameIdentity } from './findDuplicate.ts'
import { proposalOf, valuesOf, type OrderValues } from './orderProposal.ts'
import { blindUnits } from './orderUnits.ts'

export type DraftRecord = LegalDocumentRecord & { createdAt: Date; updatedAt: Date }

/** Force of a candidate on the day of the citing document (null: the day is not known) and today. */
export interface CandidateForce {
  citedOn: IsoDate | null
  then: ForceStatus | null
  now: ForceStatus
}

/** A document a citation may mean, and what speaks for it. */
export interface CandidateRow {
  document: LegalDocumentRecord
  match: CandidateMatch
  /** More speaks for it than for any other. */
  isBest: boolean
  force: CandidateForce
}

/** Everything the check page shows. */
export interface DraftView {
  document: DraftRecord
  citations: CitationRecord[]
  /** By citation: documents it leads to or may lead to, as far as the actor may see them, best first. */
  candidates: Map<string, CandidateRow[]>
  files: DocumentFileRecord[]
  units: UnitRecord[]
  /** Names of the people who took the draft in and decided on its citations. */
  people: Map<string, string>
  /** The other document of the same number, issuer and day, when there is one the actor may see. */
  same: LegalDocumentRecord | null
  changes: ChangePreview[]
  /** What orders read in the text are offered with: what stands in their fields, the house's rule for `trước ngày`, the day of asking. */
  orders: {
    values: OrderValues[]
    /** Units none of whose people may see the document. */
    blind: Set<string>
    beforeDay: BeforeDay
    today: IsoDate
  }
}

/** A draft (or a document already registered or withdrawn) for the check page; null when there is none the actor may see. */
export async function findDraft(
  id: string,
  { actor, today }: { actor: Actor; today: IsoDate },
): Promise<DraftView | null> {
  if (!isValidObjectId(id)) return null
  const document = await LegalDocument.findOne({ $and: [{ _id: id }, visibleTo(actor)] })
    .select('+text +orders')
    .lean<DraftRecord>()
  if (!document) return null
  const [citations, files, units, same, beforeDay] = await Promise.all([
    Citation.find({ from: document._id }).sort({ start: 1, _id: 1 }).lean<CitationRecord[]>(),
    DocumentFile.find({ document: document._id }).sort({ _id: 1 }).lean<DocumentFileRecord[]>(),
    Unit.find({ isActive: true }).sort({ name: 1 }).lean<UnitRecord[]>(),
    findSameIdentity(document),
    setting('beforeDay'),
  ])
  return {
    document,
    citations,
    candidates: await findCandidateRows(citations, actor, {
      citedOn: document.issuedOn ?? null,
      today,
    }),
    files,
    units,
    people: await namesOf([document.createdBy, ...citations.map(({ decidedBy }) => decidedBy)]),
    same: same && (await visibleDocument(same, actor)),
    changes: await previewChanges(citations, { document, actor, today }),
    orders: {
      values: document.orders.map(order =>
        valuesOf(order, proposalOf(order, { units, beforeDay })),
      ),
      blind: await blindUnits(document, units),
      beforeDay,
      today,
    },
  }
}

/** What each citation may mean, with what agrees and what does not. */
export async function findCandidateRows(
  citations: CitationRecord[],
  actor: Actor,
  days: { citedOn: IsoDate | null; today: IsoDate },
): Promise<DraftView['candidates']> {
  const idsOf = ({ to, candidates }: CitationRecord) => [
    ...new Set([...(to ? [to] : []), ...candidates].map(String)),
  ]
  const wanted = { _id: { $in: [...new Set(citations.flatMap(idsOf))] } }
  const found = await LegalDocument.find({ $and: [wanted, visibleTo(actor)] }).lean<
    LegalDocumentRecord[]
  >()
  const known = new Map(found.map(target => [String(target._id), target]))
  const effects = await effectsByTarget(found.map(({ _id }) => _id))
  const forceOf = (document: LegalDocumentRecord): CandidateForce => {
    const on = (day: IsoDate) =>
      forceStatus(effects.get(String(document._id)) ?? [], forceFacts(document, day)).status
    const { citedOn, today } = days
    return { citedOn, then: citedOn ? on(citedOn) : null, now: on(today) }
  }
  return new Map(
    citations.map(citation => {
      const documents = idsOf(citation).flatMap(id => known.get(id) ?? [])
      const rows = rank(citation, documents)
      return [String(citation._id), rows.map(row => ({ ...row, force: forceOf(row.document) }))]
    }),
  )
}

function rank(
  citation: CitationRecord,
  documents: LegalDocumentRecord[],
): Omit<CandidateRow, 'force'>[] {
  const points = (match: CandidateMatch) =>
    Object.values(match).reduce<number>((sum, fits) => sum + (fits === null ? 0 : fits ? 1 : -1), 0)
  const rows = documents
    .map(document => ({ document, match: explainCandidate(citation, document) }))
    .map(row => ({ ...row, points: points(row.match) }))
    .sort((a, b) => b.points - a.points)
  const [first, second] = rows
  return rows.map(({ document, match }, index) => ({
    document,
    match,
    isBest: index === 0 && second !== undefined && (first?.points ?? 0) > second.points,
  }))
}

/** A document of any state, if the actor may see it. */
export async function visibleDocument(
  id: Types.ObjectId,
  actor: Actor,
): Promise<LegalDocumentRecord | null> {
  return LegalDocument.findOne({
    $and: [{ _id: id }, visibleTo(actor)],
  }).lean<LegalDocumentRecord>()
}

async function namesOf(ids: (Types.ObjectId | null | undefined)[]): Promise<Map<string, string>> {
  const distinct = [...new Set(ids.filter(Boolean).map(String))]
  const people = await User.find({ _id: { $in: distinct } }, { name: 1 }).lean()
  return new Map(people.map(({ _id, name }) => [String(_id), name]))
}
