import { destination, pino, type DestinationStream, type LoggerOptions } from 'pino'

const SECRET_HEADERS = ['cookie', 'authorization', 'x-csrf-token', '["set-cookie"]']
const SECRET_FIELDS = [
  'password',
  'newPassword',
  'passwordAgain',
  'token',
  'secret',
  'key',
  '_csrf',
]

/** Paths pino blanks: it wants each spelled out, wildcards reach one level only. */
const redact = [
  ...SECRET_HEADERS.flatMap(name => {
    const part = name.startsWith('[') ? name : `.${name}`
    return [`headers${part}`, `req.headers${part}`, `res.headers${part}`]
  }),
  ...SECRET_FIELDS.flatMap(name => [name, `*.${name}`, `body.${name}`, `req.body.${name}`]),
]

/** A level that is none is a fault `readConfig` reports; the log must be there to say so. */
function level(): string {
  const { LOG_LEVEL = '', NODE_ENV } = process.env
  if (LOG_LEVEL === 'silent' || LOG_LEVEL in pino.levels.values) return LOG_LEVEL
  return NODE_ENV === 'test' ? 'silent' : 'info'
}

/** A logger that never writes cookies, authorization headers or passwords. */
export function createLog(stream: DestinationStream, options: LoggerOptions = {}) {
  return pino({ level: level(), base: null, redact, serializers, ...options }, stream)
}

const serializers = { error: pino.stdSerializers.err, err: pino.stdSerializers.err }

/** The program's log: JSON lines on standard error, so that a command's own output stays clean. */
export const log = createLog(destination({ dest: 2, sync: true }))

export type Log = Pick<typeof log, 'info' | 'warn' | 'error' | 'debug'>
