import type { Copies } from './fold.ts'
import type { Draft } from './citation.ts'
import { clauseStart, emptyDraft } from './citation.ts'
import { findNames } from './findNames.ts'
import type { NameFound } from './findNames.ts'
import { findNumbers } from './findNumbers.ts'
import type { NumberFound } from './findNumbers.ts'
import { findPinpoint } from './pinpoint.ts'
import { isoFromMatch } from './readDate.ts'
import { issuerAt, readIssuerAfter, readIssuerBefore } from './readIssuer.ts'
import { MADE_BY } from './patterns/issuer.ts'

/** Citations by number and by name in the order of the text, with date, issuer and pinpoint read around each. */
export function findCitations(copies: Copies): Draft[] {
  const numbers = findNumbers(copies)
  const names = findNames(copies, numbers)
  const drafts = [
    ...numbers.map(number => fromNumber(copies, number)),
    ...names.map(name => fromName(copies, name)),
  ].sort((a, b) => a.start - b.start)
  for (const [index, draft] of drafts.entries()) {
    readAround(copies, draft, drafts[index - 1]?.end ?? 0)
  }
  return drafts
}

function fromNumber(copies: Copies, found: NumberFound): Draft {
  const isLaw = /^(?:bộ luật|luật|pháp lệnh)$/iu.test(found.type ?? '')
  const named = isLaw && found.between ? `${found.type ?? ''} ${found.between}` : found.title
  const owner = /^của\s+(.+)$/u.exec(found.between)?.[1] ?? null
  return {
    ...emptyDraft(copies.text, found),
    number: found.number,
    type: found.type,
    date: found.date,
    year: found.year,
    title: named?.replace(/\s+/gu, ' ') ?? null,
    issuer: owner,
    complete: found.complete,
  }
}

function fromName(copies: Copies, found: NameFound): Draft {
  const { start, end, type, title, date, year, issuer } = found
  return {
    ...emptyDraft(copies.text, { start, end }),
    form: 'name',
    type,
    title,
    date,
    year,
    issuer,
  }
}

function readAround(copies: Copies, draft: Draft, limit: number): void {
  const pinpoint = findPinpoint(copies, draft.start, limit)
  if (pinpoint) {
    draft.pinpoint = pinpoint.words
    draft.leadEnd = pinpoint.start
  }
  draft.issuer ??= readIssuerAfter(copies, draft.end)
  if (draft.number === null) return
  draft.issuer ??= readIssuerBefore(copies, draft.start, limit)
  if (!draft.date || !draft.issuer) readMaker(copies, draft, limit)
}

/** `Ngày 21-8-1984, UBND thị xã … ban hành Quyết định số 35/QĐ-84`: date and issuer stand before the number. */
function readMaker(copies: Copies, draft: Draft, limit: number): void {
  if (draft.date) return
  const from = Math.max(limit, clauseStart(copies, draft.start, limit))
  const before = copies.plain.slice(from, draft.start)
  const match = MADE_BY.exec(before)
  const issuer = match?.[7]
  if (!match || !issuer) return
  const at = from + match.index + match[0].indexOf(issuer)
  const name = issuerAt(copies, at, at + issuer.length)
  const date = isoFromMatch(match.slice(0, 7) as unknown as RegExpExecArray)
  if (!name || !date || name.length < issuer.trim().length - 2) return
  draft.date = date
  draft.issuer ??= name
}
