import { expect } from 'chai'
import { Citation } from '../../server/models/Citation.ts'
import { DocumentFile } from '../../server/models/DocumentFile.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { CITED, FULL_HEADER, HOSTILE, REPLACING, WITHOUT_NUMBER } from '../fixtures/dispatches.ts'
import { testApp, type SignedIn, type TestApp } from '../support/app.ts'
import { buildDocument, buildHome, buildRelation } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { wordsOf } from '../support/page.ts'

/** Posts the intake form as a browser does. */
async function handIn(
  clerk: SignedIn,
  {
    text = '',
    files = [],
    direction = '',
  }: { text?: string; files?: { name: string; bytes: Buffer }[]; direction?: string },
) {
  const post = clerk
    .rawPost('/drafts')
    .field('_csrf', await clerk.token())
    .field('text', text)
    .field('direction', direction)
  for (const { name, bytes } of files) post.attach('file', bytes, name)
  return post
}

/** What is done while the database takes no file of such a name. */
async function failingOn<T>(name: RegExp, act: () => Promise<T>): Promise<T> {
  const validate = (validator: object) =>
    DocumentFile.db.db?.command({ collMod: DocumentFile.collection.name, validator })
  await validate({ name: { $not: name } })
  try {
    return await act()
  } finally {
    await validate({})
  }
}

async function draftOf(clerk: SignedIn, text: string) {
  const answer = await handIn(clerk, { text })
  expect(answer.status).to.equal(303)
  const path = String(answer.headers.location)
  return { path, id: path.split('/').at(-1) ?? '' }
}

