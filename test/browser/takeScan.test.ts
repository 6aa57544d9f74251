import { expect } from 'chai'
import { draftFromFile } from '../../server/intake/draftFromFile.ts'
import { DocumentFile } from '../../server/models/DocumentFile.ts'
import { actorFrom } from '../../server/people/sessionActor.ts'
import { newUser, testApp, TEST_PASSWORD, type TestApp } from '../support/app.ts'
import { useSite } from '../support/browser.ts'
import { connectTestDatabase, emptyDatabase } from '../support/database.ts'
import { buildPdf } from '../support/pdf.ts'
import { load } from '../support/takeIn.ts'

const WORDS = 'Căn cứ Quyết định số 47/2021/QĐ-UBND ngày 12 tháng 8 năm 2021'

describe('taking over the text of a scan in the browser', function () {
  this.timeout(300_000)
  let app: TestApp
  const site = useSite(async () => {
    await connectTestDatabase()
    await emptyDatabase()
    app = testApp()
    return app.app
  })

  it('takes it with one click on the check page', async () => {
    const user = await newUser(['clerk'])
    const file = { name: 'Bản quét.pdf', bytes: buildPdf([[], []]) }
    const answer = await draftFromFile({ file, actor: actorFrom(user), ...app.services })
    if (!answer.ok) throw new Error('not taken in')
    const read = { state: 'read', engine: 'tesseract 9.1.2', pagesDone: 2, confidences: [75, 75] }
    await DocumentFile.updateOne({ document: answer.id }, { $set: { ocr: read, ocrText: WORDS } })
    const context = await site().signedIn({ username: user.username, password: TEST_PASSWORD })
    const page = await context.newPage()
    await page.goto(`/drafts/${String(answer.id)}`)
    await page.getByRole('button', { name: 'Dùng văn bản OCR' }).click()
    await page.waitForSelector('[data-citation-text]')
    expect((await load(answer.id)).text).to.equal(WORDS)
    await context.close()
  })
})
