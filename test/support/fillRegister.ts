// A small register of our own on the data folder: a home body, a reader to sign in as, and documents that were registered.
import { buildIndexes } from '../../server/lib/mongo.ts'
import '../../server/models/index.ts'
import { withRegister } from '../../scripts/withRegister.ts'
import { newUser } from './app.ts'
import { buildHome } from './build.ts'
import { register } from './takeIn.ts'
import { freshDispatch } from './writingSamples.ts'

const [username = 'reader', documents = '5'] = process.argv.slice(2)

await withRegister('test', async () => {
  await buildIndexes()
  await buildHome()
  await newUser(['reader'], { username })
  for (let n = 0; n < Number(documents); n += 1) await register(freshDispatch())
  return 0
})
