/**
 * Reads documents from files:
 *   npm run -s extract -- FILE            a table for people
 *   npm run -s extract -- FILE --json     everything the reader finds, as JSON
 *   npm run -s extract -- --jsonl FILE    one line {"id","text"} in, one line of citations and header out
 * FILE is of any kind that intake reads: .txt (old encodings too), .docx, .doc, .rtf, .pdf with a text layer.
 * `-s` keeps npm's banner out of the output. Offsets of `--jsonl` point into the text exactly as given.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readText } from '../server/intake/readText/index.ts'
import { RELATION_KINDS } from '../server/legal/glossary.ts'
import { t } from '../server/lib/labels.ts'
import { extract } from '../server/reading/index.ts'
import type { Extraction, Header } from '../server/reading/types.ts'
import { predict } from './score/predict.ts'

/** Room for any file a person may read on their own machine. */
const LIMITS = { fileBytes: 200e6, textBytes: 50e6, milliseconds: 300_000 }

const args = process.argv.slice(2)
const flags = new Set(args.filter(arg => arg.startsWith('--')))
const file = args.find(arg => !arg.startsWith('--'))

async function extractLines(path: string): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(line => line.trim())
  for (const line of lines) {
    const { id, text } = JSON.parse(line) as { id: string; text: string }
    console.log(JSON.stringify(predict({ id, text })))
  }
}

async function extractFile(path: string): Promise<void> {
  const text = await textOf(path)
  if (text === null) return
  const extraction = extract(text.normalize('NFC'))
  if (flags.has('--json')) console.log(JSON.stringify(extraction, null, 2))
  else print(extraction)
}

/** The text of a file, read as intake reads it; what a person should know of the reading goes to standard error. */
async function textOf(path: string): Promise<string | null> {
  const read = await readText({ name: basename(path), bytes: await readFile(path) }, LIMITS)
  if (!read.ok) return refuse(path, t(read.error, read.params))
  if (read.text === null) return refuse(path, 'no text found in this file')
  const { encoding, note, params } = read
  if (encoding) say(path, t('files.encoding.text', { name: t(`files.encoding.${encoding}`) }))
  if (note) say(path, t(note, params))
  return read.text
}

async function orRefuse(path: string, read: (path: string) => Promise<void>): Promise<void> {
  try {
    await read(path)
  } catch (error) {
    const why = whyClosed(error)
    if (why === null) throw error
    refuse(path, why)
  }
}

function refuse(path: string, why: string): null {
  say(path, why)
  process.exitCode = 1
  return null
}

function say(path: string, words: string): void {
  console.error(`${path}: ${words}`)
}

/** Why a file cannot be opened, in words; null for any other surprise. */
function whyClosed(error: unknown): string | null {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file'
  if (code === 'EISDIR') return 'this is a folder, not a file'
  return code === 'EACCES' || code === 'EPERM' ? 'you may not read this file' : null
}

function print({ header, citations, orders }: Extraction): void {
  for (const [field, found] of Object.entries(header) as [string, Header['number']][]) {
    if (found) console.log(`${field.padEnd(14)} ${String(found.value)}`)
  }
  console.log(`\n${citations.length} citations`)
  for (const citation of citations) {
    const { number, title, type, date, issuer, pinpoint, relation, doubts } = citation
    const named = [
      type,
      number ?? title,
      date,
      issuer,
      pinpoint,
      relation && RELATION_KINDS[relation].vi,
    ]
    console.log(
      `  ${named.map(value => value ?? '-').join(' | ')}${doubts.length ? `  ? ${doubts.join(', ')}` : ''}`,
    )
  }
  console.log(`\n${orders.length} orders`)
  for (const { dueOn, isReview, quote } of orders) {
    console.log(
      `  ${dueOn ?? '-'} ${isReview ? 'review' : ''} ${quote.replace(/\s+/gu, ' ').slice(0, 120)}`,
    )
  }
}

if (!file) {
  console.error('usage: npm run -s extract -- FILE [--json]  |  npm run -s extract -- --jsonl FILE')
  process.exitCode = 2
} else if (flags.has('--jsonl')) {
  await orRefuse(file, extractLines)
} else {
  await orRefuse(file, extractFile)
}
