import mongoose from 'mongoose'

/** Errors whose message is made for the person at the terminal. */
const IN_WORDS = ['ConfigError', 'EngineError', 'DemoRefused']

/** Why the start failed, in one message for the terminal: no stack unless it is a fault of ours. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (IN_WORDS.includes(error.name)) return error.message
  if (error instanceof mongoose.mongo.MongoError || error.name.startsWith('Mongo')) {
    return `MongoDB cannot be used: ${error.message}\nCheck MONGODB_URI, or leave it unset to use Soát's own.`
  }
  const { code, port, address } = error as NodeJS.ErrnoException & {
    port?: number
    address?: string
  }
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Set PORT to another one, or leave it unset to take the next free one.`
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return `Cannot listen on ${address ?? 'this address'}, port ${port}: ${code}. Check HOST and PORT.`
  }
  return `Soát could not start: ${error.stack ?? error.message}`
}
