import type { Direction } from '../legal/glossary.ts'
import type { Outside } from '../outside.ts'
import type { Actor } from '../people/actor.ts'
import { fault, type DraftAnswer } from './answers.ts'
import type { Corrections } from './corrections.ts'
import type { ReadFields } from './fieldsFromHeader.ts'
import { saveDraft } from './saveDraft.ts'

const TYPED = ['number', 'type', 'issuedOn', 'issuerName', 'title', 'effectiveFrom'] as const

/** A draft from what a person typed, without any text. Something to find it by is needed: number, title or type. */
export async function manualDraft(input: {
  corrections: Corrections
  direction?: Direction | undefined
  actor: Actor
  outside: Outside
}): Promise<DraftAnswer> {
  const { corrections } = input
  if (!corrections.number && !corrections.title && !corrections.type) {
    return { ok: false, errors: { title: fault('intake.errors.nothingToFind') } }
  }
  const typed: Partial<ReadFields> = {}
  for (const name of TYPED) {
    if (corrections[name]) Object.assign(typed, { [name]: corrections[name] })
  }
  const extraction = {
    header: {},
    citations: [],
    repeats: [],
    orders: [],
    standards: [],
    outline: [],
  }
  const { direction, actor, outside } = input
  const id = await saveDraft({ text: null, extraction, typed, direction, actor, outside })
  return { ok: true, id }
}
