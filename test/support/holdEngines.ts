// A program as the app is one: opens the engines of SOAT_DATA, says so in a line of JSON, stays until it is stopped.
import { loadConfig } from '../../server/config.ts'
import { openEngines } from '../../server/engines/openEngines.ts'
import { log } from '../../server/lib/log.ts'
import { onStop } from '../../server/lib/onStop.ts'

try {
  const engines = await openEngines({ config: loadConfig(), log })
  onStop(() => engines.stop())
  engines.announce('http://127.0.0.1:3999')
  process.stdout.write(`${JSON.stringify({ mongoUri: engines.mongoUri, meili: engines.meili })}\n`)
  setInterval(() => undefined, 60_000)
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 1
}
