import type { Services } from '../services.ts'
import type { Route } from './route.ts'

export const duplicateRoutes = (_: Services): Route[] => []
