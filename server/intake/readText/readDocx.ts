import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { cleanText } from './cleanText.ts'
import { docxText } from './docxText.ts'
import { writeNumbers } from './writeNumbers.ts'
import { zipEntries } from './zipEntries.ts'
import { megabytes, refused, withText, withoutText } from './result.ts'
import type { DocxElement } from './docxText.ts'
import type { ReadResult } from './result.ts'

// The markup of the longest laws is under 10 MB; what claims more is a zip bomb.
const MOST_MARKUP = 48 * 1024 * 1024
// Elements around words that mammoth leaves out with everything in them.
const WRAPPER = /<\/?w:(?:fldSimple|customXml|dir|bdo)(?:\s[^>]*)?>/g
const NO_LISTS =
  '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
const MARKUP = /\.(?:xml|rels)$/i

/** A .docx: paragraphs as lines, tables cell by cell, automatic numbers written out, footnotes at the end. */
export async function readDocx(file: {
  bytes: Uint8Array
  textBytes: number
}): Promise<ReadResult> {
  const markup = (zipEntries(file.bytes) ?? []).filter(({ name }) => MARKUP.test(name))
  if (markup.reduce((sum, { size }) => sum + size, 0) > MOST_MARKUP) {
    return refused('files.inflatesTooLarge', { limit: megabytes(MOST_MARKUP) })
  }
  const text = await textOf(file.bytes)
  if (text === null) return refused('files.brokenDocx')
  if (text.trim() === '') return withoutText('docx', 'files.noTextLayer')
  return withText({ kind: 'docx', text }, file.textBytes)
}

async function textOf(bytes: Uint8Array): Promise<string | null> {
  try {
    // Inflated here, into buffers of the declared size, so a directory that lies cannot inflate without end.
    const parts = unzipSync(bytes, { filter: ({ name }) => MARKUP.test(name) })
    const body = writeNumbers({
      document: part(parts, 'word/document.xml'),
      numbering: part(parts, 'word/numbering.xml'),
      styles: part(parts, 'word/styles.xml'),
    })
    // The numbers stand in the text now; mammoth stumbles over lists that name styles which are not there.
    if (parts['word/numbering.xml']) parts['word/numbering.xml'] = strToU8(NO_LISTS)
    parts['word/document.xml'] = strToU8(body.replace(WRAPPER, ''))
    return cleanText(docxText(await parse(Buffer.from(zipSync(parts, { level: 0 })))))
  } catch {
    // Damaged archives and damaged markup throw errors of many libraries; each means the file cannot be opened.
    return null
  }
}

function part(parts: Record<string, Uint8Array>, name: string): string {
  return parts[name] ? strFromU8(parts[name]) : ''
}

/** The document as mammoth understands it: insertions kept, deletions left out. No HTML is made of it. */
async function parse(buffer: Buffer): Promise<DocxElement> {
  let found: DocxElement = { type: 'document' }
  await mammoth.convertToHtml(
    { buffer },
    {
      includeEmbeddedStyleMap: false,
      transformDocument: (document: DocxElement) => {
        found = document
        return { ...document, children: [] }
      },
    },
  )
  return found
}
