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
  const ocr = scanOf(files)?.ocr
  if (!ocr || hasText) return null
  const reload = { href: `/drafts/${String(_id)}`, linkLabel: t('files.ocr.reload') }
  switch (ocr.state) {
    case 'waiting':
    case 'reading':
      return { ...noticeOf(ocr), ...reload, tone: 'info' }
    case 'read':
    case 'taken':
      return { ...noticeOf(ocr), ...readNotice(ocr), take: t('files.ocr.take') }
    case 'failed':
      return { ...noticeOf(ocr), tone: 'warn', text: t(`files.ocr.reasons.${ocr.reason}`) }
    case 'unavailable':
      return { ...noticeOf(ocr), tone: 'warn' }
  }
}

/** The scan `takeScan` would take: one that is read before others, the main file before a signed copy, never an annex. */
function scanOf(files: DocumentFileRecord[]): DocumentFileRecord | undefined {
  const isRead = ({ ocr }: DocumentFileRecord) => ocr?.state === 'read' || ocr?.state === 'taken'
  const scans = (['main', 'signedCopy'] as const).flatMap(part =>
    files.filter(file => file.ocr && file.part === part),
  )
  return scans.find(isRead) ?? scans[0]
}

function readNotice(ocr: Ocr): Pick<ScanNotice, 'tone' | 'text'> {
  return { tone: ocr.confidences.includes(0) ? 'warn' : 'info', text: sureness(ocr, 'read') }
}

function noticeOf({ state, pagesDone }: Ocr): { strong: string; text: string } {
  const shown = state === 'taken' ? 'read' : state
  const text =
    shown === 'read' || shown === 'failed' ? '' : t(`files.ocr.${shown}`, { n: pagesDone })
  return { strong: t(`files.ocr.${shown}Title`), text }
}

/** "tesseract 5.3.0, 15 trang, độ tin cậy 88%; thấp nhất trang 15: 53%; không đọc được trang 3." */
export function sureness({ engine, confidences }: Ocr, key: 'read' | 'taken'): string {
  const pages = confidences.length
  const read = confidences.filter(one => one > 0)
  const mean = Math.round(read.reduce((sum, one) => sum + one, 0) / Math.max(1, read.length))
  const least = Math.min(...read)
  const page = confidences.indexOf(least) + 1
  const isNamed = read.length > 1 && least < UNSURE
  const lowest = isNamed ? t('files.ocr.lowest', { page, n: least }) : ''
  const empty = confidences.flatMap((one, index) => (one > 0 ? [] : [index + 1]))
  const unread = empty.length > 0 ? t('files.ocr.unread', { pages: empty.join(', ') }) : ''
  return t(`files.ocr.${key}`, { engine, pages, mean, lowest, unread })
}
