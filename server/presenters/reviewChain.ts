import { labelOf, RELATION_KINDS } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { DocumentGlance } from '../review/documentGlance.ts'
import type { ReviewFile } from '../review/findReview.ts'
import { formatters } from './format.ts'
import { presentLamp, type LampView } from './lamp.ts'
import { documentHref, documentName, effectiveDay, exampleOf, reasonsOf } from './reviewRow.ts'

interface Box {
  small: string
  name: string
  href: string
  example: string
  text?: string
  quote?: string
  lamp?: LampView
}

/** From the change to this document, box by box, with the line that ties each to the one before. */
export function presentChain(file: ReviewFile) {
  if (file.chain.length === 0) return { boxes: [], reasons: reasonsOf(plainRow(file)) }
  const last = file.chain.length - 1
  const links = file.chain.map((link, index) => linkBox(link, { index, last }))
  return { boxes: [...changeBox(file), ...links], reasons: [] }
}

function linkBox(
  { document, relation, quote }: ReviewFile['chain'][number],
  { index, last }: { index: number; last: number },
): Box {
  const box = { ...head(document), small: t(`reviews.chain.${placeOf(index, last)}`) }
  return index === 0
    ? { ...box, text: t(`reviews.change.${relation}`), ...lampOf(document) }
    : { ...box, text: relationWords(relation), ...(quote && { quote }) }
}

function lampOf({ isHidden, forceStatus }: DocumentGlance): Pick<Box, 'lamp'> {
  return isHidden ? {} : { lamp: presentLamp(forceStatus) }
}

/** The document that made the change, with the words it did it by. */
function changeBox({ row: { review, source }, chain: [first] }: ReviewFile): Box[] {
  if (!source || !first) return []
  const on = effectiveDay(review)
  const small = on
    ? t('reviews.chain.changeFrom', { date: formatters.date(on) })
    : t('reviews.chain.change')
  const target = documentName(first.document)
  const text = t(`reviews.chain.does.${first.relation}`, { target })
  return [{ ...head(source), small, text, ...(first.quote && { quote: first.quote }) }]
}

/** The reasons of the row whatever the state: a returned review is still there for its first reason. */
function plainRow({ row }: ReviewFile): ReviewFile['row'] {
  return { ...row, review: { ...row.review, state: 'open' } }
}

function placeOf(index: number, last: number): 'self' | 'changed' | 'between' | 'reviewed' {
  if (last === 0) return 'self'
  if (index === 0) return 'changed'
  return index === last ? 'reviewed' : 'between'
}

function relationWords(relation: string): string {
  return t('reviews.chain.stands', { relation: labelOf(RELATION_KINDS, relation) })
}

function head(document: DocumentGlance): Pick<Box, 'name' | 'href' | 'example'> {
  return {
    name: documentName(document),
    href: documentHref(document),
    example: exampleOf(document),
  }
}
