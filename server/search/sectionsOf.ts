import { numberAliases } from '../legal/documentNumber.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { foldCopies } from '../reading/fold.ts'
import { outline } from '../reading/outline.ts'
import { telex } from './telex.ts'

/** One row of the engine: a Điều, a heading's text, or a whole document without text. */
export interface Section {
  id: string
  documentId: string
  revision: number
  number: string
  numberAliases: string[]
  numberKey: string
  title: string
  titleExact: string
  heading: string
  body: string
  type: string
  docClass: string
  own: boolean
  origin: string
  /** 1 when registered here: of two that fit alike, the register's comes first. */
  registered: number
  year: number | null
  issued: string
  effectiveFrom: string
  effectiveTo: string
  /** `all`, or `unit:<id>` and `user:<id>` of those who may see a restricted document. */
  visibility: string[]
}

const SECTION_CHARS = 3000

/** Cuts a document into the sections the engine holds. `text` is the stored text. */
export function sectionsOf(document: LegalDocumentRecord, text: string): Section[] {
  const head = headOf(document)
  const pieces = piecesOf(text)
  return pieces.map((piece, index) => ({
    ...head,
    id: `${head.documentId}_${index}`,
    heading: piece.heading,
    body: piece.body,
  }))
}

function headOf(document: LegalDocumentRecord): Omit<Section, 'id' | 'heading' | 'body'> {
  const number = document.number
  return {
    documentId: String(document._id),
    revision: document.revision,
    number,
    numberAliases: number ? numberAliases(number) : [],
    numberKey: document.numberKey,
    title: document.title,
    titleExact: telex(document.title),
    type: document.type,
    docClass: document.docClass,
    own: document.own,
    origin: document.origin,
    registered: document.origin === 'starter' ? 0 : 1,
    year: yearOf(document),
    issued: document.issuedOn ?? document.issuedPartial,
    effectiveFrom: document.effectiveFrom ?? '',
    effectiveTo: document.effectiveTo ?? '',
    visibility: visibilityOf(document),
  }
}

/** Year of issue, as far as the document tells it. */
export function yearOf(
  document: Pick<LegalDocumentRecord, 'issuedOn' | 'issuedPartial'>,
): number | null {
  const year = Number((document.issuedOn ?? document.issuedPartial).slice(0, 4))
  return year > 0 ? year : null
}

function visibilityOf(document: LegalDocumentRecord): string[] {
  if (document.secrecy !== 'restricted') return ['all']
  const units = document.visibleToUnits.map(unit => `unit:${String(unit)}`)
  return document.createdBy ? [...units, `user:${String(document.createdBy)}`] : units
}

interface Piece {
  heading: string
  body: string
}

function piecesOf(text: string): Piece[] {
  const parts = outline(foldCopies(text)).filter(
    part => part.kind === 'article' || part.kind === 'appendix',
  )
  const starts = parts.map(part => part.start)
  const bounds = [0, ...starts.filter(start => start > 0), text.length]
  const pieces = bounds.slice(0, -1).flatMap((start, index) => {
    const part = parts.find(candidate => candidate.start === start)
    const heading = part ? [part.label, part.title].filter(Boolean).join('. ') : ''
    return cut(text.slice(start, bounds[index + 1])).map(body => ({ heading, body }))
  })
  return pieces.length > 0 ? pieces : [{ heading: '', body: '' }]
}

/** Pieces of about 3,000 characters, cut at line ends: the engine ignores what stands beyond 65,535 positions. */
function cut(text: string): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > SECTION_CHARS) {
    const line = rest.lastIndexOf('\n', SECTION_CHARS)
    const blank = rest.lastIndexOf(' ', SECTION_CHARS)
    const at = line > SECTION_CHARS / 2 ? line : blank > 0 ? blank : SECTION_CHARS
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at).trim()
  }
  if (rest) pieces.push(rest)
  return pieces
}
