import { setTimeout as wait } from 'node:timers/promises'
import mongoose from 'mongoose'

const { MongoClient, MongoServerError } = mongoose.mongo
type Client = InstanceType<typeof MongoClient>

/** One node: transactions need a replica set, not several servers. */
export const REPLICA_SET = 'soat'

const NOT_YET_INITIALIZED = 94
const INVALID_CONFIG = 93

/** Runs `work` on a connection of its own to the server of that port, whatever state its set is in. */
export async function withServer<T>(
  port: number,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}`, {
    directConnection: true,
    serverSelectionTimeoutMS: 2_000,
    socketTimeoutMS: 10_000,
    maxPoolSize: 1,
  })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}

/** Does a mongod answer there? */
export function answers(port: number): Promise<boolean> {
  return withServer(port, client => client.db('admin').command({ ping: 1 })).then(
    () => true,
    () => false,
  )
}

/**
 * Makes the server the one member, at its present port, of our replica set, and waits until it takes writes:
 * initiates a new set, and by force rewrites one whose port changed.
 */
export async function becomePrimary(port: number, withinMs = 30_000): Promise<void> {
  await withServer(port, async client => {
    const admin = client.db('admin')
    const state = await admin.command({ replSetGetStatus: 1 }).then(
      () => 0,
      (error: unknown) => (error instanceof MongoServerError ? Number(error.code) : 0),
    )
    if (state === NOT_YET_INITIALIZED) {
      await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [member(port)] } })
    } else if (state === INVALID_CONFIG || (await isMovedFrom(client, port))) {
      await moveTo(client, port)
    }
    const until = Date.now() + withinMs
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
      if (Date.now() > until) throw new Error('MongoDB does not become primary')
      await wait(25)
    }
  })
}

const member = (port: number) => ({ _id: 0, host: `127.0.0.1:${port}` })

interface ReplicaSetConfig {
  version: number
  members: { _id: number; host: string }[]
}

function configOf(client: Client): Promise<ReplicaSetConfig | null> {
  return client.db('local').collection<ReplicaSetConfig>('system.replset').findOne()
}

async function isMovedFrom(client: Client, port: number): Promise<boolean> {
  const config = await configOf(client)
  return config?.members[0]?.host !== `127.0.0.1:${port}`
}

async function moveTo(client: Client, port: number): Promise<void> {
  const config = await configOf(client)
  if (!config) throw new Error('MongoDB holds no replica set configuration')
  const moved = { ...config, version: config.version + 1, members: [member(port)] }
  await client.db('admin').command({ replSetReconfig: moved, force: true })
}

/**
 * Ends transactions a killed app left open: they would block writers of the same records for a minute. One is
 * taken for abandoned when it stays open and idle over half a second; ours last milliseconds.
 */
export async function endAbandonedTransactions(port: number): Promise<number> {
  return withServer(port, async client => {
    const before = await idleTransactions(client)
    if (before.size === 0) return 0
    await wait(500)
    const still = await idleTransactions(client)
    const abandoned = [...before].filter(([key]) => still.has(key)).map(([, session]) => session)
    if (abandoned.length > 0) {
      await client.db('admin').command({ killSessions: abandoned.map(({ id }) => ({ id })) })
    }
    return abandoned.length
  })
}

interface IdleOperation {
  lsid: { id: mongoose.mongo.Binary }
  transaction: { parameters: { txnNumber: unknown } }
}

async function idleTransactions(client: Client) {
  const found = await client
    .db('admin')
    .aggregate<IdleOperation>([
      { $currentOp: { allUsers: true, idleSessions: true } },
      { $match: { active: false, 'transaction.parameters.txnNumber': { $exists: true } } },
    ])
    .toArray()
  return new Map(
    found.map(({ lsid, transaction }) => [
      `${lsid.id.toString('hex')}/${String(transaction.parameters.txnNumber)}`,
      lsid,
    ]),
  )
}
