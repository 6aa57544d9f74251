import { numberKey } from '../../legal/documentNumber.ts'
import { foldText } from '../../legal/foldText.ts'
import { labelOf, DOCUMENT_TYPES, type DocumentType } from '../../legal/glossary.ts'
import { lawTitle } from '../../legal/laws.ts'
import { planTitle } from '../../legal/plans.ts'

/** Types cited by name and year, without a number (Nghị định 78/2025 Điều 68). */
export const TYPES_CITED_BY_NAME = [
  'constitution',
  'code',
  'law',
  'ordinance',
] as const satisfies DocumentType[]

/** Name of a law as compared: folded, without "năm 2024" and marks; the type's word in front. */
export function lawNameKey(title: string, type = ''): string {
  const name = foldText(title)
    .replace(/ (?:nam )?(?:19|20)\d{2}$/u, '')
    .replace(/[^a-z\d]+/gu, ' ')
    .trim()
  const word = foldText(labelOf(DOCUMENT_TYPES, type))
  return word && !/^(?:luat|bo luat|phap lenh|hien phap)(?: |$)/u.test(name)
    ? `${word} ${name}`
    : name
}

/**
 * What a citation waits for: `n:<numberKey>`; for a law cited by name `t:<folded name>|<year or nothing>`; for a plan
 * `p:<folded name>|<period or nothing>`. Stub pages gather by it.
 */
export function toKeyOf(cited: {
  number?: string | null
  title?: string | null
  year?: number | null
  form?: string | null
  period?: string | null
}): string {
  if (cited.number) return `n:${numberKey(cited.number)}`
  const title = cited.title ?? ''
  if (cited.form === 'plan') return `p:${planNameKey(title)}|${cited.period ?? ''}`
  return `t:${lawNameKey(lawTitle(title) ?? title)}|${cited.year ?? ''}`
}

/** Name of a plan as compared: a short name as its full one, folded, years and "giai đoạn" dropped. */
export function planNameKey(title: string): string {
  return foldText(planTitle(title))
    .replace(/[^a-z\d]+/gu, ' ')
    .replace(/ (?:giai doan|nam|den nam)(?= \d{4})/gu, '')
    .replace(/ (?:19|20)\d{2}(?= |$)/gu, '')
    .trim()
}

/** Every key a registered document answers: its number, and for a law its name with and without its year. */
export function keysAnsweredBy(document: {
  number?: string
  type?: string
  title?: string
  issuedOn?: string | null
  issuedPartial?: string
}): string[] {
  const keys = document.number ? [toKeyOf({ number: document.number })] : []
  if (!document.title || !isCitedByName(document.type)) return keys
  const full = lawNameKey(document.title, document.type)
  const name = lawNameKey(lawTitle(full) ?? full)
  const year = (document.issuedOn ?? document.issuedPartial ?? '').slice(0, 4)
  return [...keys, ...(year ? [`t:${name}|${year}`] : []), `t:${name}|`]
}

/** Whether documents of a type are cited by name alone. */
export function isCitedByName(type: string | undefined): boolean {
  return (TYPES_CITED_BY_NAME as readonly string[]).includes(type ?? '')
}

/** What is cited as a plan, programme or project by its name: the document itself, or the one that approves it. */
export const TYPES_OF_PLANS = [
  'plan',
  'programme',
  'actionProgramme',
  'project',
  'investmentProject',
  'decision',
  'resolution',
] as const satisfies DocumentType[]

/** Whether documents of a type may be cited by the name of a plan. */
export function isPlanType(type: string | undefined): boolean {
  return (TYPES_OF_PLANS as readonly string[]).includes(type ?? '')
}

/** Whether a title, with its type in front or not, holds the name of a plan (`planNameKey`) in one piece. */
export function holdsPlanName(
  { type, title }: { type: string; title: string },
  name: string,
): boolean {
  const own = planNameKey(title)
  const whole = `${foldText(labelOf(DOCUMENT_TYPES, type))} ${own}`
  return name !== '' && [own, whole].some(words => ` ${words} `.includes(` ${name} `))
}
