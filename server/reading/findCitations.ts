import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { emptyDraft } from './citation.ts'
import { nestAmendingLaws } from './amendingLaws.ts'
import { findNames } from './findNames.ts'
import type { NameFound } from './findNames.ts'
import { findNumbers } from './findNumbers.ts'
import type { NumberFound } from './findNumbers.ts'
import { withoutFurniture } from './furniture.ts'
import type { Knowledge } from './types.ts'
import { findPinpoint } from './pinpoint.ts'
import { pinpointPaths } from './pinpointPaths.ts'
import { readIssuerAfter, readIssuerBefore, saidAlso } from './readIssuer.ts'
import { readMakers } from './readMaker.ts'

/** Citations by number and by name in the order of the text, with date, issuer and pinpoint read around each. */
export function findCitations(
  given: Copies,
  { lawTitles, issuerNames = [] }: Knowledge = {},
): Draft[] {
  const copies = { ...withoutFurniture(given), issuerNames }
  const { numbers, names } = nestAmendingLaws(copies, findNumbers(copies))
  const drafts = [
    ...numbers.map(number => fromNumber(copies, number)),
    ...[...names, ...findNames(copies, numbers, lawTitles)].map(name => fromName(copies, name)),
  ].sort((a, b) => a.start - b.start)
  let spoken: { name: string; end: number } | null = null
  for (const [index, draft] of drafts.entries()) {
    const limit = drafts[index - 1]?.end ?? 0
    readAround(copies, draft, limit)
    spoken = readSpeaker(copies, draft, { limit, spoken }) ?? spoken
  }
  readMakers(copies, drafts)
  return drafts
}

function fromNumber(copies: Copies, found: NumberFound): Draft {
  const isLaw = found.between !== '' && /^(?:bộ luật|luật|pháp lệnh)$/iu.test(found.type ?? '')
  const named = isLaw ? `${found.type ?? ''} ${found.between}` : found.title
  const owner = found.between
    ? (/^(?:thẩm định\s+|thẩm tra\s+)?của\s+(.+)$/u.exec(found.between)?.[1] ?? found.maker)
    : found.maker
  const draft = emptyDraft(copies.text, found)
  draft.number = found.number
  draft.type = found.type
  draft.date = found.date
  draft.year = found.year
  draft.title = named?.replace(/\s+/gu, ' ') ?? null
  draft.issuer = owner
  draft.complete = found.complete
  draft.leadEnd = leadBeforeNote(copies, found.start)
  return draft
}

/** `Luật số [Khoản này hết hiệu lực bởi …] 24/2012/QH13`: what is said of it stands before its noun. */
function leadBeforeNote({ shape, plain }: Copies, start: number): number {
  if (!/\]\s{0,3}$/u.test(shape.slice(Math.max(0, start - 4), start))) return start
  const from = Math.max(0, start - NOTE_REACH)
  return from + (NOTED_NOUN.exec(plain.slice(from, start))?.index ?? start - from)
}

const NOTE_REACH = 460
const NOTED_NOUN =
  /(?<![a-z])(?:(?:bo\s+)?luat|phap\s+lenh|nghi\s+(?:dinh|quyet)|thong\s+tu|quyet\s+dinh)\s+so\s+\[[^\][]{1,400}\]\s{0,3}$/u

function fromName(copies: Copies, found: NameFound): Draft {
  const draft = emptyDraft(copies.text, found)
  draft.form = 'name'
  draft.type = found.type
  draft.title = found.title
  draft.date = found.date
  draft.year = found.year
  draft.issuer = found.issuer
  draft.amendedIn = found.amendedIn
  return draft
}

function readAround(copies: Copies, draft: Draft, limit: number): void {
  const pinpoint = findPinpoint(copies, draft.start, limit)
  if (pinpoint) {
    draft.pinpoint = pinpoint.words
    const { start, end, words } = pinpoint
    draft.pinpointPaths = pinpointPaths(words, copies.plain.slice(start, end))
    draft.leadEnd = pinpoint.start
  }
  draft.issuer ??= readIssuerAfter(copies, draft.end)
  if (draft.number === null && !MAKES_LAWS.test(draft.issuer ?? '')) draft.issuer = null
}

/** The body that speaks before its document; it may speak in the next ones too. */
function readSpeaker(
  copies: Copies,
  draft: Draft,
  { limit, spoken }: { limit: number; spoken: { name: string; end: number } | null },
): { name: string; end: number } | null {
  const { number, leadEnd: start, end } = draft
  if (number === null || draft.issuer) return null
  const name = readIssuerBefore(copies, start, { limit, number })
  if (name) draft.issuer = name
  else if (spoken && saidAlso(copies, spoken, { start, number })) draft.issuer = spoken.name
  return name ? { name, end } : null
}

/** Who makes what is cited by name alone: `Luật thuế … của Việt Nam` names nobody. */
const MAKES_LAWS =
  /^(?:quốc hội|[uủ]ỷ? ban thường vụ|ủy ban thường vụ|hội đồng nhà nước|chủ tịch nước)/iu
