const SECTOR = 512
const STREAM_SECTORS = 8
const END_OF_CHAIN = 0xfffffffe

/** A compound file with the given streams, each padded to 4 kB: the container of .doc and of locked .docx files. */
export function buildCompoundFile(streams: Record<string, Buffer>): Buffer {
  const names = Object.keys(streams)
  const header = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4096, 56)
  header.writeUInt32LE(END_OF_CHAIN, 60)
  header.writeUInt32LE(END_OF_CHAIN, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  const table = Buffer.alloc(SECTOR, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  table.writeUInt32LE(END_OF_CHAIN, 4)
  const directory = Buffer.alloc(SECTOR)
  entry(directory, { index: 0, name: 'Root Entry', type: 5, child: names.length ? 1 : -1 })
  const bodies = names.map((name, index) => {
    const start = 2 + index * STREAM_SECTORS
    for (let sector = start; sector < start + STREAM_SECTORS; sector += 1) {
      const last = sector === start + STREAM_SECTORS - 1
      table.writeUInt32LE(last ? END_OF_CHAIN : sector + 1, sector * 4)
    }
    const next = index + 1 < names.length ? index + 2 : -1
    entry(directory, { index: index + 1, name, type: 2, start, next, size: 4096 })
    return Buffer.concat([streams[name] ?? Buffer.alloc(0), Buffer.alloc(4096)]).subarray(0, 4096)
  })
  return Buffer.concat([header, table, directory, ...bodies])
}

interface Entry {
  index: number
  name: string
  type: number
  child?: number
  next?: number
  start?: number
  size?: number
}

function entry(directory: Buffer, { index, name, type, child, next, start, size }: Entry): void {
  const at = index * 128
  directory.write(name, at, 'utf16le')
  directory.writeUInt16LE((name.length + 1) * 2, at + 64)
  directory.writeUInt8(type, at + 66)
  directory.writeUInt8(1, at + 67)
  directory.writeInt32LE(-1, at + 68)
  directory.writeInt32LE(next ?? -1, at + 72)
  directory.writeInt32LE(child ?? -1, at + 76)
  directory.writeUInt32LE(start ?? END_OF_CHAIN, at + 116)
  directory.writeUInt32LE(size ?? 0, at + 120)
}

/** A Word 97 document of one piece of text (under 1,500 characters); `locked` sets its password flag. */
export function buildDoc(text: string, { locked = false } = {}): Buffer {
  const textAt = 1024
  const words = Buffer.alloc(4096)
  words.writeUInt16LE(0xa5ec, 0)
  words.writeUInt16LE(0xc1, 2)
  words.writeUInt16LE(0x0200 | (locked ? 0x0100 : 0), 10)
  words.writeUInt32LE(text.length, 0x4c)
  words.writeUInt32LE(0, 0x01a2)
  words.writeUInt32LE(21, 0x01a6)
  words.write(text.replaceAll('\n', '\r'), textAt, 'utf16le')
  const pieces = Buffer.alloc(21)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(text.length, 9)
  pieces.writeUInt32LE(textAt, 15)
  return buildCompoundFile({ WordDocument: words, '1Table': pieces })
}
