import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { connectMeili, disconnectMeili } from '../../server/lib/meili.ts'
import { demoSignInPassword } from '../../scripts/demo/people.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Review, type ReviewRecord } from '../../server/models/Review.ts'
import { Unit } from '../../server/models/Unit.ts'
import { rebuildIndex } from '../../server/search/rebuildIndex.ts'
import { useSite } from '../support/browser.ts'
import { connectTestDatabase, emptyDatabase } from '../support/database.ts'
import { takeSnapshot } from '../support/snapshot.ts'
import { demoWorld, type World } from '../support/world.ts'

const NUMBER = '62/2026/QĐ-UBND'
const DISPATCH = `ỦY BAN NHÂN DÂN
TỈNH ĐỒNG THÁP

Số: ${NUMBER}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Đồng Tháp, ngày 20 tháng 11 năm 2026

QUYẾT ĐỊNH
Ban hành Quy định phối hợp rút gọn thủ tục đấu nối trạm sạc xe điện trên địa bàn tỉnh

ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP

Theo đề nghị của Giám đốc Sở Công Thương.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy định phối hợp rút gọn thủ tục đấu nối trạm sạc xe điện.

Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 12 năm 2026 và thay thế Quyết định số 20/2019/QĐ-UBND ngày 29/8/2019 của UBND tỉnh Đồng Tháp.

Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành Quyết định này.

Nơi nhận:
- Như Điều 3;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Huỳnh Quốc Thái
`

/** Who of ours rests on 20/2019/QĐ-UBND, by responsible unit; the last two only through another. */
const RESTING: Record<string, string[]> = {
  'Phòng Quản lý công nghiệp': [
    '08/2020/QĐ-UBND',
    '09/2021/QĐ-UBND',
    '15/KH-SCT',
    '31/QĐ-SCT',
    '412/HD-SCT',
  ],
  'Văn phòng Sở': ['143/QĐ-SCT', '58/QĐ-SCT', '61/KH-SCT'],
  'Trung tâm Khuyến công': ['96/QĐ-SCT'],
}
const INDIRECT = ['31/QĐ-SCT', '58/QĐ-SCT']
/** One person of each unit, whose queue is looked at. */
const MEMBERS: Record<string, string> = {
  'Phòng Quản lý công nghiệp': 'chuyenvien',
  'Phòng Quản lý thương mại': 'chuyenvientm',
  'Văn phòng Sở': 'chanhvp',
  'Trung tâm Khuyến công': 'khuyencong',
}
const ALL = Object.values(RESTING).flat()