const unescape = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x60;', '`')
    .replaceAll('&amp;', '&')
const first = (pattern: RegExp, html: string) => unescape(pattern.exec(html)?.[1] ?? '')

/** The fields of the check page's form as they stand on it. */
function fieldsOf(html: string): Record<string, string> {
  const form = first(/(<form method="post"[^>]*id="draft">[\s\S]*?<\/form>)/u, html) && html
  const inputs = [...form.matchAll(/<input [^>]*>/gu)]
    .map(([tag]) => tag)
    .filter(tag => !tag.includes('type="checkbox"') || tag.includes(' checked'))
    .map(tag => [first(/name="([^"]*)"/u, tag), first(/value="([^"]*)"/u, tag)])
  const selects = [...form.matchAll(/<select [^>]*>[\s\S]*?<\/select>/gu)].map(([tag]) => [
    first(/name="([^"]*)"/u, tag),
    first(/<option value="([^"]*)" selected/u, tag),
  ])
  const areas = [...form.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/gu)]
  return Object.fromEntries([
    ...inputs,
    ...selects,
    ...areas.map(([, name = '', body = '']) => [name, unescape(body)]),
  ]) as Record<string, string>
}

describe('intake in the browser', () => {
  useDatabase()
  let app: TestApp
  let clerk: SignedIn

  beforeEach(async () => {
    await buildHome()
    app = testApp()
    clerk = await app.signedIn('clerk')
  })

  it('goes from a paste to a registered document without JavaScript', async () => {
    await buildDocument({ ...CITED, type: 'decision' })
    const { path, id } = await draftOf(clerk, FULL_HEADER)
    const page = await clerk.get(path)
    expect(page.status).to.equal(200)
    const words = wordsOf(page.text)
    expect(words)
      .to.include('731/SCT-QLNL')
      .and.to.include('Đã liên kết')
      .and.to.include('Chưa có trong sổ')
    const answer = await clerk.post(`${path}/confirm?orders=leave`, fieldsOf(page.text))
    expect(answer.headers.location).to.equal(`/documents/${id}`)
    const saved = await LegalDocument.findById(id).lean()
    expect(saved).to.include({
      state: 'confirmed',
      number: '731/SCT-QLNL',
      signer: 'Trần Thị Minh Họa',
      own: true,
      direction: 'outgoing',
    })
    expect(saved?.decidedFields).to.deep.equal([])
  })

  it('shows the words of the text on the page exactly as stored', async () => {
    const { path, id } = await draftOf(clerk, HOSTILE)
    const page = await clerk.get(`${path}?whole=1`)
    const stored = (await LegalDocument.findById(id).select('+text').lean())?.text ?? ''
    const shown = [...page.text.matchAll(/<p data-start="(\d+)">([\s\S]*?)<\/p>/gu)]
    expect(shown.length).to.be.greaterThan(5)
    for (const [, start = '', html = ''] of shown) {
      const plain = html.replace(/<a class="index[\s\S]*?<\/a>/gu, '').replace(/<[^>]+>/gu, '')
      const words = unescape(plain)
      expect(stored.slice(Number(start), Number(start) + words.length)).to.equal(words)
    }
  })

  it('escapes HTML and script of every field', async () => {
    const { path } = await draftOf(clerk, HOSTILE)
    const evil = '"><script>alert(9)</script>'
    const page = await clerk.get(path)
    const fields = fieldsOf(page.text)
    for (const name of [
      'number',
      'issuerName',
      'parentAgency',
      'place',
      'title',
      'signer',
      'signerRole',
      'signingMode',
      'addressees',
      'recipients',
    ])
      fields[name] = evil
    await clerk.post(path, fields)
    for (const shown of [await clerk.get(path), await clerk.get('/intake')]) {
      expect(shown.status).to.equal(200)
      expect(shown.text).not.to.match(/<script>alert|<img src=x|<svg onload|href="javascript:/u)
    }
  })

  it('keeps what was typed when a date is no day, and saves nothing', async () => {
    const { path, id } = await draftOf(clerk, WITHOUT_NUMBER)
    const fields = {
      ...fieldsOf((await clerk.get(path)).text),
      issuedOn: '31/02/2021',
      signer: 'Tên vừa gõ',
    }
    const answer = await clerk.post(`${path}/confirm`, fields)
    expect(answer.status).to.equal(422)
    expect(wordsOf(answer.text)).to.include('“31/02/2021” không phải một ngày')
    expect(fieldsOf(answer.text)).to.include({ issuedOn: '31/02/2021', signer: 'Tên vừa gõ' })
    expect(await LegalDocument.findById(id).lean()).to.include({
      state: 'draft',
      signer: '',
      revision: 1,
    })
  })

  it('keeps typed values when a citation is decided on', async () => {
    const candidate = await buildDocument({ ...CITED, issuedOn: '2018-12-04' })
    const { path, id } = await draftOf(clerk, FULL_HEADER)
    const row = await Citation.findOne({ from: id, candidates: candidate._id }).lean()
    expect(row).to.include({ state: 'several' })
    const fields = { ...fieldsOf((await clerk.get(path)).text), title: 'Tên vừa sửa' }
    const act = `${path}/citations/${String(row?._id)}/link?to=${String(candidate._id)}&at=c-1`
    const answer = await clerk.post(act, fields)
    expect(answer.headers.location).to.equal(`${path}#c-1`)
    expect(await LegalDocument.findById(id).lean()).to.include({
      title: 'Tên vừa sửa',
      revision: 2,
    })
    expect(await Citation.findById(row?._id).lean()).to.include({
      state: 'linked',
      decision: 'linked',
    })
  })

  it('finds another document by its typed number, and says when there is none', async () => {
    const other = await buildDocument({ number: '88/2020/QĐ-UBND' })
    const { path, id } = await draftOf(clerk, FULL_HEADER)
    const row = await Citation.findOne({ from: id }).lean()
    const citation = String(row?._id)
    const fields = fieldsOf((await clerk.get(path)).text)
    const none = await clerk.post(`${path}/citations/${citation}/find`, {
      ...fields,
      [`find-${citation}`]: '999/2020/QĐ-XYZ',
    })
    expect(none.status).to.equal(422)
    expect(wordsOf(none.text)).to.include('Không thấy “999/2020/QĐ-XYZ” trong sổ.')
    const found = await clerk.post(`${path}/citations/${citation}/find`, {
      ...fields,
      [`find-${citation}`]: '88/2020/qđ-ubnd',
    })
    expect(found.status).to.equal(303)
    expect(String((await Citation.findById(citation).lean())?.to)).to.equal(String(other._id))
  })

  it('shows who else changed the draft and keeps what was typed', async () => {
    const { path } = await draftOf(clerk, FULL_HEADER)
    const fields = fieldsOf((await clerk.get(path)).text)
    await clerk.post(path, { ...fields, signer: 'Người một' })
    const answer = await clerk.post(path, { ...fields, signer: 'Người hai' })
    expect(answer.status).to.equal(409)
    expect(wordsOf(answer.text)).to.include('Người khác vừa sửa lúc')
    expect(fieldsOf(answer.text)).to.include({ signer: 'Người hai', revision: '2' })
  })

  it('opens reviews by a ticked change and takes them back', async () => {
    const old = await buildDocument({ ...CITED, type: 'decision' })
    for (let n = 0; n < 2; n += 1) {
      const own = await buildDocument({ own: true })
      await buildRelation({ from: own._id, to: old._id })
    }
    const { path } = await draftOf(clerk, REPLACING)
    const page = await clerk.get(path)
    expect(wordsOf(page.text))
      .to.include('2 văn bản bị chạm trực tiếp.')
      .and.to.include('mở 2 rà soát')
    const registered = await clerk.post(`${path}/confirm`, fieldsOf(page.text))
    const shown = await clerk.get(String(registered.headers.location))
    expect(wordsOf(shown.text)).to.include('Đã đăng ký. Đã mở 2 rà soát')
    const reviews = [...shown.text.matchAll(/name="reviews" value="([^"]+)"/gu)].map(
      ([, id = '']) => id,
    )
    const undone = await clerk.post('/intake/undo-opening', { reviews, returnTo: '/intake' })
    expect(undone.status).to.equal(303)
    expect(wordsOf((await clerk.get('/intake')).text)).to.include('Đã đóng 2 rà soát vừa mở.')
  })

  it('shows a duplicate side by side and registers it for a reason', async () => {
    await draftOf(clerk, FULL_HEADER)
    const again = await handIn(clerk, { text: FULL_HEADER })
    const sheet = String(again.headers.location)
    expect(sheet).to.match(/^\/intake\/duplicate\?hash=/u)
    const page = await clerk.get(sheet)
    expect(wordsOf(page.text)).to.include('Văn bản này đã có').and.to.include('731/SCT-QLNL')
    const hash = new URLSearchParams(sheet.split('?')[1]).get('hash') ?? ''
    const without = await clerk.post('/intake/duplicate', {
      hash,
      name: 'lại.txt',
      decision: 'anyway',
      reason: '',
    })
    expect(without.status).to.equal(422)
    expect(await LegalDocument.countDocuments()).to.equal(1)
    const joined = await clerk.post('/intake/duplicate', {
      hash,
      name: 'lại.txt',
      decision: 'join',
      part: 'signedCopy',
    })
    expect(joined.status).to.equal(303)
    expect(await DocumentFile.countDocuments({ part: 'signedCopy', name: 'lại.txt' })).to.equal(1)
    const anyway = await clerk.post('/intake/duplicate', {
      hash,
      name: 'lại.txt',
      decision: 'anyway',
      reason: 'Bản gửi nơi khác',
    })
    expect(anyway.headers.location).to.match(/^\/drafts\//u)
    expect(await LegalDocument.countDocuments({ duplicateReason: 'Bản gửi nơi khác' })).to.equal(1)
    const pair = await clerk.get(`${String(anyway.headers.location)}/duplicate`)
    expect(pair.status).to.equal(200)
  })

  it('takes several files at once and names the refused ones', async () => {
    const files = [
      { name: 'mot.txt', bytes: Buffer.from(FULL_HEADER) },
      { name: 'rong.pdf', bytes: Buffer.alloc(0) },
      { name: 'hai.txt', bytes: Buffer.from(WITHOUT_NUMBER) },
    ]
    const answer = await handIn(clerk, { files })
    expect(answer.status).to.equal(422)
    const words = wordsOf(answer.text)
    expect(words)
      .to.include('rong.pdf')
      .and.to.include('Tệp không có nội dung')
      .and.to.include('Đã lập dự thảo')
    expect(await LegalDocument.countDocuments()).to.equal(2)
  })

  it('tells of a file that fails by its name, and takes in the others', async () => {
    const files = ['mot.txt', 'hong.txt', 'ba.txt'].map(name => ({
      name,
      bytes: Buffer.from(`${FULL_HEADER}\n${name}`),
    }))
    const answer = await failingOn(/^hong/u, () =>
      handIn(clerk, { files, text: WITHOUT_NUMBER, direction: 'outgoing' }),
    )
    expect(answer.status).to.equal(422)
    const words = wordsOf(answer.text)
    expect(words).to.match(
      /Soát gặp lỗi khi nhận “hong\.txt”.{0,120}báo quản trị mã [0-9a-f]{8}\./u,
    )
    expect(words.match(/Đã lập dự thảo/gu)).to.have.lengthOf(3)
    expect(await LegalDocument.countDocuments()).to.equal(3)
    expect(answer.text).not.to.include(WITHOUT_NUMBER.slice(0, 30))
    const again = await handIn(clerk, { files: files.slice(1, 2) })
    expect(again.status).to.equal(303)
  })

  it('keeps a pasted text that fails in its box', async () => {
    for (const files of [[], [{ name: 'mot.txt', bytes: Buffer.from(FULL_HEADER) }]]) {
      const answer = await failingOn(/^Văn bản dán/u, () =>
        handIn(clerk, { files, text: 'Căn cứ <Nghị định> số 34', direction: 'outgoing' }),
      )
      expect(answer.status).to.equal(422)
      expect(wordsOf(answer.text)).to.include('Soát gặp lỗi khi nhận văn bản dán')
      expect(answer.text).to.match(
        /<textarea [^>]*name="text"[^>]*>\n?Căn cứ &lt;Nghị định&gt; số 34</u,
      )
      expect(answer.text).to.match(/<option value="outgoing" selected/u)
    }
    expect(await LegalDocument.countDocuments()).to.equal(1)
  })

  it('refuses an empty paste at its field', async () => {
    const answer = await handIn(clerk, { text: '  ' })
    expect(answer.status).to.equal(422)
    expect(wordsOf(answer.text)).to.include('Chưa có nội dung. Dán văn bản hoặc chọn tệp.')
    expect(await LegalDocument.countDocuments()).to.equal(0)
  })

  it('takes a document without text from a stub page', async () => {
    const sent = await clerk.get('/intake?number=60%2F2021%2FN%C4%90-CP&type=decree')
    expect(sent.headers.location).to.equal(
      '/intake/manual?number=60%2F2021%2FN%C4%90-CP&type=decree',
    )
    const form = await clerk.get(String(sent.headers.location))
    expect(form.text).to.include('value="60/2021/NĐ-CP"')
    const nothing = await clerk.post('/intake/manual', { number: '', title: '', type: '' })
    expect(nothing.status).to.equal(422)
    const answer = await clerk.post('/intake/manual', {
      number: '60/2021/NĐ-CP',
      type: 'decree',
      issuedOn: '21/6/2021',
      issuerName: 'Chính phủ',
      title: 'Cơ chế tự chủ',
    })
    const page = await clerk.get(String(answer.headers.location))
    expect(wordsOf(page.text)).to.include('Chưa có lớp văn bản')
    const done = await clerk.post(`${String(answer.headers.location)}/confirm`, fieldsOf(page.text))
    expect(done.headers.location).to.match(/^\/documents\//u)
    expect(await LegalDocument.findOne({ number: '60/2021/NĐ-CP' }).lean()).to.include({
      state: 'confirmed',
      issuedOn: '2021-06-21',
      issuerKey: 'cp',
    })
  })

  it('puts a draft away only with a reason', async () => {
    const { path, id } = await draftOf(clerk, FULL_HEADER)
    const fields = fieldsOf((await clerk.get(path)).text)
    expect(
      (await clerk.post(`${path}/discard`, { ...fields, discardReason: ' ' })).status,
    ).to.equal(422)
    expect(
      (await clerk.post(`${path}/discard`, { ...fields, discardReason: 'Gửi nhầm' })).status,
    ).to.equal(303)
    expect(await LegalDocument.findById(id).lean()).to.include({
      state: 'withdrawn',
      withdrawnReason: 'Gửi nhầm',
    })
    expect((await clerk.get(path)).status).to.equal(200)
  })

  it('reads a text pasted beside a file that holds none', async () => {
    const answer = await handIn(clerk, { files: [{ name: 'anh.png', bytes: PNG }] })
    const path = String(answer.headers.location)
    const page = await clerk.get(path)
    expect(wordsOf(page.text)).to.include('Chưa có lớp văn bản')
    const post = clerk
      .rawPost(`${path}/text`)
      .field('_csrf', await clerk.token())
      .field('revision', '1')
      .field('isForm', '1')
    expect((await post.field('text', FULL_HEADER)).status).to.equal(303)
    expect(await LegalDocument.findById(path.split('/').at(-1)).lean()).to.include({
      hasText: true,
      number: '731/SCT-QLNL',
    })
    expect(await DocumentFile.countDocuments({ kind: 'image' })).to.equal(1)
  })

  it('sends the original for download only, under its Vietnamese name', async () => {
    const answer = await handIn(clerk, {
      files: [{ name: 'Công văn số 1.html.txt', bytes: Buffer.from(HOSTILE) }],
    })
    expect(answer.status).to.equal(303)
    const file = await DocumentFile.findOne().lean()
    const got = await clerk.get(`/files/${String(file?._id)}`)
    expect(got.status).to.equal(200)
    expect(got.headers['content-type']).to.equal('text/plain; charset=utf-8')
    expect(got.headers['x-content-type-options']).to.equal('nosniff')
    expect(got.headers['content-disposition']).to.match(
      /^attachment;.*filename\*=UTF-8''C%C3%B4ng%20v%C4%83n/u,
    )
    expect(got.text).to.equal(HOSTILE)
    const reader = await app.signedIn('reader')
    await LegalDocument.updateMany({}, { secrecy: 'restricted' })
    expect((await reader.get(`/files/${String(file?._id)}`)).status).to.equal(404)
    expect((await clerk.get('/files/xyz')).status).to.equal(404)
  })

  it('opens a page of a very long text', async () => {
    const line =
      'Điều 1. Đèn chợ đêm theo Quyết định số 77/2018/QĐ-UBND ngày 03/12/2018 của UBND tỉnh Đồng Tháp.\n'
    await buildDocument({
      number: '77/2018/QĐ-UBND',
      issuedOn: '2018-12-03',
      issuerName: 'UBND tỉnh Đồng Tháp',
    })
    const { path } = await draftOf(clerk, `THÔNG BÁO\nĐèn chợ đêm\n\n${line.repeat(5000)}`)
    const page = await clerk.get(`${path}?lines=4001`)
    expect(page.status).to.equal(200)
    expect(wordsOf(page.text)).to.include('Đang hiện dòng 4001–').and.to.include('Các dòng trước')
    expect(wordsOf(page.text)).to.include('Sẽ nối 5.000 viện dẫn')
    expect((await clerk.post(`${path}?lines=4001`, fieldsOf(page.text))).status).to.equal(303)
  }).timeout(60_000)
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
