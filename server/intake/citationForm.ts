import { isValidObjectId } from 'mongoose'
import { parseTypedDate, type IsoDate } from '../legal/dates.ts'
import { codes, RELATION_KINDS, type RelationKind } from '../legal/glossary.ts'
import { fault, type Faults } from './answers.ts'
import { isReasonable, LONGEST_LINE, LONGEST_TITLE, typed, type Body } from './typed.ts'

/** What a person says of one citation on the form: its relation, and whether a change read from the text is right. */
export interface CitationCorrection {
  relation?: RelationKind | ''
  confirmed?: boolean
  /** What the words say, as the person reads them; absent parts did not stand on the form. */
  parts?: CitationParts
}

/** The parts of a citation a person may correct, as they were read. */
export interface CitationParts {
  number?: string
  type?: string
  issuedOn?: IsoDate | undefined
  issuer?: string
  title?: string
  pinpoint?: string
}

/**
 * What the form says of citations: `relation[<id>]` is what was chosen; `change[<id>]` names the tick (`confirmGroup`) that speaks
 * for a change read; `cite[<id>][<part>]` is a part as the person reads it.
 */
export function readCitationForm(body: Body, errors: Faults): Record<string, CitationCorrection> {
  const read: Record<string, CitationCorrection> = {}
  const add = (id: string, correction: CitationCorrection) => {
    if (isValidObjectId(id)) read[id] = { ...read[id], ...correction }
  }
  for (const [id, value] of entriesOf(body.relation)) {
    const relation = codes(RELATION_KINDS).find(code => code === value)
    if (relation || value === '') add(id, { relation: relation ?? '' })
  }
  const ticked = new Set<unknown>([body.confirmGroup ?? []].flat())
  for (const [id, group] of entriesOf(body.change)) add(id, { confirmed: ticked.has(group) })
  for (const [id, value] of entriesOf(body.cite)) {
    add(id, { parts: readParts({ id, body: Object.fromEntries(entriesOf(value)), errors }) })
  }
  return read
}

const PARTS = ['number', 'type', 'issuer', 'title', 'pinpoint'] as const

interface PartsForm {
  id: string
  body: Body
  errors: Faults
}

/** A fault stands next to its own input, `cite-<id>-<part>`. */
function readParts({ id, body, errors }: PartsForm): CitationParts {
  const parts: CitationParts = readDay({ id, body, errors })
  for (const name of PARTS) {
    const value = typed(body, name)
    if (value === undefined) continue
    const limit = name === 'title' ? LONGEST_TITLE : LONGEST_LINE
    if (value.length > limit)
      errors[`cite-${id}-${name}`] = fault('intake.errors.tooLong', { limit })
    else parts[name] = value
  }
  if (parts.number === '' && parts.title === '')
    errors[`cite-${id}-number`] = fault('intake.errors.neitherNumberNorTitle')
  return parts
}

function readDay({ id, body, errors }: PartsForm): CitationParts {
  const said = typed(body, 'issuedOn')
  if (said === undefined) return {}
  const day = parseTypedDate(said)
  if (said === '' || (day && isReasonable(day))) return { issuedOn: day }
  errors[`cite-${id}-issuedOn`] = fault('intake.errors.noDay', { typed: said.slice(0, 40) })
  return {}
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
