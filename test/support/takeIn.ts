import { Types } from 'mongoose'
import { readConfig } from '../../server/config.ts'
import { confirmDraft } from '../../server/intake/confirmDraft.ts'
import type { Corrections } from '../../server/intake/corrections.ts'
import { draftFromText } from '../../server/intake/draftFromText.ts'
import type { Role } from '../../server/legal/glossary.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import type { Outside } from '../../server/outside.ts'
import type { Actor } from '../../server/people/actor.ts'

export const OUTSIDE: Outside = {
  today: () => '2026-11-23',
  now: () => new Date('2026-11-23T01:05:00Z'),
  sendMail: () => Promise.resolve(),
}

const people = new Map<Role, Actor>()

/** One clerk for all tests of a file; other roles likewise. */
export function clerk(role: Role = 'clerk'): Actor {
  const actor = people.get(role) ?? {
    id: new Types.ObjectId(),
    name: `Văn thư thử ${role}`,
    username: role,
    roles: [role],
    unit: null,
  }
  people.set(role, actor)
  return actor
}

/** The draft of a pasted text. */
export async function takeIn(text: string): Promise<LegalDocumentRecord> {
  const answer = await draftFromText({
    text,
    actor: clerk(),
    outside: OUTSIDE,
    config: readConfig({}),
  })
  if (!answer.ok) throw new Error(`not taken in: ${JSON.stringify(answer)}`)
  return load(answer.id)
}

export async function load(id: Types.ObjectId): Promise<LegalDocumentRecord> {
  const document = await LegalDocument.findById(id)
    .select('+text +orders')
    .lean<LegalDocumentRecord>()
  if (!document) throw new Error('no such document')
  return document
}

/** A text taken in and registered. */
export async function register(
  text: string,
  corrections: Corrections = {},
): Promise<LegalDocumentRecord> {
  const draft = await takeIn(text)
  const { _id, revision } = draft
  const answer = await confirmDraft({
    id: String(_id),
    revision,
    corrections,
    actor: clerk(),
    outside: OUTSIDE,
  })
  if (!answer.ok) throw new Error(`not registered: ${JSON.stringify(answer)}`)
  return load(_id)
}
