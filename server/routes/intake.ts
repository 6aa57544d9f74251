import type { Services } from '../services.ts'
import type { Route } from './route.ts'

export const intakeRoutes = (_: Services): Route[] => []
