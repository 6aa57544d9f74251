import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { hasStream, isCompoundFile, isEncryptedWord } from './compoundFile.ts'
import { refused } from './result.ts'
import { zipEntries } from './zipEntries.ts'
import type { FileKind, ReadRefused } from './result.ts'

export type Sniffed = { ok: true; kind: FileKind } | ReadRefused

/** Kinds recognised by their first bytes, kept whole and not read. */
const BY_MIME: [mime: RegExp, kind: FileKind][] = [
  [/^image\//, 'image'],
  [/^(application|text)\/rtf$/, 'rtf'],
  [/^application\/(x-7z-compressed|x-rar-compressed|vnd\.rar)$/, 'archive'],
]

/** Kinds told by what a zip holds. */
const BY_ENTRY: [entry: RegExp, kind: FileKind][] = [
  [/^word\/document\.xml$/, 'docx'],
  [/^xl\/workbook\.(xml|bin)$/, 'spreadsheet'],
  [/^ppt\/presentation\.xml$/, 'presentation'],
  [/^META-INF\/manifest\.xml$/, 'opendocument'],
]

const BY_STREAM: [stream: string, kind: FileKind][] = [
  ['Workbook', 'spreadsheet'],
  ['Book', 'spreadsheet'],
  ['PowerPoint Document', 'presentation'],
]

/** The kind of a file, decided by its content; the extension only names the fault when the two disagree. */
export async function sniffKind(file: { name: string; bytes: Buffer }): Promise<Sniffed> {
  const extension = extname(file.name).toLowerCase()
  if (isPdf(file.bytes, extension)) return kind('pdf')
  if (file.bytes.readUInt32BE(0) === 0x504b0304) return sniffZip(file.bytes, extension)
  if (isCompoundFile(file.bytes)) return sniffCompound(file.bytes, extension)
  const known = await sniffMagic(file.bytes)
  if (known) return extension === '.docx' ? refused('files.notADocx') : kind(known)
  if (extension === '.pdf') return refused('files.notAPdf')
  if (extension === '.docx') return refused('files.notADocx')
  return kind(extension !== '.txt' && isHtml(file.bytes) ? 'html' : 'txt')
}

function kind(value: FileKind): Sniffed {
  return { ok: true, kind: value }
}

/** Readers accept bytes before the header, so a .pdf may start late; a text that only mentions %PDF- may not. */
function isPdf(bytes: Buffer, extension: string): boolean {
  const head = bytes.subarray(0, 1024).toString('latin1')
  return extension === '.pdf'
    ? head.includes('%PDF-')
    : /^(?:\u00ef\u00bb\u00bf)?\s*%PDF-\d/.test(head)
}

function isHtml(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 512).toString('utf8')
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(head)
}

function sniffZip(bytes: Buffer, extension: string): Sniffed {
  const entries = zipEntries(bytes)
  const found = BY_ENTRY.find(([pattern]) => entries?.some(({ name }) => pattern.test(name)))
  if (extension === '.docx' && found?.[1] !== 'docx') return refused('files.notADocx')
  if (!entries) return refused('files.unreadable')
  return kind(found?.[1] ?? 'archive')
}

function sniffCompound(bytes: Buffer, extension: string): Sniffed {
  if (hasStream(bytes, 'EncryptedPackage') || isEncryptedWord(bytes)) {
    return refused('files.encryptedOffice')
  }
  if (hasStream(bytes, 'WordDocument')) return kind('doc')
  if (extension === '.docx') return refused('files.notADocx')
  if (extension === '.doc') return refused('files.brokenDoc')
  return kind(BY_STREAM.find(([stream]) => hasStream(bytes, stream))?.[1] ?? 'office')
}

async function sniffMagic(bytes: Buffer): Promise<FileKind | undefined> {
  const type = await fileTypeFromBuffer(bytes)
  return type && BY_MIME.find(([mime]) => mime.test(type.mime))?.[1]
}
