import { expect } from 'chai'
import {
  effectsByTarget,
  projectForceStatus,
} from '../../server/catalogue/effects/projectForceStatus.ts'
import { recordEffects } from '../../server/catalogue/effects/recordEffects.ts'
import { recordOwnEffects } from '../../server/catalogue/effects/recordOwnEffects.ts'
import { addDays } from '../../server/legal/dates.ts'
import { forceStatus } from '../../server/legal/forceStatus.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { Effect } from '../../server/models/Effect.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import type { RelationRecord } from '../../server/models/Relation.ts'
import { buildDocument, buildEffect, buildRelation, TODAY } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const record = (relations: RelationRecord[]) =>
  inTransaction(session => recordEffects({ relations, actor: null, today: TODAY, session }))

const ROWS = [
  ['replaces', 'whole', 'replaced'],
  ['replaces', 'part', 'partlyEnded'],
  ['repeals', 'whole', 'repealed'],
  ['repeals', 'part', 'partlyEnded'],
  ['amends', 'part', 'amended'],
  ['suspendsForce', 'whole', 'suspended'],
] as const

describe('recordEffects', () => {
  useDatabase()

  for (const [kind, scope, expected] of ROWS) {
    it(`${kind} ${scope} → ${expected}, from the day the acting document takes effect`, async () => {
      const from = await buildDocument({ effectiveFrom: '2026-12-01' })
      const relation = await buildRelation({ from: from._id, kind, scope })
      const [effect] = await record([relation])
      expect(effect).to.deep.include({ kind: expected, on: '2026-12-01', recordedOn: TODAY })
      expect(effect!.target).to.deep.equal(relation.to)
    })
  }

  it('a day the relation names wins; without any day the event waits for one', async () => {
    const from = await buildDocument({ effectiveFrom: '2026-12-01' })
    const named = await buildRelation({
      from: from._id,
      kind: 'replaces',
      effectiveOn: '2027-01-01',
    })
    const undated = await buildRelation({ kind: 'replaces' })
    const [one, two] = await record([named, undated])
    expect(one?.on).to.equal('2027-01-01')
    expect(two?.on ?? null).to.equal(null)
  })

  it('records once, and moves with a corrected day', async () => {
    const from = await buildDocument({ effectiveFrom: '2026-12-01' })
    const relation = await buildRelation({ from: from._id, kind: 'replaces' })
    await record([relation])
    await LegalDocument.updateOne({ _id: from._id }, { effectiveFrom: '2026-12-15' })
    const [effect] = await record([relation])
    expect(effect?.on).to.equal('2026-12-15')
    expect(await Effect.countDocuments()).to.equal(1)
  })

  it('records nothing for a relation that changes nothing', async () => {
    expect(await record([await buildRelation({ kind: 'basedOn' })])).to.have.length(0)
  })
})

describe('recordOwnEffects', () => {
  useDatabase()

  it('makes the events of the document’s own days, and follows their correction', async () => {
    const document = await buildDocument()
    const own = (days: object) =>
      inTransaction(session =>
        recordOwnEffects({
          document: { ...document, ...days },
          actor: null,
          today: TODAY,
          session,
        }),
      )
    const kinds = async () =>
      (await Effect.find().sort({ on: 1 }).lean()).map(({ kind, on }) => `${kind} ${on}`)
    const days = { issuedOn: '2024-05-06', effectiveFrom: '2024-05-16', effectiveTo: '2026-12-31' }
    await own(days)
    await own(days)
    expect(await kinds()).to.deep.equal([
      'issued 2024-05-06',
      'tookEffect 2024-05-16',
      'expired 2027-01-01',
    ])
    await own({ ...days, effectiveFrom: '2024-06-01', effectiveTo: null })
    expect(await kinds()).to.deep.equal(['issued 2024-05-06', 'tookEffect 2024-06-01'])
  })
})

describe('projectForceStatus', () => {
  useDatabase()

  it('agrees with the function on every day around every event', async () => {
    const document = await buildDocument({ effectiveFrom: '2024-05-16', effectiveTo: '2026-12-31' })
    const target = document._id
    await buildEffect({ target, kind: 'amended', on: '2024-08-01' })
    await buildEffect({ target, kind: 'suspended', on: '2024-10-01' })
    await buildEffect({ target, kind: 'resumed', on: '2024-11-01' })
    await buildEffect({ target, kind: 'partlyEnded', on: '2025-04-01', provisions: 'Điều 5' })
    await buildEffect({ target, kind: 'repealed', on: '2025-06-01', withdrawnReason: 'ghi nhầm' })
    await buildEffect({ target, kind: 'replaced', on: '2026-12-01' })
    const effects = (await effectsByTarget([target])).get(String(target)) ?? []
    for (const { on } of effects) {
      for (const day of [addDays(on!, -1), on!, addDays(on!, 1)]) {
        await projectForceStatus([target], day)
        const { forceStatus: kept } = (await LegalDocument.findById(target).lean())!
        expect(kept, day).to.equal(forceStatus(effects, { ...document, day }).status)
      }
    }
  })

  it('counts what changed, keeps the revision, and asks for indexing only then', async () => {
    const document = await buildDocument({ effectiveFrom: '2024-05-16', needsIndexing: false })
    expect(await projectForceStatus([document._id], TODAY)).to.equal(1)
    const after = (await LegalDocument.findById(document._id).lean())!
    expect(after).to.include({
      forceStatus: 'inForce',
      revision: document.revision,
      needsIndexing: true,
    })
    await LegalDocument.updateOne({ _id: document._id }, { needsIndexing: false })
    expect(await projectForceStatus([document._id], addDays(TODAY, 1))).to.equal(0)
    expect(await LegalDocument.findById(document._id).lean()).to.include({ needsIndexing: false })
  })
})
