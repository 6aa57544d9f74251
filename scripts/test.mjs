// npm test: installs what is missing, then runs mocha with the arguments given (all tests without).
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { installWhatIsMissing, requireNode, root } from './install.mjs'

requireNode()
installWhatIsMissing()
if (!hasChromium()) {
  console.error(
    'No Chromium on this machine (CHROMIUM_BINARY or on the PATH): the browser tests in test/browser/ are not run.',
  )
}
if (!hasOcr()) {
  console.error(
    'No tesseract with Vietnamese, or no pdftoppm, on this machine: the OCR tests of test/intake/ocr.test.ts are not run.',
  )
}
const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js')
const child = spawn(process.execPath, [mocha, ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, NODE_ENV: 'test' },
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.once('exit', code => process.exit(code ?? 1))

function hasOcr() {
  const languages = spawnSync(process.env.TESSERACT_BINARY ?? 'tesseract', ['--list-langs'])
  const draws = spawnSync(process.env.PDFTOPPM_BINARY ?? 'pdftoppm', ['-v'])
  return /^vie$/mu.test(String(languages.stdout)) && draws.status === 0
}

function hasChromium() {
  if (process.env.CHROMIUM_BINARY) return existsSync(process.env.CHROMIUM_BINARY)
  const places = (process.env.PATH ?? '').split(path.delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  return places.some(place => names.some(name => existsSync(path.join(place, name))))
}
