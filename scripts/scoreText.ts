/**
 * How well files are read:
 *   npm run score:text -- FOLDER       files of .txt, .docx, .doc, .rtf, .pdf and pictures, in folders or not
 * Per file the character error rate (CER) against its reference and the words read in a second, with the engine that read it. The
 * reference of NAME.png is NAME.reference.md beside it; of a .doc or .pdf the reading of antiword or pdftotext, where they are on the
 * machine: two readers that agree may both be wrong, so such a figure says where to look. Blanks, line ends and Markdown marks do not count.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { loadConfig } from '../server/config.ts'
import { findOcr } from '../server/intake/readText/ocr/findOcr.ts'
import { readScan } from '../server/intake/readText/ocr/readScan.ts'
import { readText } from '../server/intake/readText/index.ts'
import { editDistance } from './score/editDistance.ts'

interface Reading {
  text: string
  engine: string
  confidence?: number
}

const LIMITS = { fileBytes: 200e6, textBytes: 50e6, milliseconds: 300_000 }
const SCAN = { milliseconds: 120_000, pages: 300 }
const READ = /\.(?:txt|docx?|rtf|pdf|png|jpe?g|tiff?)$/iu
const config = loadConfig()
const engine = await findOcr(config.ocr)

/** Every file of a folder and its folders that may be read. */
function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map(name => path.join(folder, name))
    .flatMap(file => (statSync(file).isDirectory() ? filesOf(file) : READ.test(file) ? [file] : []))
}

async function read(file: string): Promise<Reading | string> {
  const bytes = readFileSync(file)
  const result = await readText({ name: path.basename(file), bytes }, LIMITS)
  if (!result.ok) return result.error
  const encoding = result.encoding ? ` (${result.encoding})` : ''
  if (result.text !== null) return { text: result.text, engine: `own ${result.kind}${encoding}` }
  if (result.kind !== 'pdf' && result.kind !== 'image') return 'kept whole'
  return recognise({ kind: result.kind, bytes })
}

async function recognise(file: {
  kind: 'pdf' | 'image'
  bytes: Buffer
}): Promise<Reading | string> {
  if (!engine) return 'no tesseract with Vietnamese on this machine'
  const scan = await readScan(file, engine, SCAN)
  if (!scan.ok) return scan.reason
  const sum = scan.pages.reduce((all, { confidence }) => all + confidence, 0)
  return { text: scan.text, engine: scan.engine, confidence: Math.round(sum / scan.pages.length) }
}

/** What the file is compared with, and whose reading that is. */
function referenceOf(file: string): { text: string; by: string } | null {
  const beside = file.replace(/\.[^.]+$/u, '.reference.md')
  if (existsSync(beside)) return { text: readFileSync(beside, 'utf8'), by: path.basename(beside) }
  if (/\.doc$/iu.test(file)) return printedBy('antiword', ['-m', 'UTF-8.txt', '-w', '0', file])
  if (/\.pdf$/iu.test(file)) return printedBy('pdftotext', ['-raw', file, '-'])
  return null
}

function printedBy(program: string, args: string[]): { text: string; by: string } | null {
  const { stdout, status } = spawnSync(program, args, { maxBuffer: 100e6 })
  const text = status === 0 ? stdout.toString() : ''
  return text.trim() === '' ? null : { text, by: program }
}

/** What counts when two readings are compared. */
function comparable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^#+ Page \d.*$/gmu, '')
    .replace(/^\[pic\]$/gmu, '')
    .replace(/\|/gu, ' ')
    .replace(/[*_#\\]|-{3,}/gu, '')
    .replace(/Ð/gu, 'Đ')
    .replace(/\s+/gu, ' ')
    .trim()
}

async function score(file: string): Promise<string[]> {
  const start = performance.now()
  const reading = await read(file)
  const seconds = (performance.now() - start) / 1000
  if (typeof reading === 'string') return [reading, '-', '-', '-']
  const words = reading.text.match(/\S+/gu)?.length ?? 0
  const sure = reading.confidence === undefined ? '' : `, ${reading.confidence} % sure`
  const reference = referenceOf(file)
  if (!reference) return [`${reading.engine}${sure}`, '-', 'none', speed(words, seconds)]
  const [is, should] = [comparable(reading.text), comparable(reference.text)]
  const rate = `${((100 * editDistance(should, is)) / should.length).toFixed(2)} %`
  return [`${reading.engine}${sure}`, rate, reference.by, speed(words, seconds)]
}

function speed(words: number, seconds: number): string {
  return String(Math.round(words / seconds))
}

function print(rows: string[][]): void {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
}

/** The folder named, when it can be gone through; words on what to name otherwise. */
function folderNamed(named = ''): string {
  const folder = path.resolve(named)
  if (named !== '' && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder
  if (named !== '') console.error(`There is no folder ${folder}.`)
  console.error(
    'usage: npm run score:text -- FOLDER\n' +
      'FOLDER holds the files to read (.txt, .docx, .doc, .rtf, .pdf, .png, .jpg, .tif), none comes with Soát. The text that\n' +
      'NAME.png should have stands beside it in NAME.reference.md; a .doc or .pdf without one is compared with antiword or pdftotext.',
  )
  process.exit(2)
}

const folder = folderNamed(process.argv[2])
const rows = [['file', 'read by', 'CER', 'against', 'words/s']]
for (const file of filesOf(folder)) rows.push([path.relative(folder, file), ...(await score(file))])
print(rows)
process.exit(0)
