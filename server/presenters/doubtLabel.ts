import { labelAt, t } from '../lib/labels.ts'

/**
 * Words of a doubt of the reader: a key under `doubts`, with the word its label needs behind a colon (`unknownIssuer:BNNMT`).
 * '' for a doubt without words.
 */
export function doubtLabel(doubt: string): string {
  const [key = '', ...rest] = doubt.split(':')
  const label = `doubts.${key}`
  return typeof labelAt(label) === 'string' ? t(label, { word: rest.join(':') }) : ''
}
