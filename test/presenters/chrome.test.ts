import { expect } from 'chai'
import { codes, ROLES } from '../../server/legal/glossary.ts'
import { testApp } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'

describe('the bar', () => {
  useDatabase()

  for (const role of codes(ROLES)) {
    it(`offers a ${role} only what a ${role} may open`, async () => {
      const person = await testApp().signedIn(role)
      const { text } = await person.get('/account')
      const nav = /<nav class="sections"[\s\S]*?<\/nav>/u.exec(text)?.[0] ?? ''
      const links = [...nav.matchAll(/href="([^"]+)"/gu)].map(([, href = '']) => href)
      expect(links).to.include('/documents')
      for (const link of [...links, '/inbox']) {
        expect((await person.get(link)).status, link).not.to.equal(403)
      }
    })
  }
})
