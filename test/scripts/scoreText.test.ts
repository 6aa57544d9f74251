import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect } from 'chai'

const ROOT = path.join(import.meta.dirname, '../..')

describe('npm run score:text', function () {
  this.timeout(60_000)
  for (const [args, first] of [
    [[], 'usage: npm run score:text -- FOLDER'],
    [['/khong/co'], 'There is no folder /khong/co.'],
    [['package.json'], `There is no folder ${path.join(ROOT, 'package.json')}.`],
  ] as const) {
    it(`says what to give it: ${args[0] ?? 'nothing given'}`, () => {
      const command = ['--import', 'tsx', 'scripts/scoreText.ts', ...args]
      const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT })
      expect(status).to.equal(2)
      expect(stderr.toString().split('\n')[0]).to.equal(first)
      expect(stderr.toString()).to.include('NAME.reference.md')
    })
  }
})
