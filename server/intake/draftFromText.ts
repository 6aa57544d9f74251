import { storeBytes } from '../catalogue/files/storeBytes.ts'
import { t } from '../lib/labels.ts'
import { clockOf, printDate } from '../legal/dates.ts'
import { fault, type DraftAnswer, type Fault } from './answers.ts'
import { draftFromKept, type IntakeSetting } from './draftFromFile.ts'
import { cleanText } from './readText/cleanText.ts'
import { toUnicode } from './readText/encoding/toUnicode.ts'
import type { OldEncoding } from './readText/index.ts'

/**
 * A pasted text becomes a draft. The cleaned words are kept as a file of their own, so that the same paste twice is known
 * like the same file twice.
 */
export async function draftFromText(input: IntakeSetting & { text: string }): Promise<DraftAnswer> {
  const read = cleanPaste(input.text, input.config.textLimitBytes)
  if (!read.ok) return { ok: false, errors: { text: read.fault } }
  const { outside } = input
  // The words as they were pasted: letters of an old encoding stay with the document.
  const bytes = Buffer.from(read.pasted)
  const file = {
    sha256: await storeBytes(bytes),
    name: t('intake.pasteName', {
      date: printDate(outside.today()).replaceAll('/', '-'),
      time: clockOf(outside.now()).replace(':', 'h'),
    }),
    kind: 'txt',
    size: bytes.length,
    pageStarts: [],
    hasText: true,
    ...(read.encoding && { encoding: read.encoding }),
  }
  return draftFromKept({ ...input, file, text: read.text })
}

interface CleanPaste {
  ok: true
  /** In Unicode. */
  text: string
  /** As it came, but for line ends and control characters. */
  pasted: string
  encoding: OldEncoding | null
}

/** Pasted words as they are stored, or what is wrong with them. */
export function cleanPaste(
  raw: string,
  limitBytes: number,
): CleanPaste | { ok: false; fault: Fault } {
  const pasted = cleanText(raw)
  const { text, encoding } = toUnicode(pasted)
  if (text.trim() === '') return { ok: false, fault: fault('intake.errors.emptyPaste') }
  if (Buffer.byteLength(text) > limitBytes) {
    const limit = Math.round((limitBytes / 1024 / 1024) * 10) / 10
    return { ok: false, fault: fault('files.textTooLong', { limit }) }
  }
  return { ok: true, text, pasted, encoding }
}
