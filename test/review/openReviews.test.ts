import { expect } from 'chai'
import type { Types } from 'mongoose'
import { inTransaction } from '../../server/lib/mongo.ts'
import { Effect, type EffectRecord } from '../../server/models/Effect.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { Notice } from '../../server/models/Notice.ts'
import { Review } from '../../server/models/Review.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import type { Actor } from '../../server/people/actor.ts'
import { cascade } from '../../server/review/cascade.ts'
import { openReviewsFor } from '../../server/review/openReviews.ts'
import { previewCascade } from '../../server/review/previewCascade.ts'
import { undoOpening } from '../../server/review/undoOpening.ts'
import {
  buildActor,
  buildDocument,
  buildEffect,
  buildRelation,
  buildUnit,
  NOW,
  TODAY,
} from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const own = (number: string, more: Partial<LegalDocumentRecord> = {}) =>
  buildDocument({ number, own: true, docClass: 'qppl', ...more })

function open(effects: EffectRecord[], actor: Actor | null = null) {
  return inTransaction(session =>
    openReviewsFor({ effects, actor, today: TODAY, now: NOW, session }),
  )
}

async function reviewedNumbers(): Promise<string[]> {
  const rows = await Review.find().populate<{ document: LegalDocumentRecord }>('document').lean()
  return rows.map(({ document }) => document.number).sort()
}

/** 20/2019 replaced from 01/12/2026, with everything that may stand on it. */
async function register() {
  const unit = await buildUnit({ name: 'Phòng Quản lý công nghiệp' })
  const target = await buildDocument({ number: '20/2019/QĐ-UBND' })
  const source = await buildDocument({ number: '061/2026/QĐ-UBND' })
  const stand = (from: LegalDocumentRecord, on: Types.ObjectId, more: object = {}) =>
    buildRelation({ from: from._id, to: on, quote: `Căn cứ, dòng của ${from.number};`, ...more })
  const direct = await own('08/2020/QĐ-UBND', { responsibleUnit: unit._id })
  await stand(direct, target._id)
  const plan = await own('15/KH-SCT', { docClass: 'administrative' })
  await stand(plan, target._id, { kind: 'guidesApplication' })
  const indirect = await own('31/QĐ-SCT')
  await stand(indirect, direct._id)
  const foreign = await buildDocument({ number: '9/2021/QĐ-UBND' })
  await stand(foreign, target._id)
  const throughForeign = await own('77/QĐ-SCT')
  await stand(throughForeign, foreign._id, { kind: 'details' })
  const gone = await own('05/2018/QĐ-UBND', { forceStatus: 'expired' })
  await stand(gone, target._id)
  const onGone = await own('06/2018/QĐ-UBND')
  await stand(onGone, gone._id)
  const mention = await own('99/QĐ-SCT')
  await stand(mention, target._id, { kind: 'cites' })
  const draft = await own('100/QĐ-SCT', { state: 'draft' })
  await stand(draft, target._id)
  const effect = await buildEffect({ target: target._id, source: source._id, on: '2026-12-01' })
  return { unit, target, source, direct, indirect, effect, stand }
}

