import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { isLock, lockHolder, takeLock } from '../../server/engines/lock.ts'

describe('takeLock', () => {
  let dir = ''
  let file = ''
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'soat-lock-'))
    file = path.join(dir, 'app.lock')
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  it('is held by one, who is named to the next', () => {
    const first = takeLock(file, 'app')
    if (!isLock(first)) throw new Error('not taken')
    first.update({ url: 'http://127.0.0.1:3000' })
    expect(takeLock(file, 'import')).to.include({
      what: 'app',
      pid: process.pid,
      url: 'http://127.0.0.1:3000',
    })
    first.release()
    expect(lockHolder(file)).to.equal(null)
    expect(isLock(takeLock(file, 'import'))).to.equal(true)
  })

  for (const [case_, content] of [
    ['a dead holder', JSON.stringify({ pid: 2 ** 22 - 1, startedAt: 'x', what: 'app' })],
    [
      'a number given to another',
      JSON.stringify({ pid: process.pid, startedAt: 'x', what: 'app' }),
    ],
    ['a file cut short', '{"pid":'],
    ['an empty file', ''],
  ]) {
    it(`is taken over from ${case_}`, () => {
      writeFileSync(file, content ?? '')
      expect(isLock(takeLock(file, 'app'))).to.equal(true)
    })
  }
})
