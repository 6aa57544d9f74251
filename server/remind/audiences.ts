import type { Types } from 'mongoose'
import type { ReviewRecord } from '../models/Review.ts'
import { findHomeBody } from '../people/homeBody.ts'
import { headOf, legalLeads, responsiblePeople } from '../review/responsible.ts'
import { whoMaySee } from '../review/whoMaySee.ts'
import type { Audience } from './stages.ts'

export type People = Map<string, { person: Types.ObjectId; as: Audience[] }>

/** Whose turn something is: a review, or a task (which is never submitted). */
export type Turn = Pick<ReviewRecord, 'reviewer' | 'unit'> & {
  state: string
  submittedBy?: Types.ObjectId | null
  /** Documents one must be allowed to see to hear of it. */
  about: Types.ObjectId[]
}

/** Everyone who may hear of a review, with what they are to it. A submitted one waits for the approver. */
export async function audiencesOf(review: Turn): Promise<People> {
  const leads = await legalLeads()
  const people: People = new Map()
  const add = (person: Types.ObjectId | null | undefined, as: Audience) => {
    if (!person) return
    const row = people.get(String(person)) ?? { person, as: [] }
    people.set(String(person), { person, as: [...row.as, as] })
  }
  for (const person of await whoseTurn(review, leads)) add(person, 'responsible')
  if (review.unit) add(await headOf(review.unit), 'head')
  for (const person of leads) add(person, 'lead')
  add((await findHomeBody())?.director, 'director')
  const all = [...people.values()].map(({ person }) => person)
  const able = await whoMaySee({ people: all, documents: review.about })
  return new Map([...people].filter(([, { person }]) => able.some(one => one.equals(person))))
}

async function whoseTurn(review: Turn, leads: Types.ObjectId[]): Promise<Types.ObjectId[]> {
  if (review.state !== 'submitted') return responsiblePeople(review)
  // Who submitted may not approve; without a second lead the one there is still hears of it.
  const others = leads.filter(lead => !lead.equals(review.submittedBy ?? undefined))
  return others.length > 0 ? others : leads
}
