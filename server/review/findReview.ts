import type { Types } from 'mongoose'
import type { IsoDate } from '../legal/dates.ts'
import { printIssuer } from '../legal/printIssuer.ts'
import type { WorkCalendar } from '../legal/workingDays.ts'
import { HomeBody } from '../models/HomeBody.ts'
import { LegalDocument } from '../models/LegalDocument.ts'
import { Review, type ReviewRecord } from '../models/Review.ts'
import { Unit } from '../models/Unit.ts'
import { User } from '../models/User.ts'
import { holds, type Actor } from '../people/actor.ts'
import { hiddenFrom } from '../people/visibleTo.ts'
import { foldCopies } from '../reading/fold.ts'
import { outline } from '../reading/outline.ts'
import { workCalendar } from '../settings/workCalendar.ts'
import { glances, HIDDEN, type DocumentGlance } from './documentGlance.ts'
import { noticesOf, type NoticeSent } from './noticesOf.ts'
import { reviewerChoices, type ReviewerChoice } from './reviewerChoices.ts'
import { names, reviewRows, type ReviewRow } from './reviewRows.ts'
import { standingsOf } from './standings.ts'
import { actionsOpen } from './transitions.ts'
import { visibleReviews } from './visibleReviews.ts'

export interface Provision {
  label: string
  title: string
}

/** A review with everything its page prints. */
export interface ReviewFile {
  row: ReviewRow
  calendar: WorkCalendar
  today: IsoDate
  chain: { document: DocumentGlance; relation: string; quote: string }[]
  /** The day the trigger works from, where an event opened the review. */
  provisions: Provision[]
  notices: NoticeSent[]
  /** Earlier reviews of the same document that were concluded. */
  earlier: ReviewRecord[]
  headName: string
  leadNames: string[]
  approverName: string
  followUp: DocumentGlance | null
  reviewers: ReviewerChoice[]
  /** Who may be competent to handle the outcome: the issuer, the superior body, ourselves. */
  agencies: string[]
}

/** One review for its page; null when there is none, or its document may not be seen. */
export async function findReview(
  id: Types.ObjectId,
  { actor, today }: { actor: Actor; today: IsoDate },
): Promise<ReviewFile | null> {
  const found = await Review.findOne({
    $and: [{ _id: id }, await visibleReviews(actor)],
  }).lean<ReviewRecord>()
  const [row] = found ? await reviewRows([found], actor) : []
  if (!row) return null
  const { review } = row
  const standings = await standingsOf(actor, review)
  const actions = actionsOpen({ state: review.state, standings })
  const documents = await visibleGlances(review, actor)
  return {
    row: { ...row, standings, actions },
    ...{ today, calendar: await workCalendar(today) },
    chain: review.chain.flatMap(({ document, relation, quote }) => {
      const one = documents.get(String(document))
      return one ? [{ document: one, relation, quote }] : []
    }),
    provisions: await provisionsOf(review.document),
    notices: await noticesOf(review._id),
    earlier: await earlierOf(review),
    ...(await peopleOf(review)),
    followUp: documents.get(String(review.followUp)) ?? null,
    reviewers: actions.includes('assign') ? await choicesFor(actor, review) : [],
    agencies: await agenciesOf(row.document),
  }
}

/** Documents of the chain and the one that follows up, each hidden one in its place but untold. */
async function visibleGlances(
  { chain, followUp }: ReviewRecord,
  actor: Actor,
): Promise<Map<string, DocumentGlance>> {
  const hidden = new Set((await hiddenFrom(actor)).map(String))
  const known = await glances([...chain.map(({ document }) => document), followUp ?? []].flat())
  return new Map([...known].map(([id, one]) => [id, hidden.has(id) ? HIDDEN : one]))
}

/** Who may be given the review: the head of a unit gives it to the unit's own people. */
async function choicesFor(actor: Actor, { unit }: ReviewRecord): Promise<ReviewerChoice[]> {
  const all = await reviewerChoices()
  return holds(actor, 'legalLead') ? all : all.filter(one => one.unit === String(unit))
}

/** The articles of the text; without any, nothing: then the document is judged as one. */
async function provisionsOf(id: Types.ObjectId): Promise<Provision[]> {
  const document = await LegalDocument.findById(id).select('+text').lean()
  const parts = document?.text ? outline(foldCopies(document.text)) : []
  const seen = new Set<string>()
  // An annexed regulation counts its articles anew: the first of a name stands for the head of the decision.
  return parts
    .filter(({ kind, label }) => kind === 'article' && !seen.has(label) && seen.add(label))
    .map(({ label, title }) => ({ label, title }))
}

function earlierOf({ _id, document }: ReviewRecord): Promise<ReviewRecord[]> {
  return Review.find({ document, _id: { $ne: _id }, approvedAt: { $exists: true } })
    .sort({ approvedAt: -1 })
    .limit(3)
    .lean<ReviewRecord[]>()
}

async function peopleOf({ unit, approvedBy }: ReviewRecord) {
  const [row, leads] = await Promise.all([
    unit ? Unit.findById(unit).lean() : null,
    User.find({ roles: 'legalLead', isActive: true }, { name: 1 }).sort({ name: 1 }).lean(),
  ])
  const people = await names(User, [row?.head ?? [], approvedBy ?? []].flat())
  return {
    headName: people.get(String(row?.head)) ?? '',
    leadNames: leads.map(({ name }) => name),
    approverName: people.get(String(approvedBy)) ?? '',
  }
}

async function agenciesOf({ issuerName }: DocumentGlance): Promise<string[]> {
  const home = await HomeBody.findOne().lean()
  const all = [issuerName, home?.superiorName ?? '', home?.name ?? ''].map(printIssuer)
  return [...new Set(all.filter(Boolean))]
}
