import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cleanText } from '../cleanText.ts'
import { readTsv, type OcrPage } from './readTsv.ts'
import { runProgram } from './runProgram.ts'
import type { OcrEngine } from './findOcr.ts'

/** A scan as text: where each page starts (UTF-16 units) and how sure the engine was of it, 0–100. */
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
    const pages =
      file.kind === 'pdf'
        ? await readPages({ folder, source }, engine, limits)
        : await recognise(source, engine, limits)
    return answerOf(pages, engine, limits)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readPages(
  { folder, source }: { folder: string; source: string },
  engine: OcrEngine,
  limits: ScanLimits,
): Promise<OcrPage[]> {
  const pages: OcrPage[] = []
  while (pages.length <= limits.pages) {
    const picture = await drawPage({ folder, source, page: pages.length + 1 }, engine, limits)
    if (!picture) break
    pages.push((await recognise(picture, engine, limits))[0] ?? { text: '', confidence: 0 })
    await rm(picture)
    await limits.onPage?.(pages.length)
  }
  return pages
}

/** The picture of one page, in grey; null after the last page. */
async function drawPage(
  { folder, source, page }: { folder: string; source: string; page: number },
  { programs }: OcrEngine,
  { milliseconds, signal }: ScanLimits,
): Promise<string | null> {
  const range = ['-f', String(page), '-l', String(page)]
  const args = ['-gray', '-scale-to', String(LONG_SIDE), ...range, source, path.join(folder, 'p')]
  await runProgram(programs.pdftoppm, args, { milliseconds, signal })
  const drawn = (await readdir(folder)).find(name => name.endsWith('.pgm'))
  return drawn ? path.join(folder, drawn) : null
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

function answerOf(found: OcrPage[], engine: OcrEngine, { pages: most, signal }: ScanLimits) {
  if (signal?.aborted) return { ok: false as const, reason: 'stopped' }
  if (found.length > most) return { ok: false as const, reason: 'tooManyPages' }
  let text = ''
  const pages = found.map(page => {
    if (text !== '') text += '\n'
    const start = text.length
    text += cleanText(page.text)
    return { start, confidence: page.confidence }
  })
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_LETTERS) return { ok: false as const, reason: 'nothingFound' }
  return { ok: true as const, text, pages, engine: engine.name }
}
