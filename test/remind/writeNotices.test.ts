import { expect } from 'chai'
import type { Types } from 'mongoose'
import { addDays } from '../../server/legal/dates.ts'
import { HomeBody } from '../../server/models/HomeBody.ts'
import { Notice } from '../../server/models/Notice.ts'
import { Review } from '../../server/models/Review.ts'
import { Unit } from '../../server/models/Unit.ts'
import { writeNotices } from '../../server/remind/writeNotices.ts'
import { flagOverdue } from '../../server/review/flagOverdue.ts'
import { buildActor, buildHome, buildReview, buildUnit } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const DUE = '2026-12-01'

describe('writeNotices', () => {
  useDatabase()

  async function scene() {
    const unit = await buildUnit()
    const head = await buildActor(['reader'], { unit: unit._id })
    const reviewer = await buildActor(['reviewer'], { unit: unit._id })
    const lead = await buildActor(['legalLead'])
    const director = await buildActor(['reader'])
    await Unit.updateOne({ _id: unit._id }, { head: head.id })
    await buildHome()
    await HomeBody.updateOne({}, { director: director.id })
    const review = await buildReview({ unit: unit._id, dueOn: DUE, openedOn: '2026-10-01' })
    return { review, head: head.id, reviewer: reviewer.id, lead: lead.id, director: director.id }
  }

  const stagesOf = async (person: Types.ObjectId) =>
    (await Notice.find({ person }).sort({ _id: 1 }).lean()).map(({ stage }) => stage)

  it('writes one row per stage reached and person: the day before, the day, the day after, ten days later', async () => {
    const { review, head, reviewer, lead, director } = await scene()
    const flags = []
    for (const step of [-1, 0, 1, 10]) {
      const today = addDays(DUE, step)
      await flagOverdue(today)
      flags.push((await Review.findById(review._id).lean())?.overdueSince)
      await writeNotices(today)
      const again = await writeNotices(today)
      expect(again.counts.written).to.equal(0)
    }
    expect(flags).to.deep.equal([undefined, undefined, '2026-12-02', '2026-12-02'])
    expect(await stagesOf(reviewer)).to.deep.equal(['d2', 'd0', 'overdue'])
    expect(await stagesOf(head)).to.deep.equal(['overdue', 'escalated'])
    expect(await stagesOf(lead)).to.deep.equal(['escalated'])
    expect(await stagesOf(director)).to.deep.equal([])
    await writeNotices(addDays(DUE, 14))
    expect(await stagesOf(director)).to.deep.equal(['escalatedTop'])
  })

  it('catches up after a sleep with one row per person, at the stage reached', async () => {
    const { head, reviewer, lead } = await scene()
    await writeNotices('2026-12-11')
    expect(await stagesOf(reviewer)).to.deep.equal(['overdue'])
    expect(await stagesOf(head)).to.deep.equal(['escalated'])
    expect(await stagesOf(lead)).to.deep.equal(['escalated'])
  })

  it('writes each row once on several machines at once', async () => {
    await scene()
    await Promise.all([1, 2, 3].map(() => writeNotices('2026-12-11')))
    expect(await Notice.countDocuments()).to.equal(3)
  })

  it('begins anew when a person moved the due day, and takes the overdue mark away', async () => {
    const { review, reviewer } = await scene()
    await flagOverdue('2026-12-02')
    await writeNotices('2026-12-02')
    await Review.updateOne({ _id: review._id }, { dueOn: '2026-12-03' })
    await flagOverdue('2026-12-02')
    await writeNotices('2026-12-02')
    expect((await Review.findById(review._id).lean())?.overdueSince).to.equal(undefined)
    expect(await stagesOf(reviewer)).to.deep.equal(['overdue', 'd2'])
  })

  it('reminds whose turn it is: the holder, the approver of a submitted one, the lead where nobody is', async () => {
    const { review, reviewer, lead } = await scene()
    const holder = await buildActor(['reviewer'])
    await Review.updateOne({ _id: review._id }, { reviewer: holder.id, state: 'inProgress' })
    await writeNotices('2026-11-30')
    expect(await stagesOf(holder.id)).to.deep.equal(['d2'])
    expect(await stagesOf(reviewer)).to.deep.equal([])
    await Review.updateOne({ _id: review._id }, { state: 'submitted', submittedBy: holder.id })
    await writeNotices('2026-11-30')
    expect(await stagesOf(lead)).to.deep.equal(['d2'])
    await buildReview({ dueOn: '2026-11-30', openedOn: '2026-10-01' })
    await writeNotices('2026-11-30')
    expect(await stagesOf(lead)).to.deep.equal(['d2', 'd0'])
  })

  it('leaves closed reviews alone', async () => {
    const { review } = await scene()
    await Review.updateOne({ _id: review._id }, { isOpen: false, state: 'closed' })
    await writeNotices('2026-12-11')
    expect(await Notice.countDocuments()).to.equal(0)
  })
})
