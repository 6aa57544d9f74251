import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import {
  connectMeili,
  disconnectMeili,
  engineState,
  indexName,
  onEngineBack,
  withEngine,
} from '../../server/lib/meili.ts'
import { useSearch } from '../support/database.ts'

async function serve(port = 0): Promise<{ server: Server; port: number }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end('{"status":"available"}')
  }).listen(port, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

function close(server: Server): void {
  server.close()
  server.closeAllConnections()
}

describe('withEngine', () => {
  afterEach(disconnectMeili)

  it('is off without an engine, and nobody waits', async () => {
    await connectMeili(null)
    expect(await withEngine(client => client.health())).to.equal(null)
    expect(engineState()).to.include({ wanted: false, up: false, lastError: null })
  })

  it('turns to null when the engine goes, and back by itself when it returns', async function () {
    this.timeout(10_000)
    const first = await serve()
    await connectMeili({ url: `http://127.0.0.1:${first.port}`, key: 'k' })
    expect(await withEngine(client => client.health())).to.deep.equal({ status: 'available' })
    close(first.server)
    const back = new Promise<void>(resolve => void onEngineBack(resolve))
    expect(await withEngine(client => client.health())).to.equal(null)
    expect(engineState().up).to.equal(false)
    expect(engineState().lastError).to.be.a('string')
    const second = await serve(first.port)
    await back
    expect(engineState()).to.include({ up: true, lastError: null })
    expect(await withEngine(client => client.health())).to.deep.equal({ status: 'available' })
    close(second.server)
  })

  it('does not wait for an engine that hangs', async () => {
    const { server, port } = await serve()
    await connectMeili({ url: `http://127.0.0.1:${port}`, key: 'k' })
    server.removeAllListeners('request')
    const since = Date.now()
    expect(await withEngine(client => client.health(), { timeoutMs: 200 })).to.equal(null)
    expect(await withEngine(client => client.health(), { timeoutMs: 200 })).to.equal(null)
    expect(Date.now() - since).to.be.below(1_000)
    close(server)
  })

  it('passes on what the work itself throws', async () => {
    const { server, port } = await serve()
    await connectMeili({ url: `http://127.0.0.1:${port}`, key: 'k' })
    const own = withEngine(() => Promise.reject(new TypeError('ours')))
    expect(await own.catch((error: Error) => error.message)).to.equal('ours')
    expect(engineState().up).to.equal(true)
    close(server)
  })
})

describe('withEngine on Meilisearch', () => {
  useSearch()

  it('answers null for an index not yet built, and throws for a wrong request', async () => {
    expect(await withEngine(client => client.index(indexName('none')).search('x'))).to.equal(null)
    expect(engineState().up).to.equal(true)
    await withEngine(client => client.createIndex(indexName('made')).waitTask())
    const wrong = withEngine(client =>
      client.index(indexName('made')).search('x', { filter: 'nothing = 1' }),
    )
    expect(await wrong.catch((error: Error) => error.name)).to.equal('MeilisearchApiError')
  })
})
