import './models/index.ts'
import { startJobs } from '../jobs/schedule.ts'
import { loadDemo } from '../scripts/demo/loadDemo.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { openEngines } from './engines/openEngines.ts'
import { greeting } from './greeting.ts'
import { keepIndexed } from './keepIndexed.ts'
import { listen } from './lib/listen.ts'
import { startScanReader } from './intake/scans/scanReader.ts'
import { t } from './lib/labels.ts'
import { log } from './lib/log.ts'
import { connectMeili } from './lib/meili.ts'
import { buildIndexes, connectMongo } from './lib/mongo.ts'
import { onStop } from './lib/onStop.ts'
import { realOutside } from './outside.ts'
import { findHomeBody } from './people/homeBody.ts'
import type { Services } from './services.ts'
import { explainFailure } from './startFailure.ts'
import { stopAll, type Running } from './stopAll.ts'

/** `npm start`: engines, database, demo if asked for, jobs, requests, in this order; Ctrl-C ends all of it. */
async function start(running: Running): Promise<void> {
  const config = readConfig(process.env)
  const services = { outside: realOutside(), config }
  running.engines = openEngines({ config, log })
  const engines = await running.engines
  await connectMongo(engines.mongoUri)
  await buildIndexes()
  await connectMeili(engines.meili, { indexPrefix: config.meili.indexPrefix })
  await loadDemoIfAsked(services)
  const { server, port } = await listen(createApp(services), config)
  running.server = server
  running.jobs = startJobs(services)
  running.scans = startScanReader(services)
  keepIndexed(engines, services.outside)
  const { lines, address } = await greeting({ config, port, now: services.outside.now() })
  engines.announce(address)
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** A demo loaded earlier is opened again; a register of real work is refused by `loadDemo`. */
async function loadDemoIfAsked(services: Services): Promise<void> {
  const isAsked = services.config.demo || process.argv.includes('--demo')
  if (!isAsked || (await findHomeBody())?.kind === 'demo') return
  process.stderr.write(`${t('people.start.loading')}\n`)
  await loadDemo(services)
}

const running: Running = {}
onStop(() => stopAll(running))
try {
  await start(running)
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`)
  await stopAll(running)
  process.exit(1)
}
