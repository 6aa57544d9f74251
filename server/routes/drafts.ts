import type { Services } from '../services.ts'
import type { Route } from './route.ts'

export const draftRoutes = (_: Services): Route[] => []
