import type { Services } from '../services.ts'
import type { Access, Route } from './route.ts'
import { adminRoutes } from './admin.ts'
import { catalogueRoutes } from './catalogue.ts'
import { deskRoutes } from './desk.ts'
import { documentRoutes } from './documents.ts'
import { draftRoutes } from './drafts.ts'
import { dueRoutes } from './due.ts'
import { extractRoutes } from './extract.ts'
import { healthRoutes } from './health.ts'
import { inboxRoutes } from './inbox.ts'
import { jobRoutes } from './jobs.ts'
import { openReviewRoutes } from './openReview.ts'
import { reviewRoutes } from './reviews.ts'
import { searchRoutes } from './search.ts'
import { settingRoutes } from './settings.ts'
import { signInRoutes } from './signIn.ts'
import { stubRoutes } from './stubs.ts'
import { taskRoutes } from './tasks.ts'

/** Files beside the pages. Served before sessions are looked at, so they stand beside the table, not in it. */
export const ASSETS: { path: string; access: Access } = {
  path: '/assets',
  access: { public: 'style, scripts and fonts of the sign-in page; nothing of the register' },
}

/** Every route of the product, in one table. The app is built from it, and the tests walk it. */
export function routeTable(services: Services): Route[] {
  return [
    ...healthRoutes(services),
    ...signInRoutes(services),
    ...deskRoutes(services),
    ...draftRoutes(services),
    ...documentRoutes(services),
    ...stubRoutes(services),
    ...searchRoutes(services),
    ...openReviewRoutes(services),
    ...reviewRoutes(services),
    ...taskRoutes(services),
    ...dueRoutes(services),
    ...inboxRoutes(services),
    ...extractRoutes(services),
    ...catalogueRoutes(services),
    ...jobRoutes(services),
    ...settingRoutes(services),
    ...adminRoutes(services),
  ]
}
