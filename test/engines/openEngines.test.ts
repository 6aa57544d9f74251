import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import mongoose from 'mongoose'
import { attachOrStart } from '../../server/engines/attachOrStart.ts'
import { isRunning, processesWith } from '../../server/engines/processes.ts'
import { runningEngine } from '../../server/engines/runningEngines.ts'
import { log } from '../../server/lib/log.ts'
import { firstLine, useEngineFolder } from '../support/engineFolder.ts'

/** Only MongoDB: half the time where search is not the point. */
const MONGO_ONLY = { MEILI_URL: 'off' }
/** Only Meilisearch: MongoDB is somebody else's. */
const MEILI_ONLY = { MONGODB_URI: 'mongodb://127.0.0.1:1' }

async function notes(uri: string) {
  const client = await new mongoose.mongo.MongoClient(uri).connect()
  const collection = client.db().collection<{ _id: string }>('notes')
  return { client, collection }
}

async function addNote(uri: string, id: string): Promise<string[]> {
  const { client, collection } = await notes(uri)
  try {
    await client.withSession(session =>
      session.withTransaction(
        async () => void (await collection.insertOne({ _id: id }, { session })),
      ),
    )
    return (await collection.find().toArray()).map(({ _id }) => _id)
  } finally {
    await client.close()
  }
}

/** Somebody who listens on a port; an engine of another worker may hold it for a moment first. */
async function occupied(port: number): Promise<Server> {
  for (let time = 0; ; time++) {
    const server = createServer()
    const refused = await new Promise<Error | null>(resolve => {
      server.once('error', resolve)
      server.listen(port, '127.0.0.1', () => resolve(null))
    })
    if (!refused) return server
    if (time === 100) throw refused
    await wait(100)
  }
}

async function until(what: string, check: () => boolean | Promise<boolean>, ms = 15_000) {
  const end = Date.now() + ms
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`not in time: ${what}`)
    await wait(50)
  }
}

const health = (url = '') =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  )

