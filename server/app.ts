import express, { type Express } from 'express'
import { join } from 'node:path'
import { useHandlebars } from './lib/handlebars.ts'
import { errorHandler, notFound } from './middleware/errorHandler.ts'
import { loadActor, requireAccess } from './middleware/requireUser.ts'
import { checkCsrf, crossSiteGuard, securityHeaders } from './middleware/security.ts'
import { sessions } from './middleware/sessions.ts'
import type { Route } from './routes/route.ts'
import { ASSETS, routeTable } from './routes/table.ts'
import type { Services } from './services.ts'

const VIEWS = join(import.meta.dirname, '../views')

function addRoute(app: Express, route: Route): void {
  const chain = [requireAccess(route.access), ...(route.before ?? [])]
  if (route.method === 'get') app.get(route.path, ...chain, (req, res) => route.handle(req, res))
  else app.post(route.path, ...chain, checkCsrf, (req, res) => route.handle(req, res))
}

/** The web application, in the order things act. Database and engines are connected already. */
export function createApp(services: Services): Express {
  const app = express()
  app.set('trust proxy', services.config.trustProxy)
  app.disable('x-powered-by')
  useHandlebars(app)
  app.locals.services = services

  app.use(securityHeaders(services.config))
  app.use(ASSETS.path, express.static(join(VIEWS, 'assets'), { maxAge: '1h', fallthrough: false }))
  app.use(sessions(services.config))
  app.use(crossSiteGuard)
  app.use(express.urlencoded({ extended: true, limit: '12mb', parameterLimit: 5000 }))
  app.use(loadActor)
  for (const route of routeTable(services)) addRoute(app, route)
  app.use(notFound)
  app.use(errorHandler)
  return app
}
