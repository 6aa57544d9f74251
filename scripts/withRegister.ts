import mongoose from 'mongoose'
import { readConfig, type Config } from '../server/config.ts'
import { attachOrStart } from '../server/engines/attachOrStart.ts'
import { connectMeili, disconnectMeili } from '../server/lib/meili.ts'
import { log } from '../server/lib/log.ts'
import { connectMongo } from '../server/lib/mongo.ts'
import { realOutside, type Outside } from '../server/outside.ts'
import { prepareIndex } from '../server/search/indexDocument.ts'

/** What a command works with. */
export interface CommandContext {
  config: Config
  outside: Outside
}

/**
 * Runs a command on the register: on the running app's engines, or on its own for as long as it runs. A known failure
 * (configuration, engines) ends in one plain message. Sets the exit code from what `work` returns.
 */
export async function withRegister(
  what: string,
  work: (context: CommandContext) => Promise<number>,
): Promise<void> {
  try {
    const config = readConfig(process.env)
    const engines = await attachOrStart({ config, log, what })
    try {
      await connectMongo(engines.mongoUri)
      await connectMeili(engines.meili, { indexPrefix: config.meili.indexPrefix })
      await prepareIndex()
      process.exitCode = await work({ config, outside: realOutside() })
    } finally {
      disconnectMeili()
      await mongoose.disconnect()
      await engines.stop()
    }
  } catch (error) {
    const isPlain = error instanceof Error && ['ConfigError', 'EngineError'].includes(error.name)
    console.error(isPlain ? error.message : error)
    process.exitCode = 1
  }
}
