import type { Services } from '../services.ts'
import { citationRoutes } from './citations.ts'
import { draftActRoutes } from './draftActs.ts'
import { draftOrderRoutes } from './draftOrders.ts'
import { draftPageRoutes } from './draftPages.ts'
import { draftScanRoutes } from './draftScan.ts'
import { duplicateRoutes } from './duplicates.ts'
import { fileRoutes } from './files.ts'
import { intakeRoutes } from './intake.ts'
import type { Route } from './route.ts'
import { undoOpeningRoutes } from './undoOpenings.ts'

/** From the paste or file to the registered document: taking in, checking, deciding, confirming. */
export function draftRoutes(services: Services): Route[] {
  return [
    ...intakeRoutes(services),
    ...duplicateRoutes(services),
    ...draftPageRoutes(services),
    ...draftActRoutes(services),
    ...draftScanRoutes(services),
    ...draftOrderRoutes(services),
    ...citationRoutes(services),
    ...fileRoutes(),
    ...undoOpeningRoutes(services),
  ]
}
