import { DOCUMENT_CLASSES, DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { printIssuer } from '../legal/printIssuer.ts'
import { t } from '../lib/labels.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { TagView } from './page.ts'

type Named = Pick<LegalDocumentRecord, 'number' | 'type' | 'title'>

/** `Quyết định số 20/2019/QĐ-UBND`; without a number its type and title. */
export function documentName({ number, type, title }: Named): string {
  const word = type ? labelOf(DOCUMENT_TYPES, type) : t('documents.untyped')
  if (number) return t('documents.numbered', { type: word, number })
  return title ? `${word}: ${title}` : word
}

/** The number as printed, or what stands where there is none. */
export function documentNumber({ number, type, title }: Named): string {
  return number || documentName({ number, type, title })
}

/** Issuer as printed; former bodies of merged provinces say so. */
export function issuerLabel({
  issuerName,
  issuerKey,
}: Pick<LegalDocumentRecord, 'issuerName' | 'issuerKey'>): string {
  const name = printIssuer(issuerName)
  return issuerKey.endsWith('/former') && name ? t('documents.former', { name }) : name
}

/** Class, whose it is, and what is special about the record. */
export function documentTags(
  document: Pick<LegalDocumentRecord, 'docClass' | 'own' | 'secrecy' | 'number' | 'state'> &
    Partial<Pick<LegalDocumentRecord, 'origin'>>,
): TagView[] {
  const { docClass, own, secrecy, number, state } = document
  const tags: TagView[] = []
  if (docClass === 'qppl') tags.push({ label: DOCUMENT_CLASSES.qppl.vi, kind: 'strong' })
  else if (docClass !== 'unknown') {
    tags.push({ label: DOCUMENT_CLASSES[docClass].vi, kind: 'quiet' })
  }
  if (document.origin === 'starter') tags.push({ label: t('catalogue.tag'), kind: 'warn' })
  if (own) tags.push({ label: t('documents.own'), kind: 'quiet' })
  if (!number && state === 'confirmed') tags.push({ label: t('documents.pendingNumber') })
  if (secrecy === 'restricted') tags.push({ label: t('documents.restricted'), kind: 'warn' })
  if (state === 'withdrawn' && document.origin !== 'starter')
    tags.push({ label: t('documents.withdrawn'), kind: 'warn' })
  return tags
}

/** Stands after the name of invented records. */
export function exampleMark({ isIllustrative }: { isIllustrative: boolean }): string {
  return isIllustrative ? t('documents.example') : ''
}
