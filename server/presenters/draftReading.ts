import { t } from '../lib/labels.ts'
import type { DocumentFileRecord } from '../models/DocumentFile.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { sureness } from './draftScan.ts'

export interface ReadingNote {
  strong: string
  text: string
}

/** What a person should know of how the files of a draft were read: letters brought over, pages left out. */
export function presentReading(
  files: DocumentFileRecord[],
  { textOrigin }: Pick<LegalDocumentRecord, 'textOrigin'>,
): ReadingNote[] {
  const isOcr = textOrigin === 'ocr'
  return files
    .flatMap(file => [encodingNote(file), otherNote(file), isOcr ? ocrNote(file) : null])
    .filter(note => note !== null)
}

function ocrNote({ ocr }: DocumentFileRecord): ReadingNote | null {
  if (ocr?.state !== 'taken') return null
  return { strong: t('files.ocr.takenTitle'), text: sureness(ocr, 'taken') }
}

function encodingNote({ encoding }: DocumentFileRecord): ReadingNote | null {
  if (!encoding) return null
  const name = t(`files.encoding.${encoding}`)
  return { strong: t('files.encoding.title'), text: t('files.encoding.text', { name }) }
}

/** That a file holds no text is said where the text would stand. */
function otherNote({ note, noteCount }: DocumentFileRecord): ReadingNote | null {
  if (!note || note === 'files.noTextLayer') return null
  return { strong: t('files.noteTitle'), text: t(note, { n: noteCount }) }
}
