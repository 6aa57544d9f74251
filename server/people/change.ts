/** Words per field of a form, ready to be shown. */
export type FieldErrors = Record<string, string>

/** How a change of a record ends: done, refused field by field, or made from an older state of the record. */
export type Change<R> =
  | { ok: true; record: R }
  | { ok: false; errors: FieldErrors }
  | { ok: false; stale: { at: Date; current: R } }

/** Was it refused because somebody else was faster? */
export function isStale<R>(
  change: Change<R>,
): change is { ok: false; stale: { at: Date; current: R } } {
  return !change.ok && 'stale' in change
}

/** One line of text as kept: NFC, single blanks. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Parts of a line or of several, each once, in order: `VP, QLCN`. */
export function partsOf(text: string, separator: RegExp): string[] {
  const parts = text.split(separator).map(oneLine)
  return [...new Set(parts.filter(part => part !== ''))]
}

export const LINES = /\r?\n/u
export const COMMAS = /[,;\n]/u
