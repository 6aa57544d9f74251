import { countsPages } from './countPages.ts'
import { runProgram } from './runProgram.ts'

/** Programs that read scans, as configured; "off" reads none. */
export interface OcrPrograms {
  tesseract: string
  pdftoppm: string
}

/** What reads scans on this machine. */
export interface OcrEngine {
  /** With its version: "tesseract 5.3.0". It stands beside every text it read. */
  name: string
  programs: OcrPrograms
  /** Pages of a PDF can be counted and drawn. */
  drawsPdf: boolean
}

const LANGUAGE = 'vie'
const ASK_MS = 10_000

/** The engine of this machine: tesseract with Vietnamese; null when it is not there. */
export async function findOcr(programs: OcrPrograms): Promise<OcrEngine | null> {
  if (programs.tesseract === 'off') return null
  const limits = { milliseconds: ASK_MS }
  const languages = await runProgram(programs.tesseract, ['--list-langs'], limits)
  if (!languages?.toString().split(/\s+/u).includes(LANGUAGE)) return null
  const version = await runProgram(programs.tesseract, ['--version'], limits)
  const [, number = ''] = /tesseract v?([\d.]+)/u.exec(version?.toString() ?? '') ?? []
  const draws = await runProgram(programs.pdftoppm, ['-v'], limits)
  const drawsPdf = draws !== null && (await countsPages(programs))
  return { name: `tesseract ${number}`.trim(), programs, drawsPdf }
}
