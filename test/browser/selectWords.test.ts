import { expect } from 'chai'
import { Citation } from '../../server/models/Citation.ts'
import { draftFromText } from '../../server/intake/draftFromText.ts'
import { WITHOUT_LETTERHEAD } from '../fixtures/dispatches.ts'
import { newUser, testApp, TEST_PASSWORD, type TestApp } from '../support/app.ts'
import { useSite } from '../support/browser.ts'
import { connectTestDatabase, emptyDatabase } from '../support/database.ts'
import { buildHome } from '../support/build.ts'
import { actorFrom } from '../../server/people/sessionActor.ts'

/** Selects from the first of two words to the end of the second in the text of the draft. */
const SELECT = `(words => {
  const paper = document.querySelector('[data-citation-text]')
  const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words)
    if (at < 0) continue
    getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length)
    return true
  }
  return false
})`

describe('marking a citation in the browser', function () {
  this.timeout(300_000)
  let app: TestApp
  const site = useSite(async () => {
    await connectTestDatabase()
    await emptyDatabase()
    await buildHome()
    app = testApp()
    return app.app
  })

  it('adds the words that were selected, behind another mark in the same paragraph', async () => {
    const user = await newUser(['clerk'])
    const answer = await draftFromText({
      text: WITHOUT_LETTERHEAD,
      actor: actorFrom(user),
      ...app.services,
    })
    if (!answer.ok) throw new Error('not taken in')
    const context = await site().signedIn({ username: user.username, password: TEST_PASSWORD })
    const page = await context.newPage()
    await page.goto(`/drafts/${String(answer.id)}`)
    expect(await page.evaluate(`${SELECT}('hướng dẫn có liên quan')`)).to.equal(true)
    await page.waitForFunction(`document.querySelector('input[name=start]').value !== ''`)
    await page.click(`button[formaction$="/citations"]`)
    await page.waitForURL(/#vien-dan$/u)
    const added = await Citation.findOne({ from: answer.id, origin: 'person' }).lean()
    expect(added?.quote).to.equal('hướng dẫn có liên quan')
    expect(WITHOUT_LETTERHEAD.normalize('NFC').slice(added?.start, added?.end)).to.equal(
      added?.quote,
    )
    await context.close()
  })
})
