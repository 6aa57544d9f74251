import { expect } from 'chai'
import type { CitationRecord } from '../../server/models/Citation.ts'
import { testApp, type SignedIn } from '../support/app.ts'
import { buildCitation, buildDocument, buildHome } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { wordsOf } from '../support/page.ts'

describe('citations on the check page', () => {
  useDatabase()
  let clerk: SignedIn

  beforeEach(async () => {
    await buildHome()
    clerk = await testApp().signedIn('clerk')
  })

  /** A draft with one citation of `08/2022/QĐ-UBND`. */
  async function draftCiting(fields: Partial<CitationRecord>) {
    const target = await buildDocument({ number: '08/2022/QĐ-UBND' })
    const draft = await buildDocument({ state: 'draft', text: 'Bãi bỏ khoản 2 Điều 5.' })
    const citation = await buildCitation({
      from: draft._id,
      number: '08/2022/QĐ-UBND',
      isLive: false,
      state: 'linked',
      to: target._id,
      ...fields,
    })
    return { path: `/drafts/${String(draft._id)}`, citation, target, draft }
  }

  const REPEAL = { relation: 'repeals', scope: 'part', pinpoint: 'khoản 2 Điều 5' } as const

  it('shows the provision and that only a part falls, in the row and where the change is agreed to', async () => {
    const { path } = await draftCiting(REPEAL)
    const { text } = await clerk.get(path)
    expect(text).to.include('<span class="found-use">Bãi bỏ một phần: khoản 2 Điều 5</span>')
    expect(wordsOf(text)).to.include('Xác nhận: bãi bỏ một phần 08/2022/QĐ-UBND: khoản 2 Điều 5')
  })

  it('shows it in what a registered document cites', async () => {
    const target = await buildDocument()
    const from = await buildDocument()
    await buildCitation({ ...REPEAL, from: from._id, state: 'linked', to: target._id })
    const { text } = await clerk.get(`/documents/${String(from._id)}?tab=related`)
    expect(wordsOf(text)).to.include('Bãi bỏ một phần: khoản 2 Điều 5')
  })

  it('names the provisions of a change before it is recorded', async () => {
    const target = await buildDocument()
    await buildDocument({ number: '61/2026/QĐ-UBND' })
    const look = await clerk.post(`/documents/${String(target._id)}/relations`, {
      ...{ voice: 'in', kind: 'repeals', scope: 'part', other: '61/2026/QĐ-UBND' },
      ...{ provisions: 'khoản 2 Điều 5', reason: 'Công báo', revision: target.revision },
    })
    expect(wordsOf(look.text)).to.include('bãi bỏ một phần: khoản 2 Điều 5')
  })

  it('shows a doubt in its row and counts it in the bar with a way to it', async () => {
    const { path } = await draftCiting({ doubts: ['yearMismatch'] })
    const { text } = await clerk.get(path)
    expect(wordsOf(/<span class="found-doubt">[\s\S]*?<\/div>/u.exec(text)?.[0] ?? '')).to.include(
      'Năm trong số khác năm của ngày ban hành.',
    )
    expect(text).to.include('<a class="confirm-doubts" href="#c-1">1 chỗ nghi ngờ</a>')
  })

  it('counts no doubt where there is none', async () => {
    const { path } = await draftCiting({})
    expect((await clerk.get(path)).text).not.to.match(/found-doubt|confirm-doubts/u)
  })

  it('asks whether a number read from a scan means the one document it fits', async () => {
    const { target, path, draft } = await draftCiting({})
    await buildCitation({
      from: draft._id,
      state: 'several',
      reason: 'readByOcr',
      candidates: [target._id],
    })
    const words = wordsOf((await clerk.get(path)).text)
    expect(words).to.include('Đọc từ bản quét Có phải văn bản này?')
    expect(words).to.include('20/2019/QĐ-UBND: đọc từ bản quét')
    expect(words).not.to.include('Nhiều văn bản khớp')
  })

  it('keeps both lamps of a row together', async () => {
    const { path } = await draftCiting({})
    const force = /<div class="found-force">[\s\S]*?<\/div>/u.exec((await clerk.get(path)).text)
    expect(wordsOf(force?.[0] ?? '')).to.match(/^khi viện dẫn.*hôm nay/u)
  })

  it('saves relation and provision with the button under them', async () => {
    const { path, citation } = await draftCiting(REPEAL)
    const { text } = await clerk.get(path)
    const id = String(citation._id)
    const places = ['number', 'pinpoint'].map(part => text.indexOf(`id="cite-${id}-${part}"`))
    const relation = text.indexOf(`id="relation-${id}"`)
    const save = text.indexOf(`citations/${id}/correct`)
    expect(places.every(at => at > 0 && at < save)).to.equal(true)
    expect(relation)
      .to.be.greaterThan(places[0] ?? 0)
      .and.to.be.lessThan(save)
    expect(text.match(new RegExp(`id="relation-${id}"`, 'gu'))).to.have.length(1)
  })

  it('writes both down when that button is pressed', async () => {
    const { path, citation, draft } = await draftCiting(REPEAL)
    const id = String(citation._id)
    const answer = await clerk.post(`${path}/citations/${id}/correct`, {
      ...{ isForm: '1', revision: draft.revision },
      [`relation[${id}]`]: 'amends',
      [`cite[${id}][pinpoint]`]: 'khoản 3 Điều 5',
    })
    expect(answer.status).to.equal(303)
    const { text } = await clerk.get(path)
    expect(wordsOf(text)).to.include('Sửa đổi, bổ sung một phần: khoản 3 Điều 5')
  })
})
