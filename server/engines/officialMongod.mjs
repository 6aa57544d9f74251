// Run by downloadOfficialMongod.ts in a process of its own: downloads into the folder given, prints progress,
// then "FILE <path>".
import { MongoBinary } from 'mongodb-memory-server-core'

try {
  const file = await MongoBinary.getPath({ downloadDir: process.argv[2], systemBinary: '' })
  process.stdout.write(`FILE ${file}\n`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
