import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import { csrfIn, newUser, testApp, TEST_PASSWORD } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'

describe('sessions', () => {
  useDatabase()
  let server: Server
  afterEach(() => server.close())

  it('are saved before a redirect leaves: a browser follows it as soon as it sees the headers', async () => {
    const { app } = testApp()
    server = app.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { username } = await newUser(['clerk'])
    for (let n = 0; n < 10; n += 1) {
      const form = await fetch(`${url}/sign-in`)
      const body = new URLSearchParams({
        username,
        password: TEST_PASSWORD,
        _csrf: csrfIn(await form.text()),
      })
      const cookie = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
      const headers = { cookie: cookie(form) }
      const posted = { method: 'POST', body, headers, redirect: 'manual' as const }
      // Resolves with the headers, before the end of the answer.
      const signedIn = await fetch(`${url}/sign-in`, posted)
      expect(signedIn.status).to.equal(303)
      const next = { headers: { cookie: cookie(signedIn) }, redirect: 'manual' as const }
      expect((await fetch(`${url}/account`, next)).status, `time ${n + 1}`).to.equal(200)
    }
  })
})
