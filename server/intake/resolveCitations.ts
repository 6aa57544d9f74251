import type { ClientSession } from 'mongoose'
import { toKeyOf } from '../catalogue/citations/citationKeys.ts'
import { linkRepeats } from '../catalogue/citations/linkRepeats.ts'
import { lookUpAll } from '../catalogue/citations/findCandidates.ts'
import { citingContext, type CitingDocument } from '../catalogue/citations/citingContext.ts'
import { bodyMeant, learnedBodies } from '../catalogue/learned/learnedBodies.ts'
import { OPEN_TO_MACHINE } from '../catalogue/citations/reviveCitations.ts'
import { resolveCitation, type Resolution } from '../catalogue/citations/resolveCitation.ts'
import { Citation, type CitationRecord } from '../models/Citation.ts'
import type { CitationFound, Extraction } from '../reading/types.ts'
import { sentenceAround } from './sentenceAround.ts'

/** Citations read in a document as rows to be stored, each looked up in the register. */
export async function citationRows(
  { citations, from }: { citations: CitationFound[]; from: CitingDocument },
  session: ClientSession,
) {
  const resolve = await resolver(from, session, citations)
  const rows = []
  for (const found of citations) rows.push(await citationRow({ found, from, resolve }))
  return rows
}

/**
 * All mentions of other documents in a text. Words that repeat a citation ("Nghị định trên") stand for the document it names; where two
 * could be meant, they are left out: nothing is guessed.
 */
export function mentionsOf({ citations, repeats }: Extraction): CitationFound[] {
  const repeated = repeats.flatMap(found => {
    const meant = found.antecedent === null ? undefined : citations[found.antecedent]
    return meant ? [asRepeated(found, meant)] : []
  })
  return [...citations, ...repeated].sort((one, other) => one.start - other.start)
}

function asRepeated(found: CitationFound, meant: CitationFound): CitationFound {
  const { number, type, date, issuer, title, year, partialDate, period, resolvedType } = meant
  return {
    ...found,
    ...{ number, date, issuer, title, year, partialDate, period, resolvedType },
    type: found.type ?? type,
  }
}

export type Resolver = (found: CitationFound) => Promise<Resolution>

/**
 * Looks citations of one document up in the register: those known to be `asked` together, what is asked twice once.
 */
export async function resolver(
  from: CitingDocument,
  session: ClientSession,
  asked: Pick<CitationFound, 'number'>[] = [],
): Promise<Resolver> {
  const lookUp = await lookUpAll(
    asked.map(({ number }) => number),
    session,
  )
  const bodies = await learnedBodies(session)
  const context = await citingContext(from, session)
  const known = new Map<string, Promise<Resolution>>()
  return async found => {
    const { number, type, resolvedType, date, partialDate, issuer, title, year } = found
    const named = [title, year, found.form, found.period]
    const key = JSON.stringify([number, type, resolvedType, date, partialDate, issuer, ...named])
    const meant = bodyMeant(issuer, context.province, bodies)
    const question = {
      ...{ ...found, issuer: meant, issuedOn: date, issuedPartial: partialDate },
      from: context,
    }
    const answer = known.get(key) ?? resolveCitation(question, session, lookUp)
    known.set(key, answer)
    return answer
  }
}

/** One citation as it is stored. */
export async function citationRow({
  found,
  from,
  resolve,
}: {
  found: CitationFound
  from: CitingDocument
  resolve: Resolver
}) {
  return {
    from: from._id,
    ...readPart(found),
    sentence: sentenceAround(from.text, found),
    ...(await resolve(found)),
  }
}

/** What the reader says of a citation, in the fields of the record: '' where it says nothing. */
function readPart(found: CitationFound) {
  const { start, end, quote, doubts, date, year } = found
  const text = (value: string | null) => value ?? ''
  return {
    ...{ start, end, quote, doubts, form: found.form, isAttached: found.isAttached },
    period: text(found.period),
    number: text(found.number),
    type: text(found.type),
    resolvedType: orNothing(found.resolvedType),
    issuedPartial: text(found.partialDate),
    issuer: text(found.issuer),
    pinpoint: text(found.pinpoint),
    title: text(found.title),
    relation: orNothing(found.relation),
    scope: orNothing(found.scope),
    ...(date && { issuedOn: date }),
    ...(year && { year }),
    toKey: toKeyOf(found),
  }
}

function orNothing<T extends string>(code: T | null): T | '' {
  return code ?? ''
}

/** Citations nobody decided on are looked up anew: the document they stand in has another issuer or province now. */
export async function resolveAgain(from: CitingDocument, session: ClientSession): Promise<void> {
  const open = await Citation.find({ $and: [{ from: from._id }, OPEN_TO_MACHINE] })
    .session(session)
    .lean<CitationRecord[]>()
  const asked = open.map(asFound)
  const resolve = await resolver(from, session, asked)
  for (const [index, row] of open.entries()) {
    const resolution = await resolve(asked[index] ?? asFound(row))
    await Citation.updateOne({ _id: row._id }, { $set: resolution }, { session })
  }
  await linkRepeats([from._id], session)
}

/** A stored citation as the reader gave it, to be asked for again. */
export function asFound(row: CitationRecord): CitationFound {
  const { start, end, quote, doubts } = row
  return {
    ...{ start, end, quote, doubts },
    form: row.form,
    number: orNull(row.number),
    type: orNull(row.type),
    date: row.issuedOn ?? null,
    issuer: orNull(row.issuer),
    pinpoint: orNull(row.pinpoint),
    relation: orNull(row.relation),
    ...{ pinpointPaths: [], amendedIn: [], saidRelation: null, saidWith: null, saidRole: null },
    alsoRelation: null,
    ...{ antecedent: null, isAttached: row.isAttached, period: orNull(row.period) },
    title: orNull(row.title),
    year: row.year ?? null,
    partialDate: orNull(row.issuedPartial),
    resolvedType: orNull(row.resolvedType),
    scope: orNull(row.scope),
  }
}

function orNull<T extends string>(value: T | '' | null | undefined): T | null {
  return value === '' ? null : (value ?? null)
}
