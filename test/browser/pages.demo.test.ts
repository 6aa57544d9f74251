import { useSite } from '../support/browser.ts'
import { connectTestDatabase, emptyDatabase } from '../support/database.ts'
import { demoWorld, type World } from '../support/world.ts'
import { checkEveryPage } from './checkPages.ts'

describe('every page of the demo register', () => {
  let world: World
  const site = useSite(async () => {
    await connectTestDatabase()
    await emptyDatabase()
    world = await demoWorld()
    return world.app
  })
  after(emptyDatabase)
  checkEveryPage(() => world, site)
})
