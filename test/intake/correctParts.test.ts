import { expect } from 'chai'
import { listNames } from '../../server/catalogue/learned/listNames.ts'
import type { CitationParts } from '../../server/intake/citationForm.ts'
import { decideCitation } from '../../server/intake/decideCitation.ts'
import { saveCorrections } from '../../server/intake/saveCorrections.ts'
import { Citation, type CitationRecord } from '../../server/models/Citation.ts'
import type { LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { buildDocument } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { clerk, load, OUTSIDE, takeIn } from '../support/takeIn.ts'

const by = { actor: clerk(), outside: OUTSIDE }

const letter = (body: string) => `UBND TỈNH LÂM ĐỒNG
SỞ XÂY DỰNG
Số: 77/SXD-VP

Lâm Đồng, ngày 04 tháng 3 năm 2024

Kính gửi: Các phòng thuộc Sở

${body}
`
const NUMBERED = letter(
  'Thực hiện khoản 2 Điều 5 Công văn số 31/BCHQL ngày 02/02/2024, các phòng báo cáo.',
)
const PLANNED = letter(
  'Thực hiện Kế hoạch kiểm tra năm 2023 của Sở Xây dựng, các phòng báo cáo kết quả.',
)
const REPLY = { number: '31/BCHQL', type: 'officialLetter', issuedOn: '2024-02-02' } as const

async function only(draft: LegalDocumentRecord): Promise<CitationRecord> {
  const rows = await Citation.find({ from: draft._id }).lean<CitationRecord[]>()
  expect(rows).to.have.length(1)
  return rows[0]!
}

async function correct(draft: LegalDocumentRecord, parts: CitationParts): Promise<CitationRecord> {
  const [{ revision }, { _id }] = [await load(draft._id), await only(draft)]
  const corrections = { citations: { [String(_id)]: { parts } } }
  const answer = await saveCorrections({ id: String(draft._id), revision, corrections, ...by })
  expect(answer.ok).to.equal(true)
  return only(draft)
}

type Decision = Parameters<typeof decideCitation>[0]['decision']

async function decide(draft: LegalDocumentRecord, decision: Decision): Promise<void> {
  const [{ revision }, { _id }] = [await load(draft._id), await only(draft)]
  const answer = await decideCitation({ citationId: String(_id), decision, revision, ...by })
  expect(answer.ok).to.equal(true)
}

describe('parts of a citation corrected by a person', () => {
  useDatabase()

  it('a pinpoint leaves "none of these" as it is, though the document is registered by now', async () => {
    const draft = await takeIn(NUMBERED)
    await decide(draft, { kind: 'none' })
    await buildDocument({ ...REPLY, issuerName: 'Ban Chỉ huy Quản lý thủy lợi' })
    expect(await correct(draft, { pinpoint: 'khoản 3 Điều 5' })).to.deep.include({
      ...{ pinpoint: 'khoản 3 Điều 5', state: 'missing', to: null, decision: 'none' },
    })
  })

  it('another number after "none of these" is looked up, and is a correction', async () => {
    const draft = await takeIn(NUMBERED)
    await decide(draft, { kind: 'none' })
    const target = await buildDocument({ ...REPLY, number: '13/BCHQL' })
    expect(await correct(draft, { number: '13/BCHQL' })).to.deep.include({
      ...{ state: 'linked', to: target._id, decision: 'corrected' },
    })
  })

  it('a plan waits under its corrected name and the years typed with it', async () => {
    const draft = await takeIn(PLANNED)
    const { toKey } = await only(draft)
    expect(toKey).to.equal('p:ke hoach kiem tra|2023')
    const renamed = await correct(draft, { title: 'Kế hoạch thanh tra' })
    expect(renamed).to.include({ toKey: 'p:ke hoach thanh tra|2023', form: 'plan' })
    expect(await correct(draft, { title: 'Kế hoạch thanh tra năm 2024' })).to.include({
      ...{ toKey: 'p:ke hoach thanh tra|2024', title: 'Kế hoạch thanh tra', period: '2024' },
    })
    expect(await correct(draft, { number: '9/KH-SXD' })).to.include({
      ...{ toKey: 'n:9/KH-SXD', form: 'number' },
    })
  })

  it('a linked plan is learned with its years and body, and links the next text of both', async () => {
    const target = await buildDocument({
      ...{ number: '12/KH-SXD', type: 'plan', issuedOn: '2023-01-15', title: 'Về kiểm tra' },
      issuerName: 'Sở Xây dựng tỉnh Lâm Đồng',
    })
    await decide(await takeIn(PLANNED), { kind: 'link', to: String(target._id) })
    const [learned] = await listNames()
    expect(learned?.name).to.include({ written: 'Kế hoạch kiểm tra', period: '2023' })
    const linkOf = async (text: string) => {
      const { state, reason } = await only(await takeIn(text))
      return state === 'linked' ? reason : state
    }
    const next = PLANNED.replace('77/SXD-VP', '78/SXD-VP')
    expect(await linkOf(next)).to.equal('learned')
    expect(await linkOf(next.replace('năm 2023', 'năm 2022'))).to.equal('missing')
    expect(await linkOf(next.replace('của Sở Xây dựng', 'của Sở Y tế'))).to.equal('missing')
    expect(await linkOf(next.replace(/L(âm|ÂM) Đ(ồng|ỒNG)/gu, 'Nghệ An'))).to.equal('missing')
  })
})
