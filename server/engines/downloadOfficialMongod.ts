import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstLine } from './binaries.ts'

/** No first byte after this long: the machine does not reach MongoDB's downloads. */
const FIRST_ANSWER_MS = 5_000
const SILENCE_MS = 30_000

const PROGRAM = fileURLToPath(new URL('./officialMongod.mjs', import.meta.url))

/**
 * Lets mongodb-memory-server-core choose, download and check an official mongod. In a process of its own, since
 * a download that gets no answer cannot be called off otherwise.
 * @throws Error in one line
 */
export async function downloadOfficialMongod({
  dir,
  say,
  program = PROGRAM,
  firstAnswerMs = FIRST_ANSWER_MS,
}: {
  dir: string
  say: (line: string) => void
  program?: string
  firstAnswerMs?: number
}): Promise<string> {
  const draft = mkdtempSync(path.join(dir, 'official-'))
  try {
    const downloaded = await runDownload(program, draft, { say, firstAnswerMs })
    const file = path.join(dir, path.basename(downloaded))
    renameSync(downloaded, file)
    return file
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function runDownload(
  program: string,
  draft: string,
  { say, firstAnswerMs }: { say: (line: string) => void; firstAnswerMs: number },
): Promise<string> {
  const child = spawn(process.execPath, [program, draft], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The library checks neither the certificate nor the archive's checksum unless told to.
    env: { ...process.env, npm_config_strict_ssl: 'true', MONGOMS_MD5_CHECK: 'true' },
  })
  return new Promise((resolve, reject) => {
    let file = ''
    let complaint = ''
    let timer = endAfter(child, firstAnswerMs, () =>
      reject(new Error(`no answer in ${firstAnswerMs / 1000} s`)),
    )
    child.stdout.on('data', (chunk: Buffer) => {
      clearTimeout(timer)
      timer = endAfter(child, SILENCE_MS, () => reject(new Error('the download stopped half-way')))
      const text = chunk.toString().trim()
      file = /^FILE (.+)$/m.exec(text)?.[1] ?? file
      if (!file) say(text)
    })
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.once('error', reject)
    child.once('close', code => {
      clearTimeout(timer)
      if (code === 0 && file) resolve(file)
      else reject(new Error(firstLine(complaint) ?? `ended with ${code}`))
    })
  })
}

function endAfter(child: ChildProcess, ms: number, report: () => void): NodeJS.Timeout {
  return setTimeout(() => {
    report()
    child.kill('SIGKILL')
  }, ms)
}
