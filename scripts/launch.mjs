import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './install.mjs'

/** A second Ctrl-C this much later means it: the program is ended at once. */
const PATIENCE_MS = 10_000

/**
 * Runs Node on `args` in this terminal and ends with its exit code. The program is in a session of its own, so it
 * gets each signal once, from here (a terminal and npm both send Ctrl-C to everyone); when this process is
 * killed it notices by the closed IPC channel. It runs where the person stands, so that file names hold.
 */
export function launch(args) {
  const child = spawn(process.execPath, [...settings(), ...args], {
    detached: true,
    env: { ...process.env, SOAT_LAUNCHED: '1' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  let askedAt = 0
  const ask = signal => {
    if (askedAt === 0) {
      askedAt = Date.now()
      child.kill(signal)
    } else if (Date.now() - askedAt > PATIENCE_MS) {
      child.kill('SIGKILL')
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => ask(signal))
  followNpm(() => ask('SIGTERM'))
  child.once('error', error => {
    console.error(error.message)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

/** tsx, named by its place and not by the folder we stand in; the settings of .env when there are any. */
function settings() {
  const tsx = import.meta.resolve('tsx')
  const env = path.join(root, '.env')
  return [...(existsSync(env) ? [`--env-file=${env}`] : []), '--import', tsx]
}

/** A killed npm cannot pass anything on: `npm start` that is gone must not leave its app behind. */
function followNpm(stop) {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return
  const npm = parentOf(process.ppid, 'sh') ?? process.ppid
  const timer = setInterval(() => {
    if (existsSync(`/proc/${npm}`) && isAlive(npm)) return
    clearInterval(timer)
    stop()
  }, 300)
  timer.unref()
}

function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return {
      name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')),
      state,
      ppid: Number(ppid),
    }
  } catch {
    return null
  }
}

/** The parent of `pid` when that is a shell npm put between. */
function parentOf(pid, shell) {
  const stat = statOf(pid)
  return stat && stat.name.endsWith(shell) ? stat.ppid : null
}

function isAlive(pid) {
  const stat = statOf(pid)
  return stat !== null && stat.state !== 'Z'
}
