import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { runningEngine } from '../../server/engines/runningEngines.ts'
import { t } from '../../server/lib/labels.ts'
import { TEST_PASSWORD } from '../support/app.ts'
import { useRunningApp } from '../support/runningApp.ts'
import type { RegisterFacts } from '../support/askRegister.ts'

const FILES = 60
const REGISTERED = 6
const SUBJECTS = ['chiếu sáng chợ đêm', 'cân điện tử', 'kho lạnh', 'bến thủy', 'làng nghề']
const KINDS = ['QĐ-SCT', 'SCT-QLNL', 'KH-SCT', 'TB-SCT']

/** A dispatch of our own invention; no two alike. */
function dispatch(n: number): string {
  const subject = SUBJECTS[n % SUBJECTS.length] ?? ''
  return `UBND TỈNH ĐỒNG THÁP
SỞ CÔNG THƯƠNG

Số: ${4000 + n}/${KINDS[n % KINDS.length]}
V/v rà soát ${subject} đợt ${n}

Đồng Tháp, ngày ${String((n % 27) + 1).padStart(2, '0')} tháng 5 năm 2021

Kính gửi: Các phòng chuyên môn thuộc Sở

Căn cứ Quyết định số ${300 + n}/2018/QĐ-UBND ngày 03 tháng 12 năm 2018 của UBND tỉnh Đồng Tháp;

${`Các phòng báo cáo việc quản lý ${subject} theo Nghị định số 997/2019/NĐ-CP. `.repeat((n % 9) + 1)}

Nơi nhận:
- Như trên;
- Lưu: VT.
`
}

function fill(folder: string, { from, to }: { from: number; to: number }): void {
  mkdirSync(folder)
  for (let n = from; n < to; n += 1) writeFileSync(path.join(folder, `cv-${n}.txt`), dispatch(n))
}

const hashesIn = (folder: string) =>
  readdirSync(folder).map(name =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, name)))
      .digest('hex'),
  )