describe('openEngines', function () {
  this.timeout(120_000)
  const folder = useEngineFolder()

  it('starts both, stops both, and finds the data again', async () => {
    const first = await folder.open()
    expect(first.status().mongod).to.include({ kind: 'embedded', up: true })
    expect(first.status().meilisearch).to.include({ kind: 'embedded', up: true })
    expect(first.meiliFresh).to.equal(true)
    expect(await addNote(first.mongoUri, 'one')).to.deep.equal(['one'])
    const pids = [runningEngine(folder.dir, 'mongod'), runningEngine(folder.dir, 'meilisearch')]
    for (const name of ['engines.json', 'meili.key', 'app.lock']) {
      expect(statSync(path.join(folder.dir, name)).mode & 0o777, name).to.equal(0o600)
    }
    await first.stop()
    for (const mark of pids) expect(mark && isRunning(mark)).to.equal(false)

    const second = await folder.open()
    expect(second.mongoUri).to.equal(first.mongoUri)
    expect(second.meili).to.deep.equal(first.meili)
    expect(second.meiliFresh).to.equal(false)
    expect(await addNote(second.mongoUri, 'two')).to.deep.equal(['one', 'two'])
  })

  it('adopts what a killed app left, and ends the transactions it left open', async () => {
    const killed = folder.program()
    const { mongoUri } = JSON.parse(await firstLine(killed.stdout)) as { mongoUri: string }
    const before = [runningEngine(folder.dir, 'mongod'), runningEngine(folder.dir, 'meilisearch')]
    const { client, collection } = await notes(mongoUri)
    await collection.insertOne({ _id: 'held' })
    const session = client.startSession()
    session.startTransaction()
    await collection.updateOne({ _id: 'held' }, { $set: { by: 'the dead' } }, { session })
    killed.kill('SIGKILL')
    await once(killed, 'exit')

    const next = await folder.open()
    expect(runningEngine(folder.dir, 'mongod')).to.deep.equal(before[0])
    expect(runningEngine(folder.dir, 'meilisearch')).to.deep.equal(before[1])
    expect(next.meiliFresh).to.equal(false)
    await collection.updateOne(
      { _id: 'held' },
      { $set: { by: 'the living' } },
      { maxTimeMS: 2_000 },
    )
    await client.close()
    await next.stop()
    for (const mark of before) expect(mark && isRunning(mark)).to.equal(false)
  })

  it('moves to another port when its own is taken, and keeps that one', async () => {
    const first = await folder.open(MONGO_ONLY)
    await addNote(first.mongoUri, 'one')
    const { port } = runningEngine(folder.dir, 'mongod') ?? { port: 0 }
    await first.stop()
    const other = await occupied(port)
    const second = await folder.open(MONGO_ONLY)
    const moved = runningEngine(folder.dir, 'mongod')?.port
    expect(moved).to.be.a('number').not.equal(port)
    expect(await addNote(second.mongoUri, 'two')).to.deep.equal(['one', 'two'])
    await second.stop()
    other.close()
    await folder.open(MONGO_ONLY)
    expect(runningEngine(folder.dir, 'mongod')?.port).to.equal(moved)
  })

  it('says who has the data when it is in use', async () => {
    const running = folder.program(MONGO_ONLY)
    await firstLine(running.stdout)
    const refusal = await folder.open(MONGO_ONLY).catch((error: Error) => error.message)
    expect(refusal)
      .to.contain('already running at http://127.0.0.1:3999')
      .and.contain(`${running.pid}`)
    const config = folder.config(MONGO_ONLY)
    const command = await attachOrStart({ config, log, what: 'import' })
    expect(command.attached).to.equal(true)
    expect(await addNote(command.mongoUri, 'by command')).to.deep.equal(['by command'])
    await command.stop()
    expect(runningEngine(folder.dir, 'mongod')).not.to.equal(null)
  })

  it('starts MongoDB again when it is killed: committed data is there', async () => {
    const engines = await folder.open(MONGO_ONLY)
    await addNote(engines.mongoUri, 'one')
    const killed = runningEngine(folder.dir, 'mongod')
    if (killed) process.kill(killed.pid, 'SIGKILL')
    await until('it is down', () => engines.status().mongod.up === false, 3_000)
    await until('it is back', () => engines.status().mongod.up === true)
    expect(await addNote(engines.mongoUri, 'two')).to.deep.equal(['one', 'two'])
  })

  it('stops its engines at SIGTERM', async () => {
    const program = folder.program(MONGO_ONLY)
    await firstLine(program.stdout)
    const mongod = runningEngine(folder.dir, 'mongod')
    program.kill('SIGTERM')
    await once(program, 'exit')
    expect(mongod && isRunning(mongod)).to.equal(false)
  })

  it('runs commands on engines of their own when no app runs', async () => {
    const config = folder.config(MONGO_ONLY)
    const command = await attachOrStart({ config, log, what: 'import' })
    expect(command.attached).to.equal(false)
    await command.stop()
    expect(runningEngine(folder.dir, 'mongod')).to.equal(null)
  })

  it('refuses data of another major version, naming both', async () => {
    const first = await folder.open(MONGO_ONLY)
    await first.stop()
    const file = path.join(folder.dir, 'mongo', 'SOAT_VERSION')
    const version = readFileSync(file, 'utf8').trim()
    writeFileSync(file, '4.4.29\n')
    const { dir } = folder
    const binary = path.join(dir, 'mongod')
    writeFileSync(binary, `#!/bin/sh\necho "db version v${version}"\n`, { mode: 0o755 })
    const refusal = await folder
      .open({ ...MONGO_ONLY, MONGOD_BINARY: binary })
      .catch((error: Error) => error.message)
    expect(refusal).to.contain('4.4.29').and.contain(version)
  })
})

