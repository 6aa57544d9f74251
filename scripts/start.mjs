// npm start: installs what is missing, then runs the server in this terminal.
import path from 'node:path'
import { installWhatIsMissing, requireNode, root } from './install.mjs'

requireNode()
installWhatIsMissing()
const { launch } = await import('./launch.mjs')
launch([path.join(root, 'server', 'index.ts'), ...process.argv.slice(2)])
