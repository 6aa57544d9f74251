import type { ClientSession } from 'mongoose'
import { isCentralIssuer, issuerKey } from '../../legal/issuerKey.ts'
import { LearnedName, type LearnedNameRecord } from '../../models/LearnedName.ts'
import { IN_USE } from './inUse.ts'
import { mayStandFor, nameWords } from './nameWords.ts'

/** Full names by the words of what people taught to stand for them. */
export type LearnedBodies = ReadonlyMap<string, string>

interface Short {
  short: string
  name: string
  /** Of the text it stands in. */
  province: string | null | undefined
}

/** Words an abbreviation is learned by: everywhere for a body of the centre, else in texts of that province. */
export function shortWords({ short, name, province }: Short): string {
  const words = nameWords(short)
  return isCentralIssuer(issuerKey(name)) ? words : inProvince(words, province)
}

function inProvince(words: string, province: string | null | undefined): string {
  return `${words}|${province ?? ''}`
}

/** What abbreviations stand for, as people taught. */
export async function learnedBodies(session?: ClientSession): Promise<LearnedBodies> {
  const names = await LearnedName.find({ ...IN_USE, kind: 'issuer' }, 'words written name')
    .session(session ?? null)
    .lean()
  return new Map(names.filter(isUsable).map(({ words, name }) => [words, name]))
}

/** What was learned before the rule of `mayStandFor` counts no more than what is learned now. */
export function isUsable({ written, name }: Pick<LearnedNameRecord, 'written' | 'name'>): boolean {
  return written === name || mayStandFor({ short: written, name })
}

/** The body an issuer's words mean in a text of a province: what they were taught to stand for, else the words themselves. */
export function bodyMeant(
  issuer: string | null | undefined,
  province: string | null | undefined,
  bodies: LearnedBodies,
): string | null {
  if (!issuer) return null
  const words = nameWords(issuer)
  return bodies.get(inProvince(words, province)) ?? bodies.get(words) ?? issuer
}
