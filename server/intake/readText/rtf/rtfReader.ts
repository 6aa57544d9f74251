import { markCapitals } from '../encoding/capitals.ts'
import { fromWindows1252 } from '../encoding/windows1252.ts'
import { encodingName, type RtfFont } from './rtfFonts.ts'

/** What holds inside one group and ends with it. */
export interface Group {
  /** Its words are not of the text. */
  skipped: boolean
  fontTable: boolean
  font: number
  /** Fallback characters after each \u. */
  fallback: number
  hidden: boolean
  note: boolean
  /** \* came, and the next word decides. */
  starred: boolean
}

export interface Reader {
  group: Group
  stack: Group[]
  /** Groups deeper than any writer nests: counted, not remembered. */
  tooDeep: number
  /** Fallback characters still to be left out. */
  left: number
  codePage: number
  fonts: Map<number, RtfFont>
  standardFont: number
  charset: number | null
  fontName: string
  bytes: number[]
  run: string
  runFont: number
  text: string
  notes: string[]
}

/** A reader before the first piece of source. */
export function newReader(): Reader {
  const group: Group = {
    ...{ skipped: false, fontTable: false, font: -1, fallback: 1 },
    ...{ hidden: false, note: false, starred: false },
  }
  return {
    ...{
      group,
      stack: [],
      tooDeep: 0,
      left: 0,
      codePage: 1252,
      fonts: new Map(),
      standardFont: -1,
    },
    ...{ charset: null, fontName: '', bytes: [], run: '', runFont: -1, text: '', notes: [] },
  }
}

/** Some writers put bytes of the code page into the file as they are. */
export function highBytes(reader: Reader, words: string): string {
  return /[\u0080-\u00ff]/u.test(words) ? decode(reader, Buffer.from(words, 'latin1')) : words
}

/** Whether words here are words of the text. */
export function isRead({ skipped, hidden, fontTable }: Group): boolean {
  return !skipped && !hidden && !fontTable
}

/** Adds words to the run being gathered; another font begins another run. */
export function write(reader: Reader, words: string): void {
  if (words === '' || !isRead(reader.group)) return
  if (reader.runFont !== reader.group.font) endRun(reader)
  reader.runFont = reader.group.font
  reader.run += words
}

/** Bytes gathered so far become words: one letter may take several. */
export function endBytes(reader: Reader): void {
  if (reader.bytes.length === 0) return
  const bytes = Buffer.from(reader.bytes)
  reader.bytes = []
  write(reader, decode(reader, bytes))
}

function decode(reader: Reader, bytes: Buffer): string {
  const codePage = fontOf(reader, reader.group.font)?.codePage ?? reader.codePage
  if (codePage === 1252) return fromWindows1252(bytes)
  try {
    return new TextDecoder(encodingName(codePage)).decode(bytes)
  } catch {
    // A code page no decoder knows.
    return fromWindows1252(bytes)
  }
}

/** A font by its number; a run that names none is in the standard font of the file. */
function fontOf({ fonts, standardFont }: Reader, font: number): RtfFont | undefined {
  return fonts.get(font === -1 ? standardFont : font)
}

/** The words gathered in one font go to the text, or to the footnote being read. */
export function endRun(reader: Reader): void {
  endBytes(reader)
  if (reader.run === '') return
  const words = markCapitals(reader.run, fontOf(reader, reader.runFont)?.name)
  reader.run = ''
  if (reader.group.note) reader.notes.push((reader.notes.pop() ?? '') + words)
  else reader.text += words
}