describe('the whole path in a browser', function () {
  this.timeout(600_000)
  let world: World
  let restore: () => Promise<void>
  const site = useSite(async () => {
    await connectTestDatabase()
    await emptyDatabase()
    world = await demoWorld()
    restore = await takeSnapshot()
    return world.app
  })
  beforeEach(() => restore())
  after(async () => {
    disconnectMeili()
    await emptyDatabase()
  })

  async function pageOf(username: string, options = {}): Promise<Page> {
    const context = await site().signedIn({ username, password: demoSignInPassword() }, options)
    return context.newPage()
  }
  const wordsOf = (page: Page) => page.locator('main').innerText()

  /** Pastes the decision and looks at the filled form; stays on the check page. */
  async function paste(page: Page): Promise<string> {
    await page.goto('/intake')
    await page.fill('#text', DISPATCH)
    await page.click('form[action="/drafts"] button.button-primary')
    await page.waitForURL(/\/drafts\/[\da-f]{24}$/u)
    const typed = (name: string) => page.locator(`[name="${name}"]`).inputValue()
    expect(await typed('number')).to.equal(NUMBER)
    expect(await typed('type')).to.equal('decision')
    expect(await typed('issuedOn')).to.equal('20/11/2026')
    expect(await typed('place')).to.equal('Đồng Tháp')
    expect((await typed('issuerName')).toLowerCase()).to.equal('ủy ban nhân dân tỉnh đồng tháp')
    expect(await typed('title')).to.match(/^Ban hành Quy định phối hợp rút gọn thủ tục đấu nối/u)
    expect(await typed('signer')).to.equal('Huỳnh Quốc Thái')
    expect(await page.locator('input[name="confirmGroup"]').isChecked()).to.equal(true)
    expect(await page.locator('mark, a.cite').first().innerText()).to.include('20/2019/QĐ-UBND')
    return page.url()
  }

  const confirm = (page: Page) => page.locator('button[formaction$="/confirm"]:visible').click()

  /** Reviews the registered decision opened, with the number of their document. */
  async function opened(): Promise<(ReviewRecord & { number: string; unitName: string })[]> {
    const source = await LegalDocument.findOne({ number: NUMBER }).lean()
    const reviews = await Review.find({ triggerDocument: source?._id }).lean<ReviewRecord[]>()
    return Promise.all(
      reviews.map(async review => ({
        ...review,
        number: (await LegalDocument.findById(review.document).orFail().lean()).number,
        unitName: (await Unit.findById(review.unit).lean())?.name ?? '',
      })),
    )
  }

  async function expectOneReviewEach(): Promise<void> {
    const reviews = await opened()
    expect(reviews.map(({ number }) => number).sort()).to.deep.equal([...ALL].sort())
    for (const { number, unitName } of reviews) expect(RESTING[unitName], number).to.include(number)
    const through = reviews.filter(({ depth }) => depth > 1).map(({ number }) => number)
    expect(through.sort()).to.deep.equal(INDIRECT)
  }

  /** Each unit's queue shows its own of them and none of another unit's. */
  async function expectInQueues(): Promise<void> {
    const reviews = await opened()
    for (const [unit, username] of Object.entries(MEMBERS)) {
      const page = await pageOf(username)
      await page.goto('/reviews?scope=unit')
      const links = await page
        .locator('main a[href^="/reviews/"]')
        .evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
      const shown = reviews.filter(({ _id }) => links.some(href => href.includes(String(_id))))
      const numbers = [...new Set(shown.map(({ number }) => number))].sort()
      expect(numbers, unit).to.deep.equal(RESTING[unit] ?? [])
      await page.context().close()
    }
  }

  it('goes from the pasted decision to the approved review: clerk, reader, reviewer, legal lead', async () => {
    const url = process.env.SOAT_TEST_MEILI_URL
    if (url) {
      const key = process.env.SOAT_TEST_MEILI_KEY ?? ''
      await connectMeili({ url, key }, { indexPrefix: `walk_${process.pid}_` })
      await rebuildIndex(world.test.services.outside.now())
    }
    const clerk = await pageOf('vanthu')
    await paste(clerk)
    await confirm(clerk)
    await clerk.waitForURL(/\/documents\/[\da-f]{24}/u)
    const documentPath = new URL(clerk.url()).pathname
    expect(await clerk.locator('.toast').innerText()).to.match(
      /Đã đăng ký\. .*Đã mở 9 rà soát, báo \d+ người\./u,
    )
    await expectOneReviewEach()
    await expectInQueues()
    await readerFinds(documentPath)
    await reviewAndApprove()
  })

  async function readerFinds(documentPath: string): Promise<void> {
    const reader = await pageOf('tracuu')
    for (const words of [
      '62/2026',
      'qd 62 2026 ubnd',
      'rut gon thu tuc dau noi tram sac',
      'trạm sạc xe điện',
    ]) {
      await reader.goto('/')
      await reader.fill('input[name="q"]', words)
      await reader.press('input[name="q"]', 'Enter')
      await reader.waitForURL(/\/search\?/u)
      await reader.locator('.hit a', { hasText: NUMBER }).first().click()
      await reader.waitForURL(`**${documentPath}*`)
      expect(await reader.locator('h1').innerText()).to.include(NUMBER)
    }
    await reader.context().close()
  }

  async function reviewAndApprove(): Promise<void> {
    const review = (await opened()).find(({ number }) => number === '08/2020/QĐ-UBND')!
    const path = `/reviews/${String(review._id)}`
    const reviewer = await pageOf('chuyenvien')
    await reviewer.goto('/')
    await reviewer.locator(`main a[href*="${path}"]`).first().click()
    await reviewer.waitForURL(`**${path}*`)
    await reviewer.locator(`form[action="${path}/accept"] button`).click()
    await reviewer.selectOption('select[name="finding_3"]', 'conflicts')
    await reviewer.fill('textarea[name="note_3"]', 'Thời gian 10 ngày không còn.')
    await reviewer.check('input[name="outcome"][value="amend"]')
    await reviewer.fill(
      'textarea[name="outcomeReason"]',
      'Điều 4 dẫn Điều 5 của văn bản đã bị thay thế.',
    )
    await reviewer.click(`button[formaction="${path}/submit"]`)
    expect(await reviewer.locator('.toast').innerText()).to.include('Đã trình duyệt')

    const lead = await pageOf('phapche')
    await lead.goto('/')
    expect(await wordsOf(lead)).to.include('08/2020/QĐ-UBND')
    await lead.goto(path)
    expect(await wordsOf(lead)).to.include('Điều 4 dẫn Điều 5 của văn bản đã bị thay thế.')
    await lead.click(`button[formaction="${path}/approve"]`)
    expect(await lead.locator('.toast').innerText()).to.include('Đã duyệt')
    expect(await Review.findById(review._id).lean()).to.include({ state: 'approved', isOpen: true })
    await expectFollowed({ lead, review })
    await expectNoSelfApproval(lead)
  }

  async function expectFollowed({
    lead,
    review,
  }: {
    lead: Page
    review: ReviewRecord
  }): Promise<void> {
    await lead.goto(`/documents/${String(review.document)}?tab=reviews`)
    expect(await wordsOf(lead))
      .to.include('Đã duyệt')
      .and.include('Sửa đổi')
    await lead.goto('/reviews?scope=all&state=approved')
    expect(await wordsOf(lead)).to.include('08/2020/QĐ-UBND')
    await lead.goto('/reviews?scope=all&state=submitted')
    expect(await wordsOf(lead)).not.to.include('08/2020/QĐ-UBND')
    await lead.goto('/')
    const waiting = lead.locator('main a', { hasText: 'Xem và duyệt' })
    const hrefs = await waiting.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))
    expect(hrefs.some(href => href.includes(String(review._id)))).to.equal(false)
  }

  /** The lead's own work needs another person. */
  async function expectNoSelfApproval(lead: Page): Promise<void> {
    const own = (await opened()).find(({ number }) => number === '96/QĐ-SCT')!
    const path = `/reviews/${String(own._id)}`
    await lead.goto(path)
    await lead.click(`form[action="${path}/keep"] button`)
    expect(await Review.findById(own._id).lean()).to.include({ state: 'submitted' })
    await lead.goto(path)
    expect(await lead.locator(`button[formaction="${path}/approve"]`).count()).to.equal(0)
    const token = await lead.locator('input[name="_csrf"]').first().inputValue()
    const { revision } = await Review.findById(own._id).orFail().lean()
    const form = { _csrf: token, revision: String(revision) }
    const answer = await lead.request.post(`${path}/approve`, { form })
    expect(answer.status()).to.equal(422)
    expect(await answer.text()).to.include('Người rà soát không được tự duyệt')
    expect(await Review.findById(own._id).lean()).to.include({ state: 'submitted' })
  }

  it('lets the clerk do the same without JavaScript, and opens none more when the form is sent again', async () => {
    const clerk = await pageOf('vanthu', { javaScriptEnabled: false })
    const checkPage = await paste(clerk)
    const again = await clerk.context().newPage()
    await again.goto(checkPage)
    await confirm(clerk)
    await clerk.waitForURL(/\/documents\//u)
    expect(await clerk.locator('.toast').innerText()).to.include('Đã mở 9 rà soát')
    await confirm(again)
    expect(await again.locator('main').innerText()).not.to.include('Đã mở')
    await expectOneReviewEach()
  })

  it('opens one review each when two people confirm at the same moment', async () => {
    const clerk = await pageOf('vanthu')
    const lead = await pageOf('phapche')
    const checkPage = await paste(clerk)
    await lead.goto(checkPage)
    await Promise.all([confirm(clerk), confirm(lead)])
    await Promise.all([clerk.waitForLoadState(), lead.waitForLoadState()])
    await expectOneReviewEach()
    const toasts = await Promise.all([clerk, lead].map(page => page.locator('.toast').count()))
    expect(toasts.sort(), 'one registered it').to.deep.equal([0, 1])
    expect(await LegalDocument.countDocuments({ number: NUMBER })).to.equal(1)
  })
})