describe('openReviewsFor', () => {
  useDatabase()

  it('opens one review on each own document that stands on the changed one, and on no other', async () => {
    const { effect, direct, unit, indirect, target } = await register()
    const result = await open([effect])
    expect(await reviewedNumbers()).to.deep.equal([
      '08/2020/QĐ-UBND',
      '15/KH-SCT',
      '31/QĐ-SCT',
      '77/QĐ-SCT',
    ])
    expect(result.count).to.equal(4)
    const review = await Review.findOne({ document: direct._id }).lean()
    expect(review).to.include({ kind: 'statutory', ground: 'basisChanged', dueOn: '2026-12-01' })
    expect(String(review?.unit)).to.equal(String(unit._id))
    expect(review?.code).to.match(/^RS-2026-\d{4}$/)
    expect(review?.groundText).to.include('79/2025/NĐ-CP')
    const through = await Review.findOne({ document: indirect._id }).lean()
    expect(through?.depth).to.equal(2)
    expect(through?.chain.map(link => String(link.document))).to.deep.equal(
      [target, direct, indirect].map(({ _id }) => String(_id)),
    )
    expect(through?.chain.at(-1)?.quote).to.equal('Căn cứ, dòng của 31/QĐ-SCT;')
    expect(await AuditEntry.countDocuments({ action: 'reviewOpen' })).to.equal(4)
  })

  it('calls a review of a plan internal', async () => {
    const { effect } = await register()
    await open([effect])
    const kinds = await Review.find({ kind: 'internal' }).lean()
    expect(kinds).to.have.length(1)
    expect(kinds[0]?.groundText).to.include('Rà soát nội bộ')
  })

  it('opens nothing when it is done again, even after the reviews were closed', async () => {
    const { effect } = await register()
    await open([effect])
    await Review.updateMany({}, { isOpen: false, state: 'closed' })
    expect(await open([effect])).to.deep.equal({ count: 0, ids: [], people: [] })
    expect(await Review.countDocuments()).to.equal(4)
    expect((await Effect.findById(effect._id).lean())?.cascadedAt).to.deep.equal(NOW)
  })

  it('opens nothing twice when two people confirm at once', async () => {
    const { effect } = await register()
    const both = await Promise.all([open([effect]), open([effect]), open([effect])])
    expect(both.map(({ count }) => count).sort()).to.deep.equal([0, 0, 4])
    expect(await Review.countDocuments()).to.equal(4)
    expect(await Notice.countDocuments({ stage: 'opened' })).to.equal(await Notice.countDocuments())
  })

  it('takes two effects of one document on another as one change', async () => {
    const { effect, target, source } = await register()
    const part = await buildEffect({ target: target._id, source: source._id, kind: 'amended' })
    await open([effect, part])
    expect(await Review.countDocuments()).to.equal(4)
  })

  it('ends where documents stand on each other in a circle, and at the depth limit', async () => {
    const target = await buildDocument()
    const [a, b, c, d] = await Promise.all(['A', 'B', 'C', 'D'].map(name => own(name)))
    if (!a || !b || !c || !d) throw new Error('no documents')
    const chain: [LegalDocumentRecord, LegalDocumentRecord][] = [
      [a, target],
      [b, a],
      [a, b],
      [target, b],
      [c, b],
      [d, c],
    ]
    for (const [from, to] of chain) await buildRelation({ from: from._id, to: to._id })
    const effect = await buildEffect({ target: target._id })
    await open([effect])
    expect(await reviewedNumbers()).to.deep.equal(['A', 'B', 'C'])
    const { toOpen } = await cascade({ target: target._id, kind: 'replaced', depthLimit: 9 })
    expect(toOpen.map(({ document, depth }) => [document.number, depth])).to.deep.equal([
      ['A', 1],
      ['B', 2],
      ['C', 3],
      ['D', 4],
    ])
  })

  it('reviews the changed document itself while part of it stays in force', async () => {
    const cases: [EffectRecord['kind'], number][] = [
      ['amended', 1],
      ['partlyEnded', 1],
      ['suspended', 1],
      ['replaced', 0],
      ['repealed', 0],
      ['tookEffect', 0],
      ['expired', 0],
    ]
    for (const [kind, count] of cases) {
      const target = await own(`${kind}/QĐ`)
      const effect = await buildEffect({ target: target._id, kind })
      expect((await open([effect])).count, kind).to.equal(count)
    }
    expect((await Review.findOne().lean())?.ground).to.equal('selfChanged')
  })

  it('leaves out what ends by the day the change works', async () => {
    const { effect, direct } = await register()
    await buildEffect({ target: direct._id, kind: 'repealed', on: '2026-12-01' })
    await open([effect])
    expect(await reviewedNumbers()).to.deep.equal(['15/KH-SCT', '77/QĐ-SCT'])
  })

  it('tells the reviewers of the unit, else its head, else the legal leads', async () => {
    const { effect, unit, direct } = await register()
    const lead = await buildActor(['legalLead'])
    const reviewer = await buildActor(['reviewer'], { unit: unit._id })
    const { people } = await open([effect])
    expect(people).to.have.length(2)
    const review = await Review.findOne({ document: direct._id }).lean()
    const rows = await Notice.find({ obligation: review?._id }).lean()
    expect(rows.map(({ person, stage }) => [String(person), stage])).to.deep.equal([
      [String(reviewer.id), 'opened'],
    ])
    expect(await Notice.countDocuments({ person: lead.id })).to.equal(3)
  })
})

describe('previewCascade', () => {
  useDatabase()

  it('shows what will open, what is listed and what has ended, and writes nothing', async () => {
    const { target } = await register()
    const preview = await previewCascade({
      target: target._id,
      kind: 'replaced',
      actor: null,
      on: '2026-12-01',
      today: TODAY,
    })
    expect(preview.toOpen.map(({ number }) => number)).to.have.length(4)
    expect(preview.others.map(({ number }) => number)).to.deep.equal(['9/2021/QĐ-UBND'])
    expect(preview.expired.map(({ number }) => number)).to.deep.equal(['05/2018/QĐ-UBND'])
    const first = preview.toOpen.find(({ number }) => number === '08/2020/QĐ-UBND')
    expect(first?.unit?.name).to.equal('Phòng Quản lý công nghiệp')
    expect(first?.due?.dueOn).to.equal('2026-12-01')
    expect(await Review.countDocuments()).to.equal(0)
  })

  it('hides what the person may not see', async () => {
    const { target, direct } = await register()
    await LegalDocument.updateOne({ _id: direct._id }, { secrecy: 'restricted' })
    const reader = await buildActor(['reader'])
    const preview = await previewCascade({ target: target._id, kind: 'replaced', actor: reader })
    // The restricted one, and the one whose chain passes through it.
    expect(preview.toOpen.map(({ number }) => number).sort()).to.deep.equal([
      '15/KH-SCT',
      '77/QĐ-SCT',
    ])
  })
})

describe('undoOpening', () => {
  useDatabase()

  it('closes exactly what was opened and nobody has worked on; the others are listed and kept', async () => {
    const { effect, direct } = await register()
    await open([effect])
    const other = await Review.findOne({ document: direct._id }).lean()
    await Review.updateOne(
      { _id: other?._id },
      { state: 'accepted', $push: { history: { at: NOW, what: 'accepted' } } },
    )
    const actor = await buildActor(['legalLead'])
    const undone = await inTransaction(session =>
      undoOpening({ effects: [effect._id], actor, now: NOW, session }),
    )
    expect(undone.closed).to.have.length(3)
    expect(undone.kept.map(({ code }) => code)).to.deep.equal([other?.code])
    expect(await Review.countDocuments({ isOpen: true })).to.equal(1)
    expect(await AuditEntry.countDocuments({ action: 'reviewUndo' })).to.equal(3)
    // Undone is decided: confirming again does not bring them back.
    expect((await open([effect])).count).to.equal(0)
  })
})
