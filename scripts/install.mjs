import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const OLDEST_NODE = [20, 19]

/** Ends the program, in words, on a Node too old to run it. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  console.error(`Soát cần Node.js ${OLDEST_NODE.join('.')} trở lên; máy này có ${process.version}.`)
  console.error(`Soát needs Node.js ${OLDEST_NODE.join('.')} or later; this is ${process.version}.`)
  process.exit(1)
}

/** Installs the packages of package-lock.json when they are missing or another lock file's. */
export function installWhatIsMissing() {
  if (isInstalled()) return
  console.error('Installing packages / Đang cài các gói phần mềm…')
  if (!npm('ci') && !npm('install')) {
    console.error('npm could not install the packages: see its messages above.')
    process.exit(1)
  }
  writeFileSync(stamp, lockHash())
}

const modules = path.join(root, 'node_modules')
const lockFile = path.join(root, 'package-lock.json')
/** Which lock file the packages are of. Its date would not do: a checkout touches it without a change. */
const stamp = path.join(modules, '.soat-lock')

const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

function isInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash()
  // Installed by hand. npm writes its own copy of the lock file when it has finished, and only then.
  const done = path.join(modules, '.package-lock.json')
  return existsSync(done) && statSync(done).mtimeMs >= statSync(lockFile).mtimeMs
}

function npm(command) {
  // In production mode npm would leave out what the commands need.
  const env = { ...process.env }
  delete env.NODE_ENV
  // Its report goes to standard error: a command's own output stays clean.
  const { status } = spawnSync('npm', [command, '--no-audit', '--no-fund', '--include=optional'], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  return status === 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  requireNode()
  installWhatIsMissing()
}
