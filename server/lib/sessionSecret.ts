import path from 'node:path'
import type { Config } from '../config.ts'
import { keptSecret } from './keptFile.ts'

/** The configured secret, or one generated once and kept under the data folder. */
export function sessionSecret(config: Pick<Config, 'sessionSecret' | 'dataDir'>): string {
  return config.sessionSecret ?? keptSecret(path.join(config.dataDir, 'session.key'))
}
