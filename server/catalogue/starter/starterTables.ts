import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'

const FOLDER = join(import.meta.dirname, '../../legal/data/starter')

const COLUMNS = {
  documents: [
    ...['number', 'type', 'issuer', 'issued_on', 'title', 'effective_from', 'class'],
    ...['support', 'dissent', 'basis', 'vbpl_item', 'sources'],
  ],
  laws: [
    ...['title', 'number', 'issued_on', 'effective_from', 'amended_by', 'replaced_by'],
    ...['aliases', 'support', 'dissent', 'sources'],
  ],
  relations: [
    ...['kind', 'from_type', 'from_number', 'from_issued_on', 'to_type', 'to_number'],
    ...['to_issued_on', 'scope', 'effective_from', 'pinpoint_from', 'pinpoint_to'],
    ...['support', 'sources'],
  ],
  issuers: [
    ...['abbreviation', 'name', 'also_stated_as', 'documents_seen', 'example_number', 'status'],
  ],
  sources: ['source', 'what', 'collection_path'],
} as const

export type StarterTable = keyof typeof COLUMNS
/** One row of a table: every column named, empty where the facts are silent. */
export type StarterFact<T extends StarterTable> = Record<(typeof COLUMNS)[T][number], string>

/**
 * One table of the shipped facts, in the order of the file; `server/legal/data/starter/README.md` says how they were verified.
 * @throws when a file is not the table this program was written for
 */
export function starterTable<T extends StarterTable>(name: T): StarterFact<T>[] {
  const lines = readFileSync(join(FOLDER, `${name}.tsv`), 'utf8')
    .normalize('NFC')
    .split('\n')
  const columns = COLUMNS[name]
  if (lines[0] !== columns.join('\t')) throw new Error(`${name}.tsv has other columns`)
  return lines
    .slice(1)
    .filter(Boolean)
    .map(line => {
      const cells = line.split('\t')
      return Object.fromEntries(
        columns.map((column, index) => [column, cells[index] ?? '']),
      ) as StarterFact<T>
    })
}

/** The tables a load works from. */
export type StarterTables = {
  [T in 'documents' | 'laws' | 'relations' | 'issuers']: StarterFact<T>[]
}

/** All of them as shipped. Other work gets its turn between them. */
export async function shippedTables(): Promise<StarterTables> {
  const documents = starterTable('documents')
  await breathe()
  const relations = starterTable('relations')
  await breathe()
  return { documents, relations, laws: starterTable('laws'), issuers: starterTable('issuers') }
}

/** Ids of sources as a cell lists them: `S00005 S00019`. */
export function sourceIds(cell: string): string[] {
  return cell.split(' ').filter(Boolean)
}

let known: Map<string, StarterFact<'sources'>> | undefined

/** The texts the facts were read from, by id; read once, when somebody first asks why. */
export function starterSources(): Map<string, StarterFact<'sources'>> {
  known ??= new Map(starterTable('sources').map(row => [row.source, row]))
  return known
}
