// npm run build:extract: compiles the reader to plain JavaScript with types in dist/, which is a package of its own without the
// server's dependencies. `npm pack ./dist` packs it. Also npm's `prepare`: `npm install ../soat` in another project runs it.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { installWhatIsMissing, requireNode, root } from './install.mjs'

const dist = path.join(root, 'dist')
const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc')

if (process.env.npm_lifecycle_event === 'prepare') {
  // In the middle of an installation: what is not there is not for us to fetch.
  if (!existsSync(compiler)) process.exit(0)
} else {
  requireNode()
  installWhatIsMissing()
}
rmSync(dist, { recursive: true, force: true })
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.extract.json'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
})
if (status !== 0) process.exit(status ?? 1)
writePackage()

/** The package file of dist/: the same name and sub-entry, nothing to install. */
function writePackage() {
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const { name, version, license, type, engines } = own
  const entry = Object.entries(own.exports['./extract'])
  const packed = {
    name,
    version,
    description: 'Reads Vietnamese official documents: header, citations, orders, outline',
    license,
    type,
    engines,
    sideEffects: false,
    exports: {
      './extract': Object.fromEntries(entry.map(([key, file]) => [key, file.replace('dist/', '')])),
    },
  }
  writeFileSync(path.join(dist, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`)
  copyFileSync(path.join(root, 'README.md'), path.join(dist, 'README.md'))
}
