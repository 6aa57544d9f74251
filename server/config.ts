import { homedir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'

/** Thrown by `readConfig`: `faults` holds one line per wrong variable, all of them at once. */
export class ConfigError extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(['The configuration cannot be used:', ...faults.map(fault => `  ${fault}`)].join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

const blank = (value: unknown) => (value === '' ? undefined : value)
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blank, type.optional())
const text = optional(z.string())
const url = (protocol: RegExp, what: string) =>
  optional(z.string().refine(value => isUrl(value, protocol), `must be ${what}`))
const megabytes = (standard: number) =>
  z.preprocess(blank, z.coerce.number('must be a number of megabytes').positive().default(standard))
const flag = z.preprocess(
  blank,
  z
    .enum(['0', '1', 'true', 'false'], 'must be 1 or 0')
    .default('0')
    .transform(value => value === '1' || value === 'true'),
)

/** Every variable Soát reads, as documented in .env.example. */
const variables = z.object({
  PORT: optional(z.coerce.number('must be a port, 0–65535').int().min(0).max(65535)),
  HOST: z.preprocess(blank, z.string().default('127.0.0.1')),
  BASE_URL: url(/^https?:$/, 'an address such as https://soat.example.vn'),
  SOAT_DATA: z.preprocess(blank, z.string().default('./data')),
  SOAT_CACHE: text,
  XDG_CACHE_HOME: text,
  // Not a URL in the sense of `new URL`: it may name several hosts.
  MONGODB_URI: optional(
    z
      .string()
      .regex(/^mongodb(?:\+srv)?:\/\/[^/?]+/, 'must be an address such as mongodb://host:27017'),
  ),
  MONGODB_DB: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w-]{1,38}$/)
      .default('soat'),
  ),
  MONGOD_BINARY: text,
  MEILI_URL: optional(
    z
      .string()
      .refine(
        value => value === 'off' || isUrl(value, /^https?:$/),
        'must be an address such as http://host:7700, or "off"',
      ),
  ),
  MEILI_MASTER_KEY: text,
  MEILISEARCH_BINARY: text,
  MEILI_INDEX_PREFIX: z.preprocess(
    blank,
    z
      .string()
      .regex(/^[\w-]*$/, 'may hold letters, digits, - and _ only')
      .default('soat_'),
  ),
  TESSERACT_BINARY: z.preprocess(blank, z.string().default('tesseract')),
  PDFTOPPM_BINARY: z.preprocess(blank, z.string().default('pdftoppm')),
  SESSION_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  UPLOAD_LIMIT_MB: megabytes(25),
  TEXT_LIMIT_MB: megabytes(5),
  TRUST_PROXY: text,
  NODE_ENV: z.preprocess(
    blank,
    z.enum(['development', 'production', 'test']).default('development'),
  ),
  LOG_LEVEL: optional(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])),
  SOAT_DEMO: flag,
})

type Variables = z.output<typeof variables>

export type Config = ReturnType<typeof toConfig>

/**
 * The environment as one typed, frozen object. Pure: reads nothing but its argument.
 * @throws ConfigError naming every fault
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = variables.safeParse(env)
  const faults = read.success
    ? missingPartner(read.data)
    : read.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`)
  if (!read.success || faults.length > 0) throw new ConfigError(faults)
  return toConfig(read.data)
}

/** `readConfig` for a program: a fault is printed and ends the process. */
export function loadConfig(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    process.stderr.write(`${error.message}\nSee .env.example for what each variable means.\n`)
    process.exit(1)
  }
}

function missingPartner({ MEILI_URL, MEILI_MASTER_KEY, NODE_ENV }: Variables) {
  const remote = MEILI_URL !== undefined && MEILI_URL !== 'off'
  return remote && !MEILI_MASTER_KEY && NODE_ENV === 'production'
    ? ['MEILI_MASTER_KEY: must be set together with MEILI_URL']
    : []
}

function toConfig(env: Variables) {
  return deepFreeze({
    mode: env.NODE_ENV,
    port: env.PORT ?? 3000,
    /** A port that was asked for is taken or refused; the standard one may move to the next free one. */
    portIsExplicit: env.PORT !== undefined,
    host: env.HOST,
    baseUrl: withoutEndSlash(env.BASE_URL),
    dataDir: path.resolve(env.SOAT_DATA),
    cacheDir: cacheDir(env),
    mongo: {
      uri: env.MONGODB_URI ? withDatabase(env.MONGODB_URI, env.MONGODB_DB) : null,
      database: env.MONGODB_DB,
      binary: env.MONGOD_BINARY ?? null,
    },
    meili: meiliSettings(env),
    /** Programs that read scans; "off" as tesseract reads none. */
    ocr: { tesseract: env.TESSERACT_BINARY, pdftoppm: env.PDFTOPPM_BINARY },
    /** Null: the program keeps a generated one under `dataDir` (see `sessionSecret`). */
    sessionSecret: env.SESSION_SECRET ?? null,
    uploadLimitBytes: Math.round(env.UPLOAD_LIMIT_MB * 1024 * 1024),
    textLimitBytes: Math.round(env.TEXT_LIMIT_MB * 1024 * 1024),
    trustProxy: trustProxy(env.TRUST_PROXY),
    logLevel: env.LOG_LEVEL ?? (env.NODE_ENV === 'test' ? 'silent' : 'info'),
    demo: env.SOAT_DEMO,
  })
}

function meiliSettings(env: Variables) {
  const off = env.MEILI_URL === 'off'
  return {
    off,
    url: off ? null : withoutEndSlash(env.MEILI_URL),
    key: env.MEILI_MASTER_KEY ?? null,
    binary: env.MEILISEARCH_BINARY ?? null,
    indexPrefix: env.MEILI_INDEX_PREFIX,
  }
}

/** Outside the clone: downloaded programs outlive `git clean`, and several clones share them. */
function cacheDir({ SOAT_CACHE, XDG_CACHE_HOME }: Variables): string {
  const standard = path.join(XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'soat')
  return path.resolve(SOAT_CACHE ?? standard)
}

/** A database named in the address wins over MONGODB_DB. */
function withDatabase(uri: string, database: string): string {
  const [, host = uri, named = '', options = ''] =
    /^([^/]+\/\/[^/?]+)\/?([^?]*)(.*)$/.exec(uri) ?? []
  return `${host}/${named || database}${options}`
}

function withoutEndSlash(address: string | undefined): string | null {
  return address?.replace(/\/+$/, '') ?? null
}

/** Express's `trust proxy`: a count of hops, true/false, or a list of addresses. */
function trustProxy(value: string | undefined): boolean | number | string {
  if (value === undefined || value === 'false') return false
  if (value === 'true') return true
  return /^\d+$/.test(value) ? Number(value) : value
}

function isUrl(value: string, protocol: RegExp): boolean {
  return URL.canParse(value) && protocol.test(new URL(value).protocol)
}

function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value) as unknown[]) {
    if (typeof part === 'object' && part !== null) deepFreeze(part)
  }
  return Object.freeze(value)
}
