import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import path from 'node:path'
import { readKept, writePrivately } from '../lib/keptFile.ts'
import type { EngineName } from './runningEngines.ts'

const fileOf = (dataDir: string) => path.join(dataDir, 'ports.json')

/**
 * The port an engine had at its first start, or a free one when it has none yet or another program sits on it.
 * Kept under the data folder: the address of a replica set's member is part of its configuration.
 */
export async function portFor(dataDir: string, name: EngineName): Promise<number> {
  const kept = keptPorts(dataDir)
  const port = kept[name]
  if (port !== undefined && (await isFree(port))) return port
  const chosen = await freePort()
  writePrivately(fileOf(dataDir), `${JSON.stringify({ ...kept, [name]: chosen }, null, 2)}\n`)
  return chosen
}

/** The ports of the last start. */
export function keptPorts(dataDir: string): Partial<Record<EngineName, number>> {
  return (readKept(fileOf(dataDir)) as Partial<Record<EngineName, number>> | null) ?? {}
}

export function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      probe.close(() => resolve(true)),
    )
  })
}

/** Below the ports systems lend to outgoing connections: one of those might sit on it at the next start. */
const RANGE = { from: 20_000, to: 30_000 }
const TRIES = 50

async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(RANGE.from, RANGE.to)
    if (await isFree(port)) return port
  }
  return portOfSystem()
}

function portOfSystem(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
