import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
} from 'meilisearch'
import { log } from './log.ts'

export interface MeiliAddress {
  url: string
  key: string
}

/** What /health and the search banner show of the search engine. `since`: when it came up or went down. */
export interface EngineState {
  /** False when the program runs without a search engine on purpose. */
  wanted: boolean
  up: boolean
  since: Date
  lastError: string | null
}

const SEARCH_TIMEOUT_MS = 2_000
const PROBE_TIMEOUT_MS = 1_000
const PROBE_EVERY_MS = 1_000

let address: MeiliAddress | null = null
let prefix = ''
let state: EngineState = { wanted: false, up: false, since: new Date(), lastError: null }
let probing: NodeJS.Timeout | null = null
const clients = new Map<number, Meilisearch>()
const listeners = new Set<() => unknown>()

/**
 * Names the engine to use, or null for none, and asks once whether it is there. An engine that is not
 * is no fault: it is looked for in the background and used when it answers.
 */
export async function connectMeili(
  to: MeiliAddress | null,
  { indexPrefix = '' }: { indexPrefix?: string } = {},
): Promise<EngineState> {
  disconnectMeili()
  address = to
  prefix = indexPrefix
  state = { wanted: to !== null, up: false, since: new Date(), lastError: null }
  return to ? probeEngine() : engineState()
}

/** Forgets the engine and stops looking for it. */
export function disconnectMeili(): void {
  if (probing) clearTimeout(probing)
  probing = null
  clients.clear()
  address = null
  state = { wanted: false, up: false, since: new Date(), lastError: null }
}

/** Name of an index of this register: several registers and test runs may share a server. */
export function indexName(name: string): string {
  return `${prefix}${name}`
}

/** What is known now, without asking. */
export function engineState(): EngineState {
  return { ...state }
}

/** Asks the engine now. Never throws. */
export async function probeEngine(): Promise<EngineState> {
  if (!address) return engineState()
  try {
    await client(PROBE_TIMEOUT_MS).health()
    markUp()
  } catch (error) {
    markDown(error)
  }
  return engineState()
}

/** Calls `listener` each time the engine is back after an absence: what it missed wants indexing. Returns the undo. */
export function onEngineBack(listener: () => unknown): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Runs `work` against the engine, or returns null at once when it is off: then use the database. While it is off
 * nobody waits for it; a probe in the background notices its return.
 * @throws what `work` throws for reasons of its own, and the engine's refusals of a wrong request
 */
export async function withEngine<T>(
  work: (client: Meilisearch) => Promise<T>,
  { timeoutMs = SEARCH_TIMEOUT_MS }: { timeoutMs?: number } = {},
): Promise<T | null> {
  if (!address || !state.up) return null
  try {
    return await work(client(timeoutMs))
  } catch (error) {
    if (isIndexMissing(error)) return null
    if (!isEngineFailure(error)) throw error
    markDown(error)
    return null
  }
}

function client(timeout: number): Meilisearch {
  if (!address) throw new Error('No search engine was named')
  let found = clients.get(timeout)
  if (!found) {
    found = new Meilisearch({
      host: address.url,
      apiKey: address.key,
      timeout,
      // Compressed answers come in pieces and cost 44 ms each on a delayed acknowledgement.
      requestInit: { headers: { 'Accept-Encoding': 'identity' } },
      // A shorter interval leaks abort listeners.
      defaultWaitOptions: { interval: 250, timeout: 60_000 },
    })
    clients.set(timeout, found)
  }
  return found
}

function markUp(): void {
  const wasDown = !state.up
  const isReturn = state.lastError !== null
  if (wasDown) state = { wanted: true, up: true, since: new Date(), lastError: null }
  if (!wasDown || !isReturn) return
  log.info('search engine is back')
  for (const listener of listeners) {
    Promise.resolve()
      .then(listener)
      .catch((error: unknown) =>
        log.error({ error }, 'work after the search engine came back failed'),
      )
  }
}

function markDown(error: unknown): void {
  const lastError = reasonOf(error)
  if (state.up || state.lastError === null) {
    state = { wanted: true, up: false, since: new Date(), lastError }
    log.warn({ reason: lastError }, 'search engine is off; searching in the database')
  } else {
    state = { ...state, lastError }
  }
  probeLater()
}

function probeLater(): void {
  if (probing) return
  probing = setTimeout(() => {
    probing = null
    void probeEngine()
  }, PROBE_EVERY_MS)
  probing.unref()
}

function isEngineFailure(error: unknown): boolean {
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response
    return status >= 500 || status === 401 || status === 403
  }
  return error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError
}

/** A new engine has no index until it is built: the database answers meanwhile. */
function isIndexMissing(error: unknown): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found'
}

/** The innermost message: the client wraps "connect ECONNREFUSED" in a bare "fetch failed". */
function reasonOf(error: unknown): string {
  let inner = error
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause
  return inner instanceof Error ? inner.message || inner.name : String(inner)
}
