import { expect } from 'chai'
import { listNames } from '../../server/catalogue/learned/listNames.ts'
import { decideCitation } from '../../server/intake/decideCitation.ts'
import { addCitation } from '../../server/intake/placeCitation.ts'
import { Citation, type CitationRecord } from '../../server/models/Citation.ts'
import type { LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { Relation } from '../../server/models/Relation.ts'
import { buildDocument } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { clerk, load, OUTSIDE, register, takeIn } from '../support/takeIn.ts'

const by = { actor: clerk(), outside: OUTSIDE }

let letters = 0
const letter = (sentence: string) => `UBND TỈNH HÀ TĨNH
SỞ CÔNG THƯƠNG
Số: ${(letters += 1)}/SCT-VP

Hà Tĩnh, ngày 04 tháng 3 năm 2024

Kính gửi: Các phòng thuộc Sở

${sentence}
`
const CHECK = 'Kế hoạch kiểm tra năm 2023 của Sở Y tế'

const plan = () =>
  buildDocument({
    ...{ number: '12/KH-SYT', type: 'plan', issuedOn: '2023-01-15', title: 'Về kiểm tra' },
    issuerName: 'Sở Y tế tỉnh Hà Tĩnh',
  })

const citationsOf = ({ _id }: Pick<LegalDocumentRecord, '_id'>) =>
  Citation.find({ from: _id }).sort({ start: 1 }).lean<CitationRecord[]>()

/** A person marks words of a draft as a citation and says which document they mean. */
async function markAndLink(draft: LegalDocumentRecord, words: string, to: LegalDocumentRecord) {
  const origin = { id: String(draft._id), revision: draft.revision, corrections: {}, ...by }
  expect((await addCitation({ ...origin, placing: { words } })).ok).to.equal(true)
  await link(draft, words, to)
}

async function link(draft: LegalDocumentRecord, words: string, to: LegalDocumentRecord) {
  const row = (await citationsOf(draft)).find(({ quote }) => quote === words)
  const { revision } = await load(draft._id)
  const decision = { kind: 'link' as const, to: String(to._id) }
  const form = { citationId: String(row?._id), decision, revision, ...by }
  expect((await decideCitation(form)).ok).to.equal(true)
}

describe('names learned from what a person links', () => {
  useDatabase()

  it('are a plan’s name, years and body, though the words were marked whole', async () => {
    const target = await plan()
    await markAndLink(await takeIn(letter(`Thực hiện ${CHECK}.`)), CHECK, target)
    expect((await listNames()).map(({ name }) => [name.written, name.period])).to.deep.equal([
      ['Kế hoạch kiểm tra', '2023'],
    ])
    const [same] = await citationsOf(await takeIn(letter(`Theo ${CHECK}, Sở báo cáo.`)))
    expect(same).to.deep.include({ state: 'linked', reason: 'learned', to: target._id })
    const other = CHECK.replace('Y tế', 'Nội vụ')
    const [another] = await citationsOf(await takeIn(letter(`Theo ${other}, Sở báo cáo.`)))
    expect(another).to.deep.include({ state: 'missing', to: null })
  })

  it('are not words that mean another document in every text', async () => {
    const target = await plan()
    for (const words of [
      'Kế hoạch này',
      'Kế hoạch nêu trên',
      'Quy chế làm việc',
      'Kế hoạch kiểm tra',
    ]) {
      await markAndLink(await takeIn(letter(`Các phòng làm theo ${words}.`)), words, target)
    }
    expect(await listNames()).to.deep.equal([])
    const next = await takeIn(letter('Các phòng làm theo Kế hoạch này và Kế hoạch kiểm tra.'))
    expect(await citationsOf(next)).to.deep.equal([])
  })

  it('link registered documents that waited, with their relations', async () => {
    const waiting = await register(letter(`Thực hiện ${CHECK}, các phòng báo cáo.`))
    const target = await plan()
    const draft = await takeIn(letter(`Căn cứ ${CHECK}, Sở báo cáo.`))
    await link(draft, (await citationsOf(draft))[0]!.quote, target)
    expect((await citationsOf(waiting))[0]).to.deep.include({ state: 'linked', to: target._id })
    expect(await Relation.findOne({ from: waiting._id }).lean()).to.deep.include({
      ...{ kind: 'implements', to: target._id },
    })
  })
})
