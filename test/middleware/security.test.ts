import { expect } from 'chai'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { newUser, testApp, TEST_PASSWORD } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'
import { wordsOf } from '../support/page.ts'

describe('security', () => {
  useDatabase()

  it('refuses a form without the token of its session, and says what to do', async () => {
    const { visitor, signedIn } = testApp()
    const user = await newUser(['reader'])
    const foreign = await visitor().token()
    const one = visitor()
    await one.token()
    for (const _csrf of ['', 'x', foreign]) {
      const form = { username: user.username, password: TEST_PASSWORD, _csrf }
      const page = await one.rawPost('/sign-in').type('form').send(form)
      expect(page.status).to.equal(403)
      expect(wordsOf(page.text)).to.contain('Phiên làm việc đã đổi. Mở lại trang rồi gửi lại.')
    }
    const clerk = await signedIn('clerk')
    expect((await clerk.rawPost('/sign-out')).status).to.equal(403)
    expect((await clerk.get('/account')).status).to.equal(200)
  })

  it('takes the token in a header', async () => {
    const clerk = await testApp().signedIn('clerk')
    const token = await clerk.token()
    const answer = await clerk.rawPost('/sign-out').set('x-csrf-token', token)
    expect(answer.status).to.equal(303)
  })

  const FROM: [Record<string, string>, number][] = [
    [{ 'sec-fetch-site': 'same-origin' }, 303],
    [{ 'sec-fetch-site': 'none' }, 303],
    [{}, 303],
    [{ host: 'soat.test', origin: 'http://soat.test' }, 303],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ host: 'soat.test', origin: 'http://evil.test' }, 403],
    [{ host: 'soat.test', origin: 'null' }, 403],
  ]
  for (const [headers, status] of FROM) {
    it(`answers ${status} to a post with ${JSON.stringify(headers)}`, async () => {
      const clerk = await testApp().signedIn('clerk')
      const token = await clerk.token()
      const request = clerk.rawPost('/sign-out').set(headers).type('form').send({ _csrf: token })
      expect((await request).status).to.equal(status)
    })
  }

  it('sends strict headers; HSTS only with https', async () => {
    const plain = await testApp().visitor().get('/sign-in')
    const policy = plain.headers['content-security-policy'] ?? ''
    expect(policy).to.contain("default-src 'self'").and.contain("frame-ancestors 'none'")
    expect(policy).to.contain("form-action 'self'").and.not.contain('unsafe')
    expect(plain.headers).to.include({ 'referrer-policy': 'same-origin' })
    expect(plain.headers).not.to.have.any.keys('strict-transport-security', 'x-powered-by')
    const env = { BASE_URL: 'https://soat.example.vn', TRUST_PROXY: '1' }
    const behind = testApp({ env }).visitor().get('/sign-in').set('x-forwarded-proto', 'https')
    const { headers } = await behind
    expect(headers['strict-transport-security']).to.match(/max-age=\d+/)
    expect(headers['set-cookie']?.[0]).to.contain('Secure')
  })

  it('answers what cannot be read with a page: unknown path, odd id, broken body, too much', async () => {
    const admin = await testApp().signedIn('admin')
    const missing = await admin.get('/khong-co')
    expect([missing.status, wordsOf(missing.text)].join(' ')).to.match(/^404 .*Không có trang này/)
    expect((await admin.get('/admin/users/xyz')).status).to.equal(404)
    expect((await admin.get('/admin/users/%E0%A4%A')).status).to.equal(400)
    expect((await admin.get('/assets/none.css')).status).to.equal(404)
    const token = await admin.token()
    const large = admin.rawPost('/admin/units').type('form')
    expect((await large.send(`_csrf=${token}&name=${'a'.repeat(13_000_000)}`)).status).to.equal(413)
    const json = await admin.get('/khong-co').set('accept', 'application/json')
    expect(json.body).to.deep.equal({ error: 'Không có trang này' })
  })

  it('refuses other roles and visitors', async () => {
    const { signedIn, visitor } = testApp()
    const clerk = await signedIn('clerk')
    const page = await clerk.get('/admin/users')
    expect(page.status).to.equal(403)
    expect(wordsOf(page.text)).to.contain('Bạn không có quyền mở trang này')
    expect((await clerk.post('/admin/units', { name: 'Phòng lạ' })).status).to.equal(403)
    expect((await visitor().post('/admin/units', { name: 'Phòng lạ' })).status).to.equal(401)
    expect(await AuditEntry.countDocuments({ action: 'unitCreate' })).to.equal(0)
  })
})
