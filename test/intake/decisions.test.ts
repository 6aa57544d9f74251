import { expect } from 'chai'
import { decideCitation } from '../../server/intake/decideCitation.ts'
import { addCitation, moveCitation } from '../../server/intake/placeCitation.ts'
import { replaceText, rereadDraft } from '../../server/intake/rereadDraft.ts'
import { saveCorrections } from '../../server/intake/saveCorrections.ts'
import { Citation, type CitationRecord } from '../../server/models/Citation.ts'
import type { LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { CITED, FULL_HEADER } from '../fixtures/dispatches.ts'
import { buildDocument } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { clerk, load, OUTSIDE, takeIn } from '../support/takeIn.ts'

const by = { actor: clerk(), outside: OUTSIDE }

function citationsOf(draft: LegalDocumentRecord): Promise<CitationRecord[]> {
  return Citation.find({ from: draft._id }).sort({ start: 1 }).lean<CitationRecord[]>()
}

async function originOf(draft: LegalDocumentRecord) {
  const { revision } = await load(draft._id)
  return { id: String(draft._id), revision, corrections: {}, ...by }
}

async function first(draft: LegalDocumentRecord): Promise<CitationRecord> {
  const [row] = await citationsOf(draft)
  if (!row) throw new Error('no citation')
  return row
}

describe('decisions on citations', () => {
  useDatabase()

  it('links by a person and keeps the link through another reading', async () => {
    const draft = await takeIn(FULL_HEADER)
    const target = await buildDocument({ number: '1/2018/QĐ-UBND' })
    const { _id } = await first(draft)
    const decision = { kind: 'link' as const, to: String(target._id) }
    const answer = await decideCitation({ citationId: String(_id), decision, revision: 1, ...by })
    expect(answer.ok).to.equal(true)
    expect((await rereadDraft(await originOf(draft))).ok).to.equal(true)
    expect(await Citation.findById(_id).lean()).to.deep.include({
      state: 'linked',
      to: target._id,
      decision: 'linked',
    })
  })

  it('links all mentions of the same document at once when asked', async () => {
    const draft = await takeIn(FULL_HEADER)
    const target = await buildDocument()
    const { _id, toKey } = await first(draft)
    const decision = { kind: 'link' as const, to: String(target._id) }
    await decideCitation({ citationId: String(_id), decision, alike: true, revision: 1, ...by })
    expect(await Citation.countDocuments({ toKey, state: 'linked', decision: 'linked' })).to.equal(
      2,
    )
  })

  it('lets nothing rejected come back, though its words are read with other edges', async () => {
    const draft = await takeIn(FULL_HEADER)
    const { _id, start, end } = await first(draft)
    await decideCitation({
      citationId: String(_id),
      decision: { kind: 'reject' },
      revision: 1,
      ...by,
    })
    await Citation.updateOne({ _id }, { start: start + 3, end: end - 4 })
    await rereadDraft(await originOf(draft))
    const rows = await citationsOf(draft)
    expect(rows.filter(row => row.start < end && start < row.end)).to.have.lengthOf(1)
    expect(await Citation.findById(_id).lean()).to.include({ state: 'rejected' })
    await decideCitation({
      citationId: String(_id),
      decision: { kind: 'restore' },
      ...(await originOf(draft)),
    })
    expect(await Citation.findById(_id).lean()).to.include({ state: 'missing', decision: '' })
  })

  it('moves decisions with their words when another text is pasted', async () => {
    const draft = await takeIn(FULL_HEADER)
    const { _id, quote } = await first(draft)
    await decideCitation({
      citationId: String(_id),
      decision: { kind: 'reject' },
      revision: 1,
      ...by,
    })
    const text = `Bản gửi lại, thêm một dòng ở đầu.\n\n${FULL_HEADER}`
    const answer = await replaceText({ ...(await originOf(draft)), text, limitBytes: 1_000_000 })
    expect(answer.ok).to.equal(true)
    const moved = await Citation.findById(_id).lean<CitationRecord>()
    expect(text.slice(moved?.start, moved?.end)).to.equal(quote)
    expect(moved?.state).to.equal('rejected')
  })

  it('never reads over a field a person decided', async () => {
    const draft = await takeIn(FULL_HEADER)
    await saveCorrections({
      ...(await originOf(draft)),
      corrections: { signer: 'Người khác', title: '' },
    })
    await rereadDraft(await originOf(draft))
    expect(await load(draft._id)).to.include({
      signer: 'Người khác',
      title: '',
      number: '731/SCT-QLNL',
    })
  })

  it('adds what the reader missed: by selecting, by words, by a number that stands nowhere', async () => {
    const draft = await takeIn(
      'Theo Văn kiện ngày hội đèn, mọi chợ đêm đều mở cửa. Số 12 phố Hàng không phải số văn bản.',
    )
    const start = draft.text.indexOf('Văn kiện')
    const selected = {
      start,
      end: start + 'Văn kiện ngày hội đèn, '.length,
      words: 'Văn kiện ngày hội đèn,',
    }
    expect((await addCitation({ ...(await originOf(draft)), placing: selected })).ok).to.equal(true)
    expect(
      (await addCitation({ ...(await originOf(draft)), placing: { words: 'mọi  CHỢ đêm' } })).ok,
    ).to.equal(true)
    expect(
      (await addCitation({ ...(await originOf(draft)), placing: { words: '45/2020/QĐ-UBND' } })).ok,
    ).to.equal(true)
    const rows = await citationsOf(draft)
    expect(rows.map(({ quote, decision, origin }) => [quote, decision, origin])).to.deep.equal([
      ['Văn kiện ngày hội đèn,', 'added', 'person'],
      ['mọi chợ đêm', 'added', 'person'],
      ['45/2020/QĐ-UBND', 'added', 'person'],
    ])
    expect(rows[2]).to.include({ number: '45/2020/QĐ-UBND', toKey: 'n:45/2020/QD-UBND' })
  })

  it('says when words are not in the text', async () => {
    const draft = await takeIn(FULL_HEADER)
    const answer = await addCitation({
      ...(await originOf(draft)),
      placing: { words: 'chữ không có' },
    })
    expect(answer).to.deep.equal({
      ok: false,
      errors: {
        addWords: { key: 'intake.errors.wordsNotInText', params: { words: 'chữ không có' } },
      },
    })
  })

  it('moves no mark onto words another citation holds', async () => {
    const draft = await takeIn(FULL_HEADER)
    const before = await citationsOf(draft)
    const [one, other] = [before[0], before.find(row => row.toKey !== before[0]?.toKey)]
    const answer = await moveCitation({
      ...(await originOf(draft)),
      citationId: String(one?._id),
      placing: { words: other?.quote ?? '' },
    })
    expect(answer.ok).to.equal(false)
    expect(answer).to.have.nested.property(`errors.move-${String(one?._id)}`)
    expect(await citationsOf(draft)).to.deep.equal(before)
  })

  it('moves a wrong mark and keeps what was decided', async () => {
    const draft = await takeIn(FULL_HEADER)
    const target = await buildDocument()
    const { _id } = await first(draft)
    await decideCitation({
      citationId: String(_id),
      decision: { kind: 'link', to: String(target._id) },
      revision: 1,
      ...by,
    })
    const placing = { words: '77/2018/QĐ-UBND' }
    const answer = await moveCitation({
      ...(await originOf(draft)),
      citationId: String(_id),
      placing,
    })
    expect(answer.ok).to.equal(true)
    const moved = await Citation.findById(_id).lean()
    expect(moved).to.deep.include({
      quote: '77/2018/QĐ-UBND',
      to: target._id,
      decision: 'linked',
    })
    expect(moved, 'the day of the words left behind').not.to.have.property('issuedOn')
  })

  it('changes nothing from a stale form', async () => {
    const draft = await takeIn(FULL_HEADER)
    const origin = await originOf(draft)
    await saveCorrections({ ...origin, corrections: { signer: 'Người một' } })
    const answer = await saveCorrections({ ...origin, corrections: { signer: 'Người hai' } })
    expect(answer).to.deep.equal({ ok: false, errors: {}, stale: true })
    expect(await load(draft._id)).to.include({ signer: 'Người một' })
  })

  it('links through the machine what the register holds already', async () => {
    const target = await buildDocument(CITED)
    const draft = await takeIn(FULL_HEADER)
    const rows = await citationsOf(draft)
    const linked = rows.filter(({ to }) => to?.equals(target._id))
    expect(linked.map(({ relation }) => relation)).to.include('basedOn')
  })
})
