import { expect } from 'chai'
import { inTransaction } from '../../server/lib/mongo.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { Review } from '../../server/models/Review.ts'
import type { Outside } from '../../server/outside.ts'
import { closeFollowUps } from '../../server/review/closeFollowUps.ts'
import { openByHand } from '../../server/review/openByHand.ts'
import { openPeriodicReviews } from '../../server/review/openPeriodicReviews.ts'
import {
  buildActor,
  buildDocument,
  buildEffect,
  buildReview,
  NOW,
  TODAY,
} from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const outside: Outside = { today: () => TODAY, now: () => NOW, sendMail: () => Promise.resolve() }

describe('closeFollowUps', () => {
  useDatabase()

  it('closes an approved outcome when the document that carries it out is registered', async () => {
    const review = await buildReview({ state: 'approved', outcome: 'replace' })
    const other = await buildReview({ state: 'approved', outcome: 'amend' })
    const running = await buildReview({ document: review.document, state: 'inProgress' })
    const issued = await buildDocument({ number: '12/2026/QĐ-UBND' })
    await buildEffect({ target: review.document, source: issued._id, kind: 'replaced' })
    const close = () =>
      inTransaction(session => closeFollowUps({ document: issued, actor: null, now: NOW, session }))
    expect((await close()).closed.map(String)).to.deep.equal([String(review._id)])
    const closed = await Review.findById(review._id).lean()
    expect(closed).to.include({ state: 'closed', isOpen: false })
    expect(String(closed?.followUp)).to.equal(String(issued._id))
    expect(closed?.history.at(-1)).to.include({ what: 'followedUp', note: '12/2026/QĐ-UBND' })
    for (const { _id } of [other, running])
      expect((await Review.findById(_id).lean())?.isOpen).to.equal(true)
    expect((await close()).closed).to.have.length(0)
  })
})

describe('openPeriodicReviews', () => {
  useDatabase()
  const run = () => openPeriodicReviews({ today: TODAY, now: NOW })

  it('opens what comes round within the lead time, once', async () => {
    const rhythm = { own: true, reviewEveryMonths: 24 }
    const due = await buildDocument({ ...rhythm, lastReviewedOn: '2024-12-10' })
    await buildDocument({ ...rhythm, lastReviewedOn: '2025-12-10' })
    await buildDocument({ ...rhythm, lastReviewedOn: '2024-12-10', forceStatus: 'expired' })
    await buildDocument({ ...rhythm, own: false, lastReviewedOn: '2024-12-10' })
    expect((await run()).counts).to.deep.equal({ opened: 1, covered: 0 })
    expect(await Review.findOne().lean()).to.include({ ground: 'periodic', dueOn: '2026-12-10' })
    await Promise.all([run(), run()])
    expect(await Review.countDocuments()).to.equal(1)
    await Review.updateMany({}, { isOpen: false, state: 'closed' })
    await LegalDocument.updateOne({ _id: due._id }, { lastReviewedOn: TODAY })
    expect((await run()).counts.opened).to.equal(0)
  })

  it('leaves a document alone while an event has its review open', async () => {
    const document = await buildDocument({ own: true, reviewEveryMonths: 12 })
    await buildReview({ document: document._id })
    expect((await run()).counts).to.deep.equal({ opened: 0, covered: 1 })
  })

  it('gives a round that has gone by the ordinary term', async () => {
    await buildDocument({ own: true, reviewEveryMonths: 12, issuedOn: '2019-05-06' })
    await run()
    const review = await Review.findOne().lean()
    expect(review?.dueOn).to.equal('2026-12-23')
    expect(review?.dueWhy[0]?.key).to.equal('reviews.due.periodicPast')
  })
})

describe('openByHand', () => {
  useDatabase()

  it('opens one on an own document, for a reason', async () => {
    const actor = await buildActor(['reviewer'])
    const document = await buildDocument({ own: true, docClass: 'qppl' })
    const open = (reason: string, id = document._id) =>
      openByHand({ document: id, reason, actor, outside })
    expect(await open('')).to.deep.include({ ok: false })
    expect(await open('Phản ánh của doanh nghiệp')).to.deep.include({ ok: true })
    const again = await open('Lần nữa')
    expect(again.ok).to.equal(false)
    expect(again).to.have.property('open')
    const foreign = await buildDocument()
    expect(await open('Vì sao', foreign._id)).to.deep.include({
      errors: { form: { key: 'reviews.error.notOwn' } },
    })
    const both = await buildDocument({ own: true })
    const answers = await Promise.all([open('Một', both._id), open('Hai', both._id)])
    expect(answers.filter(({ ok }) => ok)).to.have.length(1)
  })
})
