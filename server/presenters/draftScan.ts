import { t } from '../lib/labels.ts'
import type { DocumentFileRecord } from '../models/DocumentFile.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'

type Ocr = NonNullable<DocumentFileRecord['ocr']>

/** A page the engine was less sure of than this is named. */
const UNSURE = 85

export interface ScanNotice {
  tone: 'info' | 'warn'
  strong: string
  text: string
  href?: string
  linkLabel?: string
  /** Words of the button that takes the text over. */
  take?: string
}

/** Where the reading of a scan stands, for a draft that has no text yet; null when there is nothing to say. */
export function presentScan(
  files: DocumentFileRecord[],
  { _id, hasText }: LegalDocumentRecord,
): ScanNotice | null {
  const ocr = files.find(file => file.ocr)?.ocr
  if (!ocr || hasText) return null
  const reload = { href: `/drafts/${String(_id)}`, linkLabel: t('files.ocr.reload') }
  switch (ocr.state) {
    case 'waiting':
    case 'reading':
      return { ...noticeOf(ocr), ...reload, tone: 'info' }
    case 'read':
    case 'taken':
      return {
        ...noticeOf(ocr),
        tone: 'info',
        text: sureness(ocr, 'read'),
        take: t('files.ocr.take'),
      }
    case 'failed':
      return { ...noticeOf(ocr), tone: 'warn', text: t(`files.ocr.reasons.${ocr.reason}`) }
    case 'unavailable':
      return { ...noticeOf(ocr), tone: 'warn' }
  }
}

function noticeOf({ state, pagesDone }: Ocr): { strong: string; text: string } {
  const shown = state === 'taken' ? 'read' : state
  const text =
    shown === 'read' || shown === 'failed' ? '' : t(`files.ocr.${shown}`, { n: pagesDone })
  return { strong: t(`files.ocr.${shown}Title`), text }
}

/** "tesseract 5.3.0, 15 trang, độ tin cậy 88%; thấp nhất trang 15: 53%." */
export function sureness({ engine, confidences }: Ocr, key: 'read' | 'taken'): string {
  const pages = confidences.length
  const mean = Math.round(confidences.reduce((sum, one) => sum + one, 0) / Math.max(1, pages))
  const least = Math.min(...confidences)
  const page = confidences.indexOf(least) + 1
  const isNamed = pages > 1 && least < UNSURE
  const lowest = isNamed ? t('files.ocr.lowest', { page, n: least }) : ''
  return t(`files.ocr.${key}`, { engine, pages, mean, lowest })
}
