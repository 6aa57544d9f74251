import { storeBytes } from '../catalogue/files/storeBytes.ts'
import { t } from '../lib/labels.ts'
import { clockOf, printDate } from '../legal/dates.ts'
import { fault, type DraftAnswer, type Fault } from './answers.ts'
import { draftFromKept, type IntakeSetting } from './draftFromFile.ts'
import { cleanText } from './readText/cleanText.ts'

/**
 * A pasted text becomes a draft. The cleaned words are kept as a file of their own, so that the same paste twice is known
 * like the same file twice.
 */
export async function draftFromText(input: IntakeSetting & { text: string }): Promise<DraftAnswer> {
  const read = cleanPaste(input.text, input.config.textLimitBytes)
  if (!read.ok) return { ok: false, errors: { text: read.fault } }
  const { outside } = input
  const bytes = Buffer.from(read.text)
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
  }
  return draftFromKept({ ...input, file, text: read.text })
}

/** Pasted words as they are stored, or what is wrong with them. */
export function cleanPaste(
  raw: string,
  limitBytes: number,
): { ok: true; text: string } | { ok: false; fault: Fault } {
  const text = cleanText(raw)
  if (text.trim() === '') return { ok: false, fault: fault('intake.errors.emptyPaste') }
  if (Buffer.byteLength(text) > limitBytes) {
    const limit = Math.round((limitBytes / 1024 / 1024) * 10) / 10
    return { ok: false, fault: fault('files.textTooLong', { limit }) }
  }
  return { ok: true, text }
}
