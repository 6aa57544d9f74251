import { expect } from 'chai'
import type { Types } from 'mongoose'
import { confirmDraft } from '../../server/intake/confirmDraft.ts'
import { previewChanges } from '../../server/intake/previewChanges.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { Citation } from '../../server/models/Citation.ts'
import { Effect } from '../../server/models/Effect.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Relation } from '../../server/models/Relation.ts'
import { Review } from '../../server/models/Review.ts'
import { CITED, FULL_HEADER, REPLACING, WITHOUT_NUMBER } from '../fixtures/dispatches.ts'
import { buildDocument, buildHome, buildRelation, buildUnit } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { clerk, load, OUTSIDE, register, takeIn } from '../support/takeIn.ts'

/** The replaced decision, two of ours on it, one of ours on one of those, and one of another body. */
async function buildReplaced() {
  const unit = await buildUnit()
  const old = await buildDocument({ ...CITED, type: 'decision' })
  const own = { own: true, responsibleUnit: unit._id }
  const first = await buildDocument(own)
  const second = await buildDocument(own)
  const third = await buildDocument(own)
  const other = await buildDocument({ own: false })
  for (const from of [first, second, other]) await buildRelation({ from: from._id, to: old._id })
  await buildRelation({ from: third._id, to: first._id })
  return { old, ours: [first, second, third] }
}

/** Ticks every change read from the text, as the form does. */
async function ticked(id: Types.ObjectId) {
  const rows = await Citation.find({ from: id, relation: 'replaces' }).lean()
  return Object.fromEntries(rows.map(row => [String(row._id), { confirmed: true }]))
}

describe('confirmDraft', () => {
  useDatabase()

  it('opens a review on each own document that rests on the replaced one, and on no other', async () => {
    await buildHome()
    const { old, ours } = await buildReplaced()
    const draft = await takeIn(REPLACING)
    const citations = await Citation.find({ from: draft._id }).lean()
    const [change] = await previewChanges(citations, {
      document: draft,
      actor: clerk(),
      today: OUTSIDE.today(),
    })
    expect(change?.preview.toOpen.map(({ depth }) => depth).sort()).to.deep.equal([1, 1, 2])
    const form = { id: String(draft._id), revision: 1, actor: clerk(), outside: OUTSIDE }
    const answer = await confirmDraft({
      ...form,
      corrections: { citations: await ticked(draft._id) },
    })
    expect(answer.ok && answer.openedReviews.count).to.equal(3)
    const reviewed = await Review.distinct('document')
    expect(reviewed.map(String).sort()).to.deep.equal(ours.map(({ _id }) => String(_id)).sort())
    expect(
      await Effect.countDocuments({ target: old._id, kind: 'replaced', on: '2022-07-01' }),
    ).to.equal(1)
    expect(await LegalDocument.findById(old._id).lean()).to.include({ forceStatus: 'expired' })
  })

  it('changes nothing in the register by a change nobody ticked', async () => {
    const { old } = await buildReplaced()
    const draft = await takeIn(REPLACING)
    const [row] = await Citation.find({ from: draft._id, relation: 'replaces' })
    const corrections = { citations: { [String(row?._id)]: { confirmed: false } } }
    const answer = await confirmDraft({
      id: String(draft._id),
      revision: 1,
      corrections,
      actor: clerk(),
      outside: OUTSIDE,
    })
    expect(answer.ok && answer.openedReviews.count).to.equal(0)
    expect(await Relation.countDocuments({ from: draft._id, to: old._id })).to.equal(0)
    expect(await Effect.countDocuments({ target: old._id, kind: 'replaced' })).to.equal(0)
  })

  it('is refused the second time and to the second of two at once', async () => {
    await buildReplaced()
    const draft = await takeIn(REPLACING)
    const corrections = { citations: await ticked(draft._id) }
    const form = {
      id: String(draft._id),
      revision: 1,
      corrections,
      actor: clerk(),
      outside: OUTSIDE,
    }
    const answers = await Promise.all([confirmDraft(form), confirmDraft(form)])
    expect(answers.filter(({ ok }) => ok)).to.have.lengthOf(1)
    expect(answers.filter(answer => !answer.ok && answer.stale)).to.have.lengthOf(1)
    expect(await confirmDraft(form)).to.include({ ok: false, stale: true })
    expect(await Review.countDocuments()).to.equal(3)
    expect(await AuditEntry.countDocuments({ action: 'documentConfirm' })).to.equal(1)
  })

  it('makes waiting citations live in the same save and counts them', async () => {
    await register(FULL_HEADER)
    await register(WITHOUT_NUMBER)
    await takeIn(REPLACING)
    const answer = await registerCited()
    expect(answer.ok && answer.linkedCitations).to.equal(3)
    expect(await Citation.countDocuments({ toKey: 'n:77/2018/QD-UBND', state: 'linked' })).to.equal(
      4,
    )
  })

  it('demands something to find the record by', async () => {
    const draft = await takeIn('Chỉ có một dòng chữ không ai biết là gì')
    const answer = await confirmDraft({
      id: String(draft._id),
      revision: 1,
      corrections: {},
      actor: clerk(),
      outside: OUTSIDE,
    })
    expect(answer).to.deep.equal({
      ok: false,
      errors: { title: { key: 'intake.errors.nothingToFind' } },
    })
    expect(await load(draft._id)).to.include({ state: 'draft', revision: 1 })
  })

  it('asks for a reason when number, issuer and day are registered already', async () => {
    await register(FULL_HEADER)
    const draft = await takeIn(`${FULL_HEADER}\nBản thứ hai.`)
    const answer = await confirmDraft({
      id: String(draft._id),
      revision: 1,
      corrections: {},
      actor: clerk(),
      outside: OUTSIDE,
    })
    expect(answer).to.deep.equal({
      ok: false,
      errors: { number: { key: 'intake.errors.sameIdentity' } },
    })
    await LegalDocument.updateOne({ _id: draft._id }, { duplicateReason: 'Bản đính chính' })
    const again = await confirmDraft({
      id: String(draft._id),
      revision: 1,
      corrections: {},
      actor: clerk(),
      outside: OUTSIDE,
    })
    expect(again.ok).to.equal(true)
  })

  it('keeps what a person corrected', async () => {
    const document = await register(FULL_HEADER, {
      title: 'Tên đã sửa',
      signer: '',
      docClass: 'qppl',
      docClassReason: 'Thử',
    })
    expect(document).to.include({
      title: 'Tên đã sửa',
      signer: '',
      docClass: 'qppl',
      docClassOverruled: true,
    })
    expect(document.decidedFields).to.include.members(['title', 'signer'])
    expect(document.searchWords).to.include('ten')
  })
})

/** The decision the others cite, taken in and registered by hand. */
async function registerCited() {
  const draft = await takeIn(`ỦY BAN NHÂN DÂN
TỈNH ĐỒNG THÁP

Số: ${CITED.number}

Đồng Tháp, ngày 03 tháng 12 năm 2018

QUYẾT ĐỊNH
${CITED.title}

Điều 1. Đèn chợ đêm tắt trước 23 giờ.
`)
  return confirmDraft({
    id: String(draft._id),
    revision: 1,
    corrections: {},
    actor: clerk(),
    outside: OUTSIDE,
  })
}
