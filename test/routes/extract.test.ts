import { expect } from 'chai'
import { extract } from '../../server/reading/index.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { newUser, testApp, TEST_PASSWORD, type SignedIn } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'

const TEXT =
  'Căn cứ khoản 2 Điều 5 Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ;\r\nvà Quyết định số 7/2031/QĐ-UBND'

describe('POST /api/extract', () => {
  useDatabase()
  let reader: SignedIn
  beforeEach(async () => {
    reader = await testApp({ env: { TEXT_LIMIT_MB: '1' } }).signedIn('reader')
  })

  const JSON_TYPE = 'application/json'
  const post = async (type: string, body: string | object) => {
    const token = await reader.token()
    return reader.rawPost('/api/extract').set('x-csrf-token', token).type(type).send(body)
  }
  const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

  it('reads a text sent as JSON, as plain text and as a form alike', async () => {
    const before = await AuditEntry.countDocuments()
    for (const answer of [
      await post(JSON_TYPE, { text: TEXT }),
      await post('text/plain', TEXT),
      await reader.post('/api/extract', { text: TEXT }),
    ]) {
      expect(answer.status).to.equal(200)
      expect(answer.body).to.deep.equal(asJson(extract(TEXT)))
    }
    expect(await AuditEntry.countDocuments()).to.equal(before)
  })

  it('counts in units of the text as it was sent', async () => {
    const text = TEXT.normalize('NFD')
    const answer = await post(JSON_TYPE, { text })
    const { citations } = answer.body as {
      citations: { start: number; end: number; quote: string }[]
    }
    expect(citations).to.have.lengthOf(2)
    for (const { start, end, quote } of citations) expect(text.slice(start, end)).to.equal(quote)
  })

  it('takes the form token in the body of JSON too', async () => {
    const request = reader.rawPost('/api/extract')
    const answer = await request.send({ text: TEXT, _csrf: await reader.token() })
    expect(answer.status).to.equal(200)
  })

  it('answers what cannot be read with 400 and words', async () => {
    for (const answer of [
      await post(JSON_TYPE, {}),
      await post(JSON_TYPE, { text: '  \n' }),
      await post(JSON_TYPE, { text: 5 }),
      await post(JSON_TYPE, [TEXT]),
      await post('text/plain', ''),
      await post('application/octet-stream', TEXT),
    ]) {
      expect(answer.status).to.equal(400)
      expect(answer.body).to.deep.equal({
        error:
          'Chưa có văn bản để đọc. Gửi văn bản trong trường text của JSON hoặc làm nội dung kiểu text/plain.',
      })
    }
    const broken = await post(JSON_TYPE, '{"text": ')
    expect(broken.status).to.equal(400)
    expect((broken.body as { error: string }).error).to.match(/^Không đọc được nội dung gửi lên/u)
  })

  it('answers what is too long with 413 and words', async () => {
    const error = 'Văn bản dài hơn 1 MB. Tách văn bản rồi nhập từng phần.'
    for (const size of [1_100_000, 4_000_000]) {
      const text = 'a'.repeat(size)
      for (const answer of [await post(JSON_TYPE, { text }), await post('text/plain', text)]) {
        expect(answer.status).to.equal(413)
        expect(answer.body).to.deep.equal({ error })
      }
    }
    const longest = await post('text/plain', 'a '.repeat(500_000))
    expect(longest.status).to.equal(200)
  })

  it('serves a program from sign-in to the answer, without a page read for its token', async () => {
    const test = testApp()
    const { username } = await newUser(['reader'])
    const { rawPost, get } = test.visitor()
    const token = async () => {
      const answer = await get('/api/token').set('accept', '*/*').expect(200)
      expect(answer.headers['cache-control']).to.equal('no-store')
      expect(answer.headers).not.to.have.property('access-control-allow-origin')
      return (answer.body as { token: string }).token
    }
    const first = await token()
    expect(await token()).to.equal(first)
    const fields = { username, password: TEST_PASSWORD, _csrf: first }
    await rawPost('/sign-in').type('form').send(fields).expect(303)
    const ask = (csrf: string) =>
      rawPost('/api/extract').set('x-csrf-token', csrf).send({ text: TEXT })
    expect((await ask(first)).status, 'the token of another session').to.equal(403)
    const answer = await ask(await token())
    expect(answer.body).to.deep.equal(asJson(extract(TEXT)))
  })

  it('refuses in JSON who is signed out, and a request without token', async () => {
    const visitor = testApp().visitor()
    const out = await visitor
      .rawPost('/api/extract')
      .set('x-csrf-token', await visitor.token())
      .send({ text: TEXT })
    expect([out.status, out.body]).to.deep.equal([401, { error: 'Chưa đăng nhập' }])
    const bare = await reader.rawPost('/api/extract').send({ text: TEXT })
    expect([bare.status, bare.body]).to.deep.equal([403, { error: 'Phiên làm việc đã đổi' }])
  })
})
