import type { Config } from './config.ts'
import type { Outside } from './outside.ts'

/** What routes are made from. Database and search engine are module state of `lib/`, connected before the app is. */
export interface Services {
  outside: Outside
  config: Config
}
