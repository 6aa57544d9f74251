import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fileURLToPath } from 'node:url'
import { cleanText } from './cleanText.ts'
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
  const pages: PageStart[] = []
  let text = ''
  let unread = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
    pages.push({ start: text.length })
    const page = await readPage(pdf, number)
    if (page === null) unread += 1
    else text += page
    if (text.length > textBytes) break
  }
  return resultOf({ text, pages, unread }, textBytes)
}

function resultOf(
  { text, pages, unread }: { text: string; pages: PageStart[]; unread: number },
  textBytes: number,
): ReadResult {
  if (unread === pages.length) return refused('files.brokenPdf')
  if (letters(text) < LEAST_LETTERS) return withoutText('pdf', 'files.noTextLayer')
  const read = withText({ kind: 'pdf', text, pages }, textBytes)
  if (unread === 0 || !read.ok) return read
  return { ...read, note: 'files.somePagesUnread', params: { n: unread } }
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
