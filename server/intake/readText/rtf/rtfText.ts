import { rtfFont } from './rtfFonts.ts'
import { endBytes, endRun, highBytes, isRead, newReader, write, type Reader } from './rtfReader.ts'
import { rtfTokens, type RtfToken } from './rtfTokens.ts'
import { CHARACTERS, KNOWN, SKIPPED } from './rtfWords.ts'

const MOST_DEPTH = 500
const MOST_NAME = 200

/**
 * The words of RTF source (one character for each byte). Reads in one pass whatever is nested in it, and stops a little after
 * `limit` characters.
 */
export function rtfText(source: string, limit: number): string {
  const reader = newReader()
  for (const token of rtfTokens(source)) {
    take(reader, token)
    if (reader.text.length + reader.run.length > limit) break
  }
  endRun(reader)
  const notes = reader.notes.map((note, index) => `\n[${index + 1}] ${note.trim()}`)
  return reader.text + notes.join('')
}

function take(reader: Reader, token: RtfToken): void {
  switch (token.kind) {
    case 'open':
      return open(reader)
    case 'close':
      return close(reader)
    case 'word':
      return word(reader, token.word, token.value)
    case 'symbol':
      return symbol(reader, token.symbol)
    case 'byte':
      if (reader.left > 0) reader.left -= 1
      else if (isRead(reader.group)) reader.bytes.push(token.byte)
      return
    case 'plain':
      return plain(reader, token.plain)
  }
}

function open(reader: Reader): void {
  reader.left = 0
  endBytes(reader)
  if (reader.stack.length >= MOST_DEPTH) reader.tooDeep += 1
  else {
    reader.stack.push(reader.group)
    reader.group = { ...reader.group, starred: false }
  }
}

function close(reader: Reader): void {
  reader.left = 0
  endBytes(reader)
  if (reader.tooDeep > 0) {
    reader.tooDeep -= 1
    return
  }
  const outer = reader.stack.pop() ?? reader.group
  if (reader.group.note && !outer.note) endRun(reader)
  reader.group = outer
}

function symbol(reader: Reader, sign: string): void {
  if (sign === '*') reader.group.starred = true
  else if (reader.left > 0) reader.left -= 1
  else write(reader, CHARACTERS[sign] ?? '')
}

function word(reader: Reader, name: string, value: number | null): void {
  if (reader.left > 0 && name !== 'u') {
    reader.left -= 1
    return
  }
  endBytes(reader)
  const { group } = reader
  const starred = group.starred
  group.starred = false
  if (SKIPPED.has(name)) group.skipped = true
  // Both forms of a text stand in \upr; the one in Unicode is the last, in \ud.
  else if (name === 'ud') group.skipped = false
  else if (starred && !KNOWN.has(name)) group.skipped = true
  else if (name in CHARACTERS) write(reader, CHARACTERS[name] ?? '')
  else property(reader, name, value)
}

function property(reader: Reader, name: string, value: number | null): void {
  const { group } = reader
  switch (name) {
    case 'u':
      unicode(reader, value ?? 0)
      return
    case 'uc':
      group.fallback = fallbackOf(value)
      return
    case 'ansicpg':
      reader.codePage = codePageOf(value)
      return
    case 'footnote':
      return startNote(reader)
    case 'v':
    case 'deleted':
      // Hidden words, and words a person struck out with tracked changes.
      group.hidden = value !== 0
      return
    default:
      fontProperty(reader, name, value)
  }
}

function fallbackOf(value: number | null): number {
  return Math.min(Math.max(value ?? 1, 0), 100)
}

function codePageOf(value: number | null): number {
  return value !== null && value > 0 ? value : 1252
}

function fontProperty(reader: Reader, name: string, value: number | null): void {
  const { group } = reader
  if (name === 'fonttbl') group.fontTable = true
  else if (name === 'plain') Object.assign(group, { hidden: false, font: -1 })
  else if (name === 'deff') reader.standardFont = value ?? -1
  else if (name === 'fcharset') reader.charset = value
  else if (name === 'f') {
    group.font = value ?? -1
    if (group.fontTable) [reader.charset, reader.fontName] = [null, '']
  }
}

function startNote(reader: Reader): void {
  if (reader.group.skipped || reader.group.note) return
  endRun(reader)
  reader.notes.push('')
  reader.text += `[${reader.notes.length}]`
  reader.group.note = true
}

function unicode(reader: Reader, value: number): void {
  reader.left = reader.group.fallback
  write(reader, String.fromCharCode(value & 0xffff))
}

function plain(reader: Reader, words: string): void {
  const rest = words.slice(reader.left)
  reader.left -= words.length - rest.length
  endBytes(reader)
  if (reader.group.fontTable) nameFont(reader, rest)
  else write(reader, highBytes(reader, rest))
}

function nameFont(reader: Reader, words: string): void {
  const { group } = reader
  if (group.skipped || group.font < 0) return
  reader.fontName = (reader.fontName + words).slice(0, MOST_NAME)
  reader.fonts.set(group.font, rtfFont(reader.fontName, reader.charset))
}
