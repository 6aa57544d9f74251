import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fileURLToPath } from 'node:url'
import { cleanText } from './cleanText.ts'
import { isGarbled } from './isGarbled.ts'
import { joinSyllables } from './joinSyllables.ts'
import { pdfLines } from './pdfLines.ts'
import { refused, withText, withoutText } from './result.ts'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Matrix } from './pdfLines.ts'
import type { PageStart, ReadResult } from './result.ts'

const MOST_PAGES = 3000
/** Fewer letters than this in the whole file is a stamp or a page number, not a text layer. */
const LEAST_LETTERS = 20

/** Text of a PDF, line by line, with the offset at which each page starts. */
export async function readPdf(file: { bytes: Uint8Array; textBytes: number }): Promise<ReadResult> {
  const task = getDocument({
    data: new Uint8Array(file.bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: assets('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: assets('standard_fonts'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
  })
  try {
    return await readPages(await task.promise, file.textBytes)
  } catch (error) {
    return refused(isLocked(error, file.bytes) ? 'files.encryptedPdf' : 'files.brokenPdf')
  } finally {
    await task.destroy()
  }
}

function assets(folder: string): string {
  return fileURLToPath(
    new URL(`../../${folder}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')),
  )
}

// A file locked by certificate or by an unknown method fails as broken, though its owner can unlock it.
function isLocked(error: unknown, bytes: Uint8Array): boolean {
  if (!(error instanceof Error)) return false
  if (error.name === 'PasswordException') return true
  return /encrypt/i.test(error.message) && Buffer.from(bytes).includes('/Encrypt')
}

async function readPages(pdf: PDFDocumentProxy, textBytes: number): Promise<ReadResult> {
  if (pdf.numPages > MOST_PAGES) return refused('files.tooManyPages', { limit: MOST_PAGES })
  const pages: (string | null)[] = []
  let length = 0
  for (let number = 1; number <= pdf.numPages && length <= textBytes; number += 1) {
    const page = await readPage(pdf, number)
    pages.push(page)
    length += page?.length ?? 0
  }
  return resultOf(pages, textBytes)
}

function resultOf(read: (string | null)[], textBytes: number): ReadResult {
  const unread = read.filter(page => page === null).length
  if (unread === read.length) return refused('files.brokenPdf')
  const { text, pages } = joined(joinSyllables(read.map(page => page ?? '')))
  if (letters(text) < LEAST_LETTERS) return withoutText('pdf', 'files.noTextLayer')
  const result = withText({ kind: 'pdf', text, pages }, textBytes)
  if (!result.ok) return result
  // What is no Vietnamese after all encodings are tried is a font without its table: a scan serves better.
  if (isGarbled(result.text ?? '')) return withoutText('pdf', 'files.garbledText')
  return unread === 0 ? result : { ...result, note: 'files.somePagesUnread', params: { n: unread } }
}

/** Pages one after the other, each from the start of a line. */
function joined(read: string[]): { text: string; pages: PageStart[] } {
  const pages: PageStart[] = []
  let text = ''
  for (const page of read) {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
    pages.push({ start: text.length })
    text += page
  }
  return { text, pages }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<string | null> {
  try {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const { transform } = page.getViewport({ scale: 1 })
    page.cleanup()
    return cleanText(
      pdfLines(
        items.filter(item => 'str' in item),
        transform as Matrix,
      ),
    )
  } catch {
    // One damaged page does not cost the others; the result says how many are missing.
    return null
  }
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
