import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cleanText } from '../cleanText.ts'
import { countPages } from './countPages.ts'
import { readTsv, type OcrPage } from './readTsv.ts'
import { runProgram } from './runProgram.ts'
import type { OcrEngine } from './findOcr.ts'

/** A scan as text: where each page starts (UTF-16 units) and how sure the engine was of it, 0–100; 0 for a page of which nothing was read. */
export interface ScanRead {
  ok: true
  text: string
  pages: { start: number; confidence: number }[]
  engine: string
}

/** `reason` is a label key under `files.ocr`. */
export type ScanAnswer = ScanRead | { ok: false; reason: string }

export interface ScanLimits {
  /** For one page. */
  milliseconds: number
  pages: number
  signal?: AbortSignal
  /** Told after every page: for progress, and to show that the reading is alive. */
  onPage?: (done: number) => Promise<void>
}

/** Long side of a drawn page in pixels: A4 at 205 dots an inch. More does not read better. */
const LONG_SIDE = 2400
const LEAST_LETTERS = 20

/**
 * Recognises the words of a scan: pages of a PDF without text, or a picture. Each step runs in a process of its own with a time limit;
 * what the file holds cannot hold up the server.
 */
export async function readScan(
  file: { kind: 'pdf' | 'image'; bytes: Buffer },
  engine: OcrEngine,
  limits: ScanLimits,
): Promise<ScanAnswer> {
  if (file.kind === 'pdf' && !engine.drawsPdf) return { ok: false, reason: 'noPdf' }
  const folder = await mkdtemp(path.join(tmpdir(), 'soat-scan-'))
  try {
    const source = path.join(folder, 'source')
    await writeFile(source, file.bytes)
    return file.kind === 'pdf'
      ? await readPdf({ folder, source }, engine, limits)
      : answerOf(await recognise(source, engine, limits), engine, limits)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readPdf(
  { folder, source }: { folder: string; source: string },
  engine: OcrEngine,
  limits: ScanLimits,
): Promise<ScanAnswer> {
  const { signal, pages: most, onPage } = limits
  const count = await countPages(source, engine.programs, signal)
  if (signal?.aborted) return { ok: false, reason: 'stopped' }
  if (count === null) return { ok: false, reason: 'notOpened' }
  if (count > most) return { ok: false, reason: 'tooManyPages' }
  const pages: OcrPage[] = []
  for (let page = 1; page <= count && !signal?.aborted; page += 1) {
    const picture = path.join(folder, `page-${page}`)
    pages.push(await readPage({ source, picture, page }, engine, limits))
    await onPage?.(page)
  }
  return answerOf(pages, engine, limits)
}

/** One page; an empty one, of which nothing is sure, when it could not be drawn or took too long: it keeps its place among the others. */
async function readPage(
  { source, picture, page }: { source: string; picture: string; page: number },
  engine: OcrEngine,
  limits: ScanLimits,
): Promise<OcrPage> {
  const { milliseconds, signal } = limits
  const which = ['-f', String(page), '-l', String(page), '-singlefile']
  const args = ['-gray', '-scale-to', String(LONG_SIDE), ...which, source, picture]
  const drawn = await runProgram(engine.programs.pdftoppm, args, { milliseconds, signal })
  const file = `${picture}.pgm`
  const [read] = drawn ? await recognise(file, engine, limits) : []
  await rm(file, { force: true })
  return read ?? { text: '', confidence: 0 }
}

/** Pages of a picture: several when it is a .tif of many. */
async function recognise(
  picture: string,
  { programs }: OcrEngine,
  { milliseconds, signal }: ScanLimits,
): Promise<OcrPage[]> {
  const args = [picture, 'stdout', '-l', 'vie', '--psm', '3', 'tsv']
  const tsv = await runProgram(programs.tesseract, args, { milliseconds, signal })
  return tsv ? readTsv(tsv.toString()) : []
}

function answerOf(
  found: OcrPage[],
  engine: OcrEngine,
  { pages: most, signal }: ScanLimits,
): ScanAnswer {
  if (signal?.aborted) return { ok: false, reason: 'stopped' }
  if (found.length > most) return { ok: false, reason: 'tooManyPages' }
  let text = ''
  const pages = found.map(page => {
    if (text !== '') text += '\n'
    const start = text.length
    text += cleanText(page.text)
    return { start, confidence: page.confidence }
  })
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_LETTERS) return { ok: false, reason: 'nothingFound' }
  return { ok: true, text, pages, engine: engine.name }
}
