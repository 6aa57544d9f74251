/** Compound File Binary: the container of Word 97–2003, and of every password-protected .docx. */
const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENTRY_BYTES = 128
const FIB_MARK = 0xa5ec
const FIB_ENCRYPTED = 0x0100

export function isCompoundFile(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(MAGIC)
}

/** Where the named stream's directory entry lies, -1 when the file has none. Entries are 128 bytes, aligned. */
function directoryEntry(bytes: Buffer, name: string): number {
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  let at = bytes.indexOf(wanted)
  while (at !== -1 && !isEntry(bytes, at, wanted.length)) at = bytes.indexOf(wanted, at + 2)
  return at
}

function isEntry(bytes: Buffer, at: number, nameBytes: number): boolean {
  return (
    at % ENTRY_BYTES === 0 &&
    at + ENTRY_BYTES <= bytes.length &&
    bytes.readUInt16LE(at + 64) === nameBytes
  )
}

export function hasStream(bytes: Buffer, name: string): boolean {
  return directoryEntry(bytes, name) !== -1
}

/** Whether a Word 97–2003 document needs a password: fEncrypted of its File Information Block ([MS-DOC] 2.5.1). */
export function isEncryptedWord(bytes: Buffer): boolean {
  const entry = directoryEntry(bytes, 'WordDocument')
  if (entry === -1) return false
  const sector = bytes.readUInt32LE(entry + 116)
  const fib = (sector + 1) * 2 ** bytes.readUInt16LE(30)
  if (fib + 12 > bytes.length || bytes.readUInt16LE(fib) !== FIB_MARK) return false
  return (bytes.readUInt16LE(fib + 10) & FIB_ENCRYPTED) !== 0
}