describe('a killed app and a killed search engine', function () {
  this.timeout(600_000)
  const app = useRunningApp({ LOG_LEVEL: 'silent' })
  let server: ChildProcess
  let inbox: string
  before(async function () {
    if (!process.env.SOAT_TEST_MEILI_URL) return this.skip()
    inbox = path.join(app().dir, 'inbox')
    fill(inbox, { from: 0, to: FILES })
    const { code, output } = await app().run(
      'test/support/fillRegister.ts',
      'tracuu',
      String(REGISTERED),
    ).done
    if (code !== 0) throw new Error(output)
    server = await app().start()
  })

  async function ask(): Promise<RegisterFacts> {
    const { code, output } = await app().run('test/support/askRegister.ts').done
    if (code !== 0) throw new Error(output)
    return JSON.parse(output) as RegisterFacts
  }

  /** The index follows in the background. */
  async function settled(): Promise<RegisterFacts> {
    for (let tries = 0; ; tries += 1) {
      const facts = await ask()
      const open = (facts.index?.missing.length ?? 1) + (facts.index?.extra.length ?? 1)
      if (open === 0 || tries === 20) return facts
      await wait(500)
    }
  }

  /** Imports until some of the files stand, then kills the import and, at the same moment, the app if it runs. */
  async function killInTheMiddle(folder: string, among: number): Promise<void> {
    const { child, done } = app().run('scripts/import.ts', folder)
    let printed = ''
    child.stdout?.on('data', (part: Buffer) => (printed += part.toString()))
    const count = () => printed.match(/cv-\d+\.txt/gu)?.length ?? 0
    while (count() < among / 4 && child.exitCode === null) await wait(5)
    const isRunning = server.exitCode === null && server.signalCode === null
    const ended = isRunning ? once(server, 'exit') : null
    server.kill('SIGKILL')
    child.kill('SIGKILL')
    await Promise.all([done, ended])
    expect(count(), 'killed in the middle').to.be.within(1, among - 1)
  }

  it('leaves every file exactly once after a restart and a second import, the index equal, one server per engine', async () => {
    const before = await settled()
    expect(before.index).to.deep.include({ missing: [], extra: [] })
    expect(before.index?.registered).to.equal(REGISTERED)
    await killInTheMiddle(inbox, FILES)
    server = await app().start()
    const { code, output } = await app().run('scripts/import.ts', inbox).done
    expect(code, output).to.equal(0)
    const after = await settled()
    expect(hashesIn(inbox).map(hash => after.files[hash])).to.deep.equal(Array(FILES).fill(1))
    expect(after.drafts).to.equal(before.drafts + FILES)
    expect(after.index).to.deep.include({ missing: [], extra: [] })
    expect(after.index?.indexed).to.equal(after.index?.registered)
    for (const name of ['mongod', 'meilisearch'] as const)
      expect(app().servers(name), name).to.have.length(1)
  })

  it('searches on in MongoDB while Meilisearch is dead, says so, and is back within 30 s', async () => {
    const cookie = await app().signIn({ username: 'tracuu', password: TEST_PASSWORD })
    const words = [
      '9004/SCT-QLNL',
      'chieu sang cho dem',
      'chiếu sáng chợ đêm đợt 2',
      '9003 sct qlnl',
    ]
    let asked = 0
    const search = async () => {
      const q = words[(asked += 1) % words.length] ?? ''
      const path = `/search?q=${encodeURIComponent(q)}`
      const answer = await fetch(`${app().url}${path}`, { headers: { cookie } })
      const text = await answer.text()
      const isOff = text.includes(t('layout.engineOff'))
      return { q, status: answer.status, isOff, hits: text.match(/class="hit"/gu)?.length ?? 0 }
    }
    expect(await search()).to.include({ status: 200, isOff: false })
    const killed = runningEngine(app().dir, 'meilisearch')!
    const answers: Awaited<ReturnType<typeof search>>[] = []
    let isOver = false
    const asking = Promise.all(
      [1, 2, 3].map(async () => {
        while (!isOver) answers.push(await search())
      }),
    )
    process.kill(killed.pid, 'SIGKILL')
    const since = Date.now()
    while (!answers.some(({ isOff }) => isOff) && Date.now() - since < 10_000) await wait(20)
    while ((await search()).isOff && Date.now() - since < 40_000) await wait(100)
    const lasted = Date.now() - since
    isOver = true
    await asking
    expect(answers.filter(({ status }) => status >= 500)).to.deep.equal([])
    const meanwhile = answers.filter(({ isOff }) => isOff)
    expect(meanwhile.length, 'answers with the notice').to.be.greaterThan(0)
    for (const { q, hits } of meanwhile) expect(hits, q).to.be.greaterThan(0)
    expect(lasted).to.be.lessThan(30_000)
    expect(await search()).to.include({ status: 200, isOff: false })
    expect(runningEngine(app().dir, 'meilisearch')?.pid).not.to.equal(killed.pid)
    expect(app().servers('meilisearch')).to.have.length(1)
    const { index } = await settled()
    expect(index).to.deep.include({ missing: [], extra: [] })
  })

  it('leaves every file once when an import on engines of its own is killed, and ends the engines it left', async () => {
    const stopped = once(server, 'exit')
    server.kill('SIGTERM')
    await stopped
    const folder = path.join(app().dir, 'more')
    fill(folder, { from: FILES, to: FILES + 40 })
    await killInTheMiddle(folder, 40)
    const { code, output } = await app().run('scripts/import.ts', folder).done
    expect(code, output).to.equal(0)
    for (const name of ['mongod', 'meilisearch'] as const)
      expect(app().servers(name), name).to.have.length(0)
    const { files, index } = await ask()
    expect(hashesIn(folder).map(hash => files[hash])).to.deep.equal(Array(40).fill(1))
    expect(index).to.deep.include({ missing: [], extra: [] })
  })
})
