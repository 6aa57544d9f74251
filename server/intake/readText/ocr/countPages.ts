import path from 'node:path'
import { runProgram } from './runProgram.ts'
import type { OcrPrograms } from './findOcr.ts'

/** It reads a table, not pages. */
const COUNT_MS = 10_000

/** How many pages a PDF has; null when it cannot be opened. The program that draws does not tell a page it failed on from the end. */
export async function countPages(
  source: string,
  programs: OcrPrograms,
  signal?: AbortSignal,
): Promise<number | null> {
  const limits = { milliseconds: COUNT_MS, signal }
  const printed = await runProgram(pdfinfo(programs), [source], limits)
  const [, count] = /^Pages:\s+(\d+)$/mu.exec(printed?.toString() ?? '') ?? []
  return count ? Number(count) : null
}

/** Whether this machine counts pages. */
export async function countsPages(programs: OcrPrograms): Promise<boolean> {
  return (await runProgram(pdfinfo(programs), ['-v'], { milliseconds: COUNT_MS })) !== null
}

/** It comes in one package with pdftoppm, and stands beside it. */
function pdfinfo({ pdftoppm }: OcrPrograms): string {
  return path.join(path.dirname(pdftoppm), 'pdfinfo')
}
