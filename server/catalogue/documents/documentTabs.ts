import type { Types } from 'mongoose'
import { partAnchor } from '../../legal/partAnchor.ts'
import { AuditEntry, type AuditEntryRecord } from '../../models/AuditEntry.ts'
import { Citation, type CitationRecord } from '../../models/Citation.ts'
import { DocumentFile, type DocumentFileRecord } from '../../models/DocumentFile.ts'
import type { EffectRecord } from '../../models/Effect.ts'
import type { LegalDocumentRecord } from '../../models/LegalDocument.ts'
import { Relation, type RelationRecord } from '../../models/Relation.ts'
import { Review, type ReviewRecord } from '../../models/Review.ts'
import { Task, type TaskRecord } from '../../models/Task.ts'
import { Unit, type UnitRecord } from '../../models/Unit.ts'
import { User } from '../../models/User.ts'
import type { Actor } from '../../people/actor.ts'
import { hiddenFrom } from '../../people/visibleTo.ts'
import { foldCopies } from '../../reading/fold.ts'
import { outline } from '../../reading/outline.ts'
import { pinpointPaths } from '../../reading/pinpointPaths.ts'
import type { OutlinePart } from '../../reading/types.ts'
import { sourcesNamed, type StarterSource } from '../starter/whyStarter.ts'
import { effectsByTarget } from '../effects/projectForceStatus.ts'
import { knownDocuments, type Known } from './findDocument.ts'
import { findNeighbours, type Neighbour } from './findNeighbours.ts'

/** More citing places than this are counted, not listed. */
const MOST_CITING = 200

export interface ContentTab {
  citations: CitationRecord[]
  citing: CitationRecord[]
  known: Known
  /** Events of the cited documents, by document. */
  effects: Map<string, EffectRecord[]>
  neighbours: Neighbour[]
  outline: OutlinePart[]
  /** By citation: the address of the provision it names, inside the page of the cited document. */
  anchors: Map<string, string>
}

/** Nội dung: what the text cites, who cites it, what stands beside it in the year's numbers. */
export async function contentTab(document: LegalDocumentRecord, actor: Actor): Promise<ContentTab> {
  const [{ citations, citing, known }, neighbours] = await Promise.all([
    citationsOf(document._id, actor),
    findNeighbours(document, actor),
  ])
  const effects = await effectsByTarget(citations.flatMap(({ to }) => to ?? []))
  return {
    citations,
    citing,
    known,
    effects,
    neighbours,
    outline: outline(foldCopies(document.text)),
    anchors: new Map(citations.flatMap(anchorRow)),
  }
}

function anchorRow({ _id, pinpoint }: CitationRecord): [string, string][] {
  const [path] = pinpoint ? pinpointPaths(pinpoint) : []
  const anchor = path && partAnchor(path)
  return anchor ? [[String(_id), anchor]] : []
}

async function citationsOf(id: Types.ObjectId, actor: Actor) {
  const hidden = await hiddenFrom(actor)
  const [citations, citing] = await Promise.all([
    Citation.find({ from: id, state: { $ne: 'rejected' } })
      .sort({ start: 1, _id: 1 })
      .lean<CitationRecord[]>(),
    Citation.find({ to: id, isLive: true, from: { $nin: hidden } })
      .sort({ from: -1, start: 1 })
      .limit(MOST_CITING)
      .lean<CitationRecord[]>(),
  ])
  const ids = [...citations.flatMap(({ to }) => to ?? []), ...citing.map(({ from }) => from)]
  return { citations, citing, known: await knownDocuments(ids, actor) }
}

export interface RelatedTab {
  relations: RelationRecord[]
  citations: CitationRecord[]
  citing: CitationRecord[]
  known: Known
  /** Texts behind what the starter catalogue states, by relation. */
  sources: Map<string, StarterSource[]>
}

/** Văn bản liên quan: edges in both voices, citations out and in with the sentence around each. */
export async function relatedTab(id: Types.ObjectId, actor: Actor): Promise<RelatedTab> {
  const [relations, cited] = await Promise.all([
    Relation.find({ $or: [{ from: id }, { to: id }] })
      .sort({ kind: 1, _id: 1 })
      .lean<RelationRecord[]>(),
    citationsOf(id, actor),
  ])
  const others = relations.flatMap(({ from, to }) => [from, to])
  const known = new Map([...cited.known, ...(await knownDocuments(others, actor))])
  const sources = new Map(
    relations.map(({ _id, starter }) => [String(_id), sourcesNamed(starter?.sources ?? [])]),
  )
  return { ...cited, relations, known, sources }
}

export type PropertiesTab = Awaited<ReturnType<typeof propertiesTab>>

/** Thuộc tính: the units to choose from and the names of who decided. */
export async function propertiesTab({ createdBy, confirmedBy }: LegalDocumentRecord) {
  const [units, people] = await Promise.all([
    Unit.find({ isActive: true }).sort({ name: 1 }).lean<UnitRecord[]>(),
    User.find({ _id: { $in: [createdBy, confirmedBy].filter(Boolean) } }, { name: 1 }).lean(),
  ])
  return { units, people: new Map(people.map(({ _id, name }) => [String(_id), name])) }
}

/** Tệp đính kèm: the files kept, oldest first. */
export async function filesTab(id: Types.ObjectId) {
  return DocumentFile.find({ document: id })
    .sort({ _id: 1 })
    .lean<(DocumentFileRecord & { createdAt: Date })[]>()
}

export interface ReviewsTab {
  reviews: ReviewRecord[]
  /** What this document orders: tasks, and reviews of other documents. */
  tasks: TaskRecord[]
  ordered: ReviewRecord[]
  known: Known
  people: Map<string, string>
}

/** Rà soát: reviews of the document, newest first. */
export async function reviewsTab(id: Types.ObjectId, actor: Actor): Promise<ReviewsTab> {
  const hidden = await hiddenFrom(actor)
  const [reviews, tasks, ordered] = await Promise.all([
    Review.find({ document: id }).sort({ openedOn: -1 }).lean<ReviewRecord[]>(),
    Task.find({ document: id }).sort({ dueOn: 1, _id: 1 }).lean<TaskRecord[]>(),
    Review.find({ triggerDocument: id, ground: 'ordered', document: { $nin: hidden } })
      .sort({ dueOn: 1, _id: 1 })
      .lean<ReviewRecord[]>(),
  ])
  const [known, people] = await Promise.all([
    knownDocuments(
      [
        ...reviews.flatMap(({ triggerDocument }) => triggerDocument ?? []),
        ...ordered.map(({ document }) => document),
      ],
      actor,
    ),
    User.find(
      { _id: { $in: [...reviews, ...ordered].flatMap(({ reviewer }) => reviewer ?? []) } },
      { name: 1 },
    ).lean(),
  ])
  return {
    reviews,
    tasks,
    ordered,
    known,
    people: new Map(people.map(({ _id, name }) => [String(_id), name])),
  }
}

const MOST_ENTRIES = 200

/** Lịch sử: what was done to the record, newest first. */
export async function historyTab(id: Types.ObjectId): Promise<AuditEntryRecord[]> {
  return AuditEntry.find({ targetKind: 'LegalDocument', target: id })
    .sort({ sequence: -1 })
    .limit(MOST_ENTRIES)
    .lean<AuditEntryRecord[]>()
}
