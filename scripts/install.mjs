import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
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

/** Installs the packages of package-lock.json when they are missing or older than it. */
export function installWhatIsMissing() {
  if (isInstalled()) return
  console.error('Installing packages / Đang cài các gói phần mềm…')
  if (npm('ci') || npm('install')) return
  console.error('npm could not install the packages: see its messages above.')
  process.exit(1)
}

/** npm writes its own copy of the lock file when it has finished, and only then. */
function isInstalled() {
  const done = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(done)) return false
  return statSync(done).mtimeMs >= statSync(path.join(root, 'package-lock.json')).mtimeMs
}

function npm(command) {
  const { NODE_ENV: _, ...env } = process.env
  // Its report goes to standard error: a command's own output stays clean.
  const { status } = spawnSync('npm', [command, '--no-audit', '--no-fund', '--include=optional'], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  return status === 0
}
