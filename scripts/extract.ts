/**
 * Reads documents from files:
 *   npm run -s extract -- FILE            a table for people
 *   npm run -s extract -- FILE --json     everything the reader finds, as JSON
 *   npm run -s extract -- --jsonl FILE    one line {"id","text"} in, one line of citations and header out
 * `-s` keeps npm's banner out of the output. Offsets of `--jsonl` point into the text exactly as given.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { RELATION_KINDS } from '../server/legal/glossary.ts'
import { extract } from '../server/reading/index.ts'
import type { Extraction, Header } from '../server/reading/types.ts'
import { predict } from './score/predict.ts'

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

interface TextRead {
  ok: boolean
  text?: string
}

/** A .txt is read here; other kinds by the intake's reader of files. */
async function textOf(path: string): Promise<string | null> {
  const bytes = await readFile(path)
  if (/\.(?:txt|md)$/iu.test(path)) return bytes.toString('utf8').replace(/^\ufeff/u, '')
  const reader = new URL('../server/intake/readText/index.ts', import.meta.url)
  if (!existsSync(reader)) return refuse(path)
  const { readText } = (await import(pathToFileURL(reader.pathname).href)) as {
    readText: (file: { name: string; bytes: Uint8Array }) => Promise<TextRead>
  }
  const read = await readText({ name: basename(path), bytes })
  return read.ok && read.text !== undefined ? read.text : refuse(path)
}

function refuse(path: string): null {
  console.error(`${path}: no text found in this file`)
  process.exitCode = 1
  return null
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
  await extractLines(file)
} else {
  await extractFile(file)
}