describe('openEngines: Meilisearch', function () {
  this.timeout(120_000)
  const folder = useEngineFolder()
  before(function () {
    if (!process.env.SOAT_TEST_MEILI_URL) this.skip()
  })

  for (const [how, end] of [
    ['Ctrl-C', (program: ChildProcess) => program.kill('SIGINT')],
    ['the death of its launcher', (program: ChildProcess) => program.disconnect()],
  ] as const) {
    it(`stops it at ${how}`, async () => {
      const program = folder.program(MEILI_ONLY)
      await firstLine(program.stdout)
      const meilisearch = runningEngine(folder.dir, 'meilisearch')
      end(program)
      await once(program, 'exit')
      expect(meilisearch && isRunning(meilisearch)).to.equal(false)
    })
  }

  it('starts it again when it is killed, at the same address', async () => {
    const engines = await folder.open(MEILI_ONLY)
    const killed = runningEngine(folder.dir, 'meilisearch')
    if (killed) process.kill(killed.pid, 'SIGKILL')
    await until('it is down', () => engines.status().meilisearch.up === false, 3_000)
    await until('it is back', () => health(engines.meili?.url))
    expect(runningEngine(folder.dir, 'meilisearch')?.pid).not.to.equal(killed?.pid)
  })

  it('is started by one of several programs that begin together', async () => {
    writeFileSync(path.join(folder.dir, 'app.lock'), '{"pid":4194303,"startedAt":"x","what":"app"}')
    const programs = Array.from({ length: 3 }, () => folder.program(MEILI_ONLY))
    const outcomes = await Promise.all(
      programs.map(program =>
        Promise.race([
          firstLine(program.stdout).then(() => 'runs'),
          once(program, 'exit').then(([code]) => `ended with ${code}`),
        ]),
      ),
    )
    expect(outcomes.sort()).to.deep.equal(['ended with 1', 'ended with 1', 'runs'])
    expect(processesWith(['--db-path', path.join(folder.dir, 'meili')])).to.have.length(1)
  })

  it('ends one that no record names before it opens the same data', async () => {
    const first = await folder.open(MEILI_ONLY)
    const left = runningEngine(folder.dir, 'meilisearch')
    rmSync(path.join(folder.dir, 'engines.json'))
    await first.stop()
    expect(left && isRunning(left)).to.equal(true)
    const second = await folder.open(MEILI_ONLY)
    expect(left && isRunning(left)).to.equal(false)
    expect(processesWith(['--db-path', path.join(folder.dir, 'meili')])).to.have.length(1)
    expect(await health(second.meili?.url)).to.equal(true)
  })

  it('throws away the index of another version and says that it is empty', async () => {
    const first = await folder.open(MEILI_ONLY)
    await first.stop()
    writeFileSync(path.join(folder.dir, 'meili', 'VERSION'), '1.3.0')
    const second = await folder.open(MEILI_ONLY)
    expect(second.status().meilisearch.up).to.equal(true)
    expect(second.meiliFresh).to.equal(true)
  })

  it('is ended when MongoDB cannot be had, and the program ends with the reason', async () => {
    const program = folder.program({ MONGOD_BINARY: path.join(folder.dir, 'nowhere') })
    const [reason] = await Promise.all([firstLine(program.stderr), once(program, 'exit')])
    expect(reason).to.contain('MONGOD_BINARY').and.contain('MONGODB_URI')
    expect(program.exitCode).to.equal(1)
    expect(runningEngine(folder.dir, 'meilisearch')).to.equal(null)
    expect(processesWith(['--db-path', path.join(folder.dir, 'meili')])).to.deep.equal([])
  })

  it('leaves alone a process that was given the number of an engine', async () => {
    const bystander = spawn('sleep', ['60'])
    const record = { pid: bystander.pid, startedAt: 'long ago', port: 1, version: '1.21.0' }
    writeFileSync(path.join(folder.dir, 'engines.json'), JSON.stringify({ meilisearch: record }))
    const engines = await folder.open(MEILI_ONLY)
    await engines.stop()
    expect(bystander.exitCode).to.equal(null)
    bystander.kill()
  })

  it('runs without it when it cannot be obtained, and takes it up when it can', async () => {
    const binary = path.join(folder.dir, 'meilisearch')
    const engines = await folder.open({ ...MEILI_ONLY, MEILISEARCH_BINARY: binary })
    expect(engines.status().meilisearch.up).to.equal(false)
    const config = folder.config()
    const { fetchMeilisearch } = await import('../../server/engines/fetchMeilisearch.ts')
    const { file } = await fetchMeilisearch({ ...config, binary: null })
    execFileSync('ln', ['-s', file, binary])
    await until('it is up', () => engines.status().meilisearch.up === true)
    expect(engines.meiliFresh).to.equal(true)
  })
})
