import { setTimeout as wait } from 'node:timers/promises'
import mongoose from 'mongoose'

const { MongoClient, MongoServerError } = mongoose.mongo
type Client = InstanceType<typeof MongoClient>

/** One node: transactions need a replica set, not several servers. */
export const REPLICA_SET = 'soat'

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
 * initiates a new set, and by force rewrites one of another port.
 */
export async function becomePrimary(port: number, withinMs = 60_000): Promise<void> {
  const until = Date.now() + withinMs
  await withServer(port, async client => {
    while (!(await isPrimary(client))) {
      if (Date.now() > until) throw new Error('MongoDB does not become primary')
      await settle(client, port)
      await wait(25)
    }
  })
}

async function isPrimary(client: Client): Promise<boolean> {
  return (await client.db('admin').command({ hello: 1 })).isWritablePrimary === true
}

/** One step towards being primary. A refusal is tried again: a starting server looks for its old self first. */
async function settle(client: Client, port: number): Promise<void> {
  const admin = client.db('admin')
  const config = await configOf(client)
  const step = !config
    ? { replSetInitiate: { _id: REPLICA_SET, members: [member(port)] } }
    : config.members[0]?.host === member(port).host
      ? null
      : { replSetReconfig: movedTo(config, port), force: true }
  if (!step) return
  await admin.command(step).catch((error: unknown) => {
    if (!(error instanceof MongoServerError)) throw error
  })
}

/**
 * Rewrites the set's address in a server started outside the set, before it starts inside. As a member it would
 * look for itself at the old port first, half a minute long when whoever sits there says nothing.
 */
export async function moveReplicaSet(port: number): Promise<void> {
  await withServer(port, async client => {
    const config = await configOf(client)
    if (!config) return
    const { _id, ...moved } = movedTo(config, port)
    await client
      .db('local')
      .collection(CONFIG)
      .replaceOne({ _id } as object, moved)
  })
}

const CONFIG = 'system.replset'
const member = (port: number) => ({ _id: 0, host: `127.0.0.1:${port}` })

interface ReplicaSetConfig {
  _id: string
  version: number
  members: { _id: number; host: string }[]
}

function configOf(client: Client): Promise<ReplicaSetConfig | null> {
  return client.db('local').collection<ReplicaSetConfig>(CONFIG).findOne()
}

function movedTo(config: ReplicaSetConfig, port: number): ReplicaSetConfig {
  return { ...config, version: config.version + 1, members: [member(port)] }
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
