// node scripts/run.mjs [--watch] FILE args…: installs what is missing, then runs a TypeScript program of ours.
import path from 'node:path'
import { installWhatIsMissing, requireNode, root } from './install.mjs'

requireNode()
const watch = process.argv[2] === '--watch'
const [file, ...args] = process.argv.slice(watch ? 3 : 2)
if (!file) {
  console.error('usage: node scripts/run.mjs [--watch] FILE args…')
  process.exit(2)
}
installWhatIsMissing()
const { launch } = await import('./launch.mjs')
launch([
  ...(watch ? ['--watch', '--watch-preserve-output'] : []),
  path.resolve(root, file),
  ...args,
])
