import type { Services } from '../services.ts'
import { auditRoutes } from './adminAudit.ts'
import { homeBodyRoutes } from './adminHome.ts'
import { nameRoutes } from './adminNames.ts'
import { unitRoutes } from './adminUnits.ts'
import { userRoutes } from './adminUsers.ts'
import type { Route } from './route.ts'

/** Administration: people, units, whose register, what was done. Jobs and settings have routes of their own. */
export function adminRoutes(services: Services): Route[] {
  return [
    ...userRoutes(services),
    ...unitRoutes(services),
    ...nameRoutes(services),
    ...homeBodyRoutes(services),
    ...auditRoutes(services),
  ]
}
