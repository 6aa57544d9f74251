// A thread does not inherit the loader that lets Node 20 run TypeScript, so it registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./parserThread.ts')
