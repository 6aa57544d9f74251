import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endProcess, processesWith, type ProcessMark } from '../../server/engines/processes.ts'
import { runningEngine, type EngineName } from '../../server/engines/runningEngines.ts'
import { csrfIn } from './app.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const OWN_ENGINES = { NODE_ENV: 'test', MONGODB_URI: '', MEILI_URL: '' }
const START_PATIENCE_MS = 150_000

/** The real program on a data folder and engines of its own, to be killed and started again. */
export interface RunningApp {
  readonly dir: string
  readonly url: string
  /** Starts `server/index.ts` and waits until it answers. */
  start(): Promise<ChildProcess>
  /** Any program of the project on the same data. */
  run(script: string, ...args: string[]): { child: ChildProcess; done: Promise<Outcome> }
  /** Servers of one engine that run on this data now. */
  servers(name: EngineName): ProcessMark[]
  /** `cookie` header of a person signed in through the form. */
  signIn(who: { username: string; password: string }): Promise<string>
}

export interface Outcome {
  code: number | null
  output: string
}

/** For a describe block: a fresh folder before it; after it everything on that folder is ended. */
export function useRunningApp(env: Record<string, string>): () => RunningApp {
  let app: RunningApp | undefined
  const children: ChildProcess[] = []
  before(async () => {
    const dir = mkdtempSync(path.join(tmpdir(), `soat-test-run-${process.pid}-app-`))
    app = appOn({ dir, port: await freePort(), env, children })
  })
  after(async () => {
    for (const child of children) child.kill('SIGKILL')
    if (!app) return
    for (const name of ['mongod', 'meilisearch'] as const) {
      const record = runningEngine(app.dir, name)
      if (record) await endProcess(record)
    }
    rmSync(app.dir, { recursive: true, force: true })
  })
  return () => {
    if (!app) throw new Error('the folder is not there yet')
    return app
  }
}

function appOn({
  dir,
  port,
  env,
  children,
}: {
  dir: string
  port: number
  env: Record<string, string>
  children: ChildProcess[]
}): RunningApp {
  const url = `http://127.0.0.1:${port}`
  const run: RunningApp['run'] = (script, ...args) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      cwd: ROOT,
      env: { ...process.env, ...OWN_ENGINES, SOAT_DATA: dir, PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => (output += part.toString()))
    const done = once(child, 'close').then(([code]) => ({ code: code as number | null, output }))
    return { child, done }
  }
  return {
    dir,
    url,
    run,
    async start() {
      const { child, done } = run('server/index.ts')
      let ended: Outcome | undefined
      void done.then(outcome => (ended = outcome))
      const patience = Date.now() + START_PATIENCE_MS
      while (!(await answers(url))) {
        if (ended) throw new Error(`the app ended: ${ended.output}`)
        if (Date.now() > patience) throw new Error('the app does not answer')
        await wait(100)
      }
      return child
    },
    servers: name =>
      name === 'mongod'
        ? processesWith(['--dbpath', path.join(dir, 'mongo')])
        : processesWith(['--db-path', path.join(dir, 'meili')]),
    signIn: who => signIn(url, who),
  }
}

const answers = (url: string) =>
  fetch(`${url}/sign-in`).then(
    ({ ok }) => ok,
    () => false,
  )

async function signIn(url: string, who: { username: string; password: string }): Promise<string> {
  const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const form = await fetch(`${url}/sign-in`)
  const body = new URLSearchParams({ ...who, _csrf: csrfIn(await form.text()) })
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    body,
    headers: { cookie: cookieOf(form) },
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`)
  return cookieOf(answer)
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}
