/**
 * Matching copies of a text. Both have the text's own length, unit by unit, so that an offset in a copy is the offset
 * in the text: the map back is the identity.
 */
export interface Copies {
  text: string
  /**
   * As written, with look-alikes plain: Ð → Đ, dashes → `-`, slashes → `/`, odd blanks → a blank, odd line breaks → `\n`; URLs and
   * mail blanked out.
   */
  shape: string
  /** `shape` in lower case without diacritics, đ → d. Line breaks stay line breaks. */
  plain: string
  /** Names of bodies a register has learned, for where an issuer's name ends. */
  issuerNames?: readonly string[]
}

const LOOK_ALIKES: Record<string, string> = {
  Ð: 'Đ',
  ð: 'đ',
  '\u2044': '/',
  '\u2215': '/',
  '\uff0f': '/',
  '\r': ' ',
  '\t': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
  '\u00ad': '-',
  '\u2212': '-',
  '\u2500': '-',
  '\u2501': '-',
  '\u2550': '-',
  '\ufe58': '-',
  '\ufe63': '-',
  '\uff0d': '-',
}
const URL_OR_MAIL =
  /(?:https?:\/\/|www\.|mailto:)[^\s<>"”)]+|[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,64}(?:\.[a-z0-9-]{1,32}){1,5}/giu
/** One of them stands in every address; plain search is the quicker question. */
const SIGNS_OF_ADDRESS = ['@', '://', 'www.', 'WWW.', 'Www.', 'ailto:', 'AILTO:']
const HALF = 0x10000

let tables: { shape: Uint16Array; plain: Uint16Array } | undefined

/** Copies of a text (NFC) for matching. Linear, a few milliseconds per megabyte. */
export function foldCopies(text: string): Copies {
  tables ??= buildTables()
  const masked = SIGNS_OF_ADDRESS.some(sign => text.includes(sign)) ? withoutAddresses(text) : text
  const units = new Uint16Array(masked.length)
  Buffer.from(units.buffer).write(masked, 'utf16le')
  mapUnits(units, tables.shape)
  const shape = textOf(units)
  mapUnits(units, tables.plain)
  return { text, shape, plain: textOf(units) }
}

const SHORT = 1024
const shortUnits = new Uint16Array(SHORT)
const shortBytes = Buffer.from(shortUnits.buffer)

/** The plain copy of a few words, for those who have no copies of the text they stand in. */
export function foldWords(words: string): string {
  if (words.length > SHORT) return foldCopies(words).plain
  tables ??= buildTables()
  shortBytes.write(words, 'utf16le')
  for (let at = 0; at < words.length; at++) {
    shortUnits[at] = tables.plain[tables.shape[shortUnits[at] ?? 0] ?? 0] ?? 0
  }
  return shortBytes.toString('utf16le', 0, 2 * words.length)
}

/** URLs and mail addresses blanked out: their digits and slashes number nothing. */
function withoutAddresses(text: string): string {
  return text.replace(URL_OR_MAIL, found => ' '.repeat(found.length))
}

function mapUnits(units: Uint16Array, table: Uint16Array): void {
  for (let at = 0; at < units.length; at++) units[at] = table[units[at] ?? 0] ?? 0
}

function textOf(units: Uint16Array): string {
  return Buffer.from(units.buffer).toString('utf16le')
}

function buildTables(): { shape: Uint16Array; plain: Uint16Array } {
  const shape = new Uint16Array(HALF)
  const plain = new Uint16Array(HALF)
  for (let unit = 0; unit < HALF; unit++) {
    shape[unit] = shapeOf(String.fromCharCode(unit)).charCodeAt(0)
    plain[unit] = plainOf(String.fromCharCode(unit)).charCodeAt(0)
  }
  return { shape, plain }
}

function shapeOf(unit: string): string {
  const plain = LOOK_ALIKES[unit]
  if (plain) return plain
  if (/[\u2010-\u2015]/u.test(unit)) return '-'
  return /[\u00a0\u2000-\u200f\u202f\u205f\u3000\ufeff]/u.test(unit) ? ' ' : unit
}

/** One unit for one unit: a lower case or a base letter of another length leaves the unit as it is. */
function plainOf(unit: string): string {
  const base = unit.normalize('NFD').charAt(0)
  const lower = base.toLowerCase()
  if (lower === 'đ') return 'd'
  return lower.length === 1 ? lower : unit
}
