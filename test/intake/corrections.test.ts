import { expect } from 'chai'
import { listNames, retireName } from '../../server/catalogue/learned/listNames.ts'
import { loadKnowledge } from '../../server/catalogue/learned/loadKnowledge.ts'
import type { CitationParts } from '../../server/intake/citationForm.ts'
import { decideCitation } from '../../server/intake/decideCitation.ts'
import { rereadDraft } from '../../server/intake/rereadDraft.ts'
import { saveCorrections } from '../../server/intake/saveCorrections.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { Citation, type CitationRecord } from '../../server/models/Citation.ts'
import type { LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { buildDocument } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { clerk, load, OUTSIDE, takeIn } from '../support/takeIn.ts'

const by = { actor: clerk(), outside: OUTSIDE }

const LETTER = `UBND TỈNH LÂM ĐỒNG
SỞ XÂY DỰNG
Số: 77/SXD-VP

Lâm Đồng, ngày 04 tháng 3 năm 2024

Kính gửi: Các phòng thuộc Sở

Thực hiện Công văn số 31/BCHQL ngày 02/02/2024 về cấp nước, các phòng báo cáo. Theo khoản 2 Điều 5 Công văn số 31/BCHQL ngày 02/02/2024 thì gửi trước tuần sau.
Theo Luật Bến bãi, Sở rà soát lại.
`
const again = (text: string, n: number) => text.replace('77/SXD-VP', `${77 + n}/SXD-VP`)

const citationsOf = (draft: LegalDocumentRecord): Promise<CitationRecord[]> =>
  Citation.find({ from: draft._id }).sort({ start: 1 }).lean<CitationRecord[]>()

async function correct(draft: LegalDocumentRecord, row: CitationRecord, parts: CitationParts) {
  const { revision } = await load(draft._id)
  const corrections = { citations: { [String(row._id)]: { parts } } }
  const answer = await saveCorrections({ id: String(draft._id), revision, corrections, ...by })
  expect(answer.ok).to.equal(true)
}

async function numbered(draft: LegalDocumentRecord): Promise<CitationRecord[]> {
  return (await citationsOf(draft)).filter(({ number }) => number.startsWith('31/'))
}

describe('corrections of what was read in a citation', () => {
  useDatabase()

  it('are written to all mentions of the document, looked up again and kept through another reading', async () => {
    const target = await buildDocument({
      ...{ number: '31/BCHQLTL', type: 'officialLetter', issuedOn: '2024-02-02' },
      issuerName: 'Ban Chỉ huy Quản lý thủy lợi',
    })
    const draft = await takeIn(LETTER)
    const [row] = await numbered(draft)
    await correct(draft, row!, { number: '31/BCHQLTL' })
    const after = await numbered(draft)
    expect(after.map(({ number, decision, to }) => [number, decision, String(to)])).to.deep.equal(
      Array(2).fill(['31/BCHQLTL', 'corrected', String(target._id)]),
    )
    expect(after[1]?.pinpoint).to.equal('khoản 2 Điều 5')
    const { revision } = await load(draft._id)
    const origin = { id: String(draft._id), revision, corrections: {}, ...by }
    expect((await rereadDraft(origin)).ok).to.equal(true)
    expect((await numbered(draft)).map(({ number }) => number)).to.deep.equal(
      Array(2).fill('31/BCHQLTL'),
    )
  })

  it('change the pinpoint of one mention only, and an unchanged form changes nothing', async () => {
    const draft = await takeIn(LETTER)
    const rows = await numbered(draft)
    const { number, type, issuer, title } = rows[1]!
    await correct(draft, rows[1]!, { number, type, issuer, title, issuedOn: '2024-02-02' })
    expect((await numbered(draft)).map(({ decision }) => decision)).to.deep.equal(['', ''])
    await correct(draft, rows[1]!, { pinpoint: 'điểm a khoản 2 Điều 5' })
    expect((await numbered(draft)).map(({ pinpoint }) => pinpoint)).to.deep.equal([
      rows[0]!.pinpoint,
      'điểm a khoản 2 Điều 5',
    ])
    expect(await AuditEntry.countDocuments({ action: 'citationCorrect' })).to.equal(1)
  })

  it('teach a body the tables do not know, with who and when; taken back it is used no more', async () => {
    const draft = await takeIn(LETTER)
    const [row] = await numbered(draft)
    await correct(draft, row!, { issuer: 'Ban Chỉ huy Quản lý lưu vực' })
    const [learned] = await listNames()
    expect(learned?.name).to.include({ written: 'Ban Chỉ huy Quản lý lưu vực', kind: 'issuer' })
    expect(learned?.name.taughtBy.equals(by.actor.id)).to.equal(true)
    expect((await loadKnowledge()).issuerNames).to.include('Ban Chỉ huy Quản lý lưu vực')
    const { _id: id, revision } = learned!.name
    const now = OUTSIDE.now()
    expect(await retireName({ id, revision, actor: by.actor, now })).to.equal(true)
    expect(await retireName({ id, revision, actor: by.actor, now })).to.equal(false)
    expect((await loadKnowledge()).issuerNames).to.deep.equal([])
  })

  it('teach nothing where the tables know the body', async () => {
    const draft = await takeIn(LETTER)
    const [row] = await numbered(draft)
    await correct(draft, row!, { issuer: 'Bộ Xây dựng' })
    expect(await listNames()).to.deep.equal([])
  })

  it('a repeat stands for the document it repeats, and goes with it', async () => {
    const target = await buildDocument({
      ...{ number: '31/BCHQL', type: 'officialLetter', issuedOn: '2024-02-02' },
      issuerName: 'Ban Chỉ huy Quản lý thủy lợi',
    })
    const draft = await takeIn(`${LETTER}Công văn nêu trên gửi kèm danh mục.\n`)
    const repeat = (await citationsOf(draft)).find(({ form }) => form === 'repeat')
    expect(repeat).to.include({ quote: 'Công văn nêu trên', number: '31/BCHQL', state: 'linked' })
    expect(String(repeat?.to)).to.equal(String(target._id))
  })

  it('a law cited by name that a person links is linked by itself in the next text', async () => {
    const law = await buildDocument({
      ...{ number: '12/2015/QH13', type: 'law', issuerName: 'Quốc hội', issuedOn: '2015-06-25' },
      title: 'Luật Quản lý bến bãi và kho vận',
    })
    const draft = await takeIn(LETTER)
    const named = (await citationsOf(draft)).find(({ number }) => number === '')
    expect(named).to.include({ title: 'Luật Bến bãi', state: 'missing' })
    const decision = { kind: 'link' as const, to: String(law._id) }
    const { revision } = await load(draft._id)
    const form = { citationId: String(named!._id), decision, revision, ...by }
    expect((await decideCitation(form)).ok).to.equal(true)
    const next = (await citationsOf(await takeIn(again(LETTER, 1)))).find(row => row.number === '')
    expect(next).to.include({ state: 'linked', reason: 'learned' })
    expect(String(next?.to)).to.equal(String(law._id))
  })
})
