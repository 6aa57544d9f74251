import { expect } from 'chai'
import { testApp, type SignedIn } from '../support/app.ts'
import { buildCitation, buildDocument } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const KEY = 'n%3A20%2F2019%2FQD-UBND'

/** Where a page leads to the form of a new record. */
function manualHref(page: string): string {
  const [, href = ''] = /href="(\/intake\/manual\?[^"]+)"/.exec(page) ?? []
  return href.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')
}

describe('stubs', () => {
  useDatabase()
  let clerk: SignedIn

  beforeEach(async () => {
    clerk = await testApp().signedIn('clerk')
  })

  it('gathers what is cited and not registered, most cited first', async () => {
    await buildCitation({ number: '7/2018/QĐ-UBND' })
    const from = (await buildDocument())._id
    await buildCitation({ from })
    await buildCitation({ from, number: '20/2019/qđ–ubnd' })
    await buildCitation({ title: 'Luật Điện lực', year: 2024 })
    await buildCitation({ number: '1/2001/QĐ-UBND', isLive: false })
    await buildCitation({ number: '2/2002/QĐ-UBND', state: 'rejected', decision: 'rejected' })
    await buildCitation({ number: '3/2003/QĐ-UBND', decision: 'none' })
    const { text } = await clerk.get('/stubs')
    expect(text).to.include('3 văn bản được dẫn, chưa có trong sổ')
    expect(text.indexOf('20/2019/')).to.be.lessThan(text.indexOf('7/2018/QĐ-UBND'))
    expect(text).to.include('Luật Điện lực năm 2024')
    for (const number of ['1/2001', '2/2002', '3/2003']) expect(text).to.not.include(number)
  })

  it('says so when nothing waits', async () => {
    expect((await clerk.get('/stubs')).text).to.include('Mọi viện dẫn trong sổ đều đã có liên kết.')
  })

  it('names who cites it with the sentence, and drafts apart', async () => {
    const citing = await buildDocument({ number: '8/2020/QĐ-UBND' })
    const draft = await buildDocument({ number: '9/2020/QĐ-UBND', state: 'draft' })
    await buildCitation({ from: citing._id, sentence: 'Câu của văn bản đã đăng ký.' })
    await buildCitation({ from: draft._id, sentence: 'Câu của dự thảo.', isLive: false })
    const { text } = await clerk.get(`/stubs/${KEY}`)
    expect(text).to.include('8/2020/QĐ-UBND').and.include('Câu của văn bản đã đăng ký.')
    expect(text).to.include('1 chỗ, 1 văn bản')
    expect(text.indexOf('Trong dự thảo')).to.be.lessThan(text.indexOf('Câu của dự thảo.'))
  })

  it('offers the form of a new record, filled with what the citations say', async () => {
    const said = {
      resolvedType: 'decision',
      issuedOn: '2019-08-29',
      issuer: 'UBND tỉnh Đồng Tháp',
    } as const
    await buildCitation(said)
    await buildCitation({ ...said, issuedOn: '2019-08-29' })
    await buildCitation({ issuedOn: '2019-08-28' })
    const { text } = await clerk.get(`/stubs/${KEY}`)
    const href = manualHref(text)
    const query = new URL(href, 'http://x').searchParams
    expect(Object.fromEntries(query)).to.deep.equal({
      number: '20/2019/QĐ-UBND',
      type: 'decision',
      issuedOn: '2019-08-29',
      issuerName: 'UBND tỉnh Đồng Tháp',
    })
    expect((await clerk.get(href)).text).to.include('value="UBND tỉnh Đồng Tháp"')
    expect(text).to.include('29/08/2019 (2)')
    const reader = await testApp().signedIn('reader')
    expect((await reader.get(`/stubs/${KEY}`)).text).to.not.include('/intake/manual')
  })

  it('is filled in as well for a document of the starter catalogue', async () => {
    const said = { number: '60/2021/NĐ-CP', type: 'decree', issuerName: 'Chính phủ' } as const
    const row = await buildDocument({ ...said, origin: 'starter' })
    const { text } = await clerk.get(`/documents/${String(row._id)}`)
    const form = await clerk.get(manualHref(text))
    expect(form.text).to.include('value="Chính phủ"').and.include('value="60/2021/NĐ-CP"')
  })

  it('leads to the document once it is registered', async () => {
    const document = await buildDocument({ number: '20/2019/QĐ-UBND' })
    const { status, headers } = await clerk.get(`/stubs/${KEY}`)
    expect([status, headers.location]).to.deep.equal([303, `/documents/${String(document._id)}`])
  })

  it('lists the documents when some citations still wait or several answer', async () => {
    await buildDocument({ number: '20/2019/QĐ-UBND', title: 'Bản của Đồng Tháp' })
    await buildDocument({
      number: '20/2019/QĐ-UBND',
      title: 'Bản của Quảng Trị',
      issuerName: 'UBND tỉnh Quảng Trị',
    })
    await buildCitation({ state: 'several' })
    const { text } = await clerk.get(`/stubs/${KEY}`)
    expect(text).to.include('Bản của Đồng Tháp').and.include('Bản của Quảng Trị')
  })

  it('knows no key that nobody cites', async () => {
    expect((await clerk.get('/stubs/n%3A99%2F1999%2FX')).status).to.equal(404)
  })
})
