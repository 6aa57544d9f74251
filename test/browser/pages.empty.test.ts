import { useSite } from '../support/browser.ts'
import { connectTestDatabase, emptyDatabase } from '../support/database.ts'
import { emptyWorld, type World } from '../support/world.ts'
import { checkEveryPage } from './checkPages.ts'

describe('every page of the empty register', () => {
  let world: World
  const site = useSite(async () => {
    await connectTestDatabase()
    await emptyDatabase()
    world = await emptyWorld()
    return world.app
  })
  after(emptyDatabase)
  checkEveryPage(() => world, site)
})
