import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LabelTree {
  [key: string]: string | LabelTree
}
export type LabelParams = Record<string, string | number | null | undefined>

const FOLDER = join(import.meta.dirname, '../../views/labels/vi')

/** Every family of labels by its file name: `views/labels/vi/layout.json` answers to `layout.…`. */
export const labels: LabelTree = Object.fromEntries(
  readdirSync(FOLDER)
    .filter(file => file.endsWith('.json'))
    .map(file => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8').normalize('NFC')) as LabelTree,
    ]),
)

/** What stands under a dotted key: the words, a branch of the tree, or undefined. */
export function labelAt(key: string): string | LabelTree | undefined {
  return key
    .split('.')
    .reduce<string | LabelTree | undefined>(
      (at, part) => (typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined),
      labels,
    )
}

/**
 * The words of the interface under a key, with `{name}` filled from `params`.
 * An unknown key throws while developing and testing; in production the key itself is shown.
 */
export function t(key: string, params: LabelParams = {}): string {
  const words = labelAt(key)
  if (typeof words === 'string') return fill(words, params)
  if (process.env.NODE_ENV === 'production') return key
  throw new Error(`no label for '${key}' in views/labels/vi`)
}

function fill(words: string, params: LabelParams): string {
  return words.replace(/\{(\w+)\}/gu, (hole, name: string) => String(params[name] ?? hole))
}
