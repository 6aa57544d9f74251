import { CHANGING_RELATIONS, labelOf, RELATION_KINDS } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'

type Used = Pick<CitationRecord, 'relation' | 'scope' | 'pinpoint'>

/** More provisions than these are counted. */
const MOST_NAMED = 4

/** What a mention does, and to which part, as written: "Bãi bỏ một phần: khoản 2 Điều 5". */
export function citationUse(citation: Used): string {
  return useOf(citation, [citation])
}

/** The same of the mentions of one document, once for each thing done to it. */
export function citationUses(group: Used[]): string[] {
  const alike = new Map<string, Used[]>()
  for (const one of group) {
    const words = actOf(one)
    alike.set(words, [...(alike.get(words) ?? []), one])
  }
  return [...alike.values()].map(uses => (uses[0] ? useOf(uses[0], uses) : '')).filter(Boolean)
}

/** A relation with how far it goes: "bãi bỏ một phần". */
export function actOf({ relation, scope }: Pick<Used, 'relation' | 'scope'>): string {
  const words = labelOf(RELATION_KINDS, relation)
  const changes = CHANGING_RELATIONS.some(kind => kind === relation)
  return changes && scope === 'part' ? t('intake.citations.use.part', { relation: words }) : words
}

/** Provisions named by several mentions, each once, as written. */
export function pinpointsOf(group: Pick<Used, 'pinpoint'>[]): string {
  const written = group.map(({ pinpoint }) => pinpoint.replace(/\s+/gu, ' ').trim())
  const distinct = [...new Set(written)].filter(Boolean)
  const where = distinct.slice(0, MOST_NAMED).join('; ')
  const n = distinct.length - MOST_NAMED
  return n > 0 ? t('intake.citations.use.more', { where, n }) : where
}

function useOf(one: Used, group: Used[]): string {
  const [what, where] = [actOf(one), pinpointsOf(group)]
  return capital(what && where ? t('intake.citations.use.at', { what, where }) : what || where)
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
