import { printDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'

/** An input for one part of a citation as it was read. For `{{> field}}`. */
export interface PartView {
  id: string
  name: string
  label: string
  value: string
  error?: string
}

interface Typed {
  typed?: Record<string, string>
  errors: Record<string, string>
}

const SHARED = ['type', 'number', 'issuedOn', 'issuer', 'title'] as const
type Part = (typeof SHARED)[number] | 'pinpoint'

/**
 * The parts all mentions of one document share, to be corrected together. Open where one was refused, and where correcting is what is
 * left to do: a choice among documents comes first.
 */
export function presentParts(
  mentions: CitationRecord[],
  { citation, action, ...form }: Typed & { citation: CitationRecord; action: string },
) {
  const isRefused = mentions.some(({ _id }) => isPartRefused(String(_id), form))
  return {
    isOpen: isRefused || citation.state !== 'several',
    parts: SHARED.map(part => presentPart(citation, part, form)),
    action,
  }
}

/** One part: what was typed before a refusal, else what is kept. */
export function presentPart(
  citation: CitationRecord,
  part: Part,
  { typed, errors }: Typed,
): PartView {
  const id = `cite-${String(citation._id)}-${part}`
  const error = errors[id]
  return {
    id,
    name: `cite[${String(citation._id)}][${part}]`,
    label: t(`intake.citations.parts.${part}`),
    value: typed?.[id] ?? valueOf(citation, part),
    ...(error && { error }),
  }
}

function valueOf(citation: CitationRecord, part: Part): string {
  if (part === 'issuedOn') return citation.issuedOn ? printDate(citation.issuedOn) : ''
  return citation[part].replace(/\s+/gu, ' ')
}

export function isPartRefused(id: string, { errors }: Pick<Typed, 'errors'>): boolean {
  return Object.keys(errors).some(field => field.startsWith(`cite-${id}-`))
}
