import { expect } from 'chai'
import { Types } from 'mongoose'
import { claimLoad, findLoad, markProgress } from '../../server/catalogue/starter/claimLoad.ts'
import { documentRows } from '../../server/catalogue/starter/documentRows.ts'
import { relationRows } from '../../server/catalogue/starter/relationRows.ts'
import { shippedTables, starterTable } from '../../server/catalogue/starter/starterTables.ts'
import { loadStarter } from '../../server/catalogue/starter/loadStarter.ts'
import { forceFacts, forceStatus } from '../../server/legal/forceStatus.ts'
import { t } from '../../server/lib/labels.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { CatalogueLoad, type CatalogueLoadRecord } from '../../server/models/CatalogueLoad.ts'
import { Citation } from '../../server/models/Citation.ts'
import { Effect } from '../../server/models/Effect.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { Relation } from '../../server/models/Relation.ts'
import { Review } from '../../server/models/Review.ts'
import { correctDocument, withdrawDocument } from '../../server/intake/correctDocument.ts'
import { removeRelation } from '../../server/intake/removeRelation.ts'
import { listDocuments } from '../../server/catalogue/documents/listDocuments.ts'
import { countRegistered } from '../../server/catalogue/stubs/listStubs.ts'
import { previewCascade } from '../../server/review/previewCascade.ts'
import { buildActor, buildDocument, buildHome, TODAY } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { clerk, load, OUTSIDE, register, takeIn } from '../support/takeIn.ts'

/** A dispatch of a department of ours that stands on documents of the catalogue. */
function dispatch({
  number = '41/SCT-VP',
  bases = [] as string[],
  body = 'Đề nghị các phòng báo cáo.',
  date = 'ngày 14 tháng 5 năm 2024',
} = {}): string {
  return `UBND TỈNH ĐỒNG THÁP
SỞ CÔNG THƯƠNG

Số: ${number}
V/v thực hiện quy định mới về nội dung ${number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Đồng Tháp, ${date}

Kính gửi: Các phòng chuyên môn thuộc Sở

${bases.map(basis => `Căn cứ ${basis};`).join('\n')}

${body}

Nơi nhận:
- Như trên;
- Lưu: VT.
`
}

function decree(number: string, { title = 'Quy định về việc thử', clause = '' } = {}): string {
  return `CHÍNH PHỦ

Số: ${number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Nội, ngày 21 tháng 6 năm 2021

NGHỊ ĐỊNH
${title}

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;

Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về việc thử.

Điều 2. Hiệu lực thi hành
${clause || 'Nghị định này có hiệu lực thi hành từ ngày 15 tháng 8 năm 2021.'}

Nơi nhận:
- Lưu: VT.
`
}

const DECREE = 'Nghị định số 60/2021/NĐ-CP ngày 21 tháng 6 năm 2021 của Chính phủ'
const DECREE_NUMBER = '60/2021/NĐ-CP'
const DECREE_2018 = '34/2016/NĐ-CP'
/** Repealed whole by the decree. */
const REPEALED = '16/2015/NĐ-CP'
const LAND = ['13/2003/QH11', '45/2013/QH13', '31/2024/QH15']
const ENTERPRISE = ['60/2005/QH11', '68/2014/QH13', '59/2020/QH14']

/** The shipped facts on a few documents and what they did to one another. */
const NUMBERS = [DECREE_NUMBER, DECREE_2018, REPEALED, ...LAND, ...ENTERPRISE]
const shipped = {
  documents: starterTable('documents'),
  laws: starterTable('laws'),
  relations: starterTable('relations'),
  issuers: starterTable('issuers'),
}
const isOne = ({ number }: { number: string }) => NUMBERS.includes(number)
const SOME = {
  documents: shipped.documents.filter(isOne),
  laws: shipped.laws.filter(isOne),
  relations: shipped.relations.filter(
    ({ from_number: from, to_number: to }) => NUMBERS.includes(from) || NUMBERS.includes(to),
  ),
  issuers: shipped.issuers,
}

const rowOf = (number: string) =>
  LegalDocument.findOne({ number, origin: 'starter' }).lean<LegalDocumentRecord>().orFail()
const citationOf = (from: Types.ObjectId, number: string) =>
  Citation.findOne({ from, number }).lean().orFail()

describe('the starter catalogue', function () {
  this.timeout(240_000)
  useDatabase()
  let counts: Awaited<ReturnType<typeof loadStarter>>
  let rowCount: number
  let edgeCount: number
  const loadSome = () => loadStarter({ actor: null, outside: OUTSIDE, tables: SOME })

  before(async () => {
    const rows = await documentRows(SOME)
    rowCount = rows.length
    edgeCount = (await relationRows(SOME.relations, rows)).edges.length
  })

  beforeEach(async () => {
    counts = await loadSome()
    await buildHome()
  })

  async function withdraw(id: Types.ObjectId): Promise<void> {
    const { revision } = await load(id)
    const origin = { id: String(id), revision, actor: clerk('legalLead'), outside: OUTSIDE }
    expect((await withdrawDocument({ ...origin, reason: 'ghi nhầm' })).ok).to.equal(true)
  }

  /** Lets something happen once, just before a method of a model is called the next time. */
  function justBefore(model: object, method: string, happens: () => Promise<unknown>): void {
    const methods = model as Record<string, (...given: unknown[]) => unknown>
    const call = methods[method]
    methods[method] = async (...given: unknown[]) => {
      if (call) methods[method] = call
      await happens()
      return call?.apply(model, given)
    }
  }

  describe('loaded', () => {
    it('holds the documents, laws, relations and stated events of the facts', async () => {
      expect(counts).to.include({ documents: rowCount, relations: edgeCount })
      expect(await LegalDocument.countDocuments({ origin: 'starter' })).to.equal(rowCount)
      expect(await Relation.countDocuments({ source: 'fact:starter' })).to.equal(edgeCount)
      expect(await Effect.countDocuments({ origin: 'starter' })).to.equal(counts?.effects)
      expect(await Review.countDocuments()).to.equal(0)
      expect((await findLoad()).record).to.include({ state: 'done' })
      expect(await AuditEntry.countDocuments({ action: 'catalogueLoad' })).to.equal(1)
    })

    it('makes rows nobody owns, told apart and with their support', async () => {
      const row = await rowOf('60/2021/NĐ-CP')
      expect(row).to.include({ direction: 'reference', own: false, state: 'confirmed' })
      expect(row.responsibleUnit).to.equal(undefined)
      expect(row.starter).to.deep.include({ support: 10, dissent: 0 })
      expect(row.starter?.basis).to.equal('codification+agreement')
      expect(row.starter?.sources).to.not.be.empty
      expect(await LegalDocument.countDocuments({ origin: 'starter', own: true })).to.equal(0)
    })

    it('knows the force only where a source states it', async () => {
      const statuses = await LegalDocument.distinct('forceStatus', {
        origin: 'starter',
        effectiveFrom: null,
      })
      expect(statuses).to.not.include('inForce')
      const ended = await rowOf('13/2003/QH11')
      expect(ended.forceStatus).to.equal('expired')
      // A later Luật Doanh nghiệp is known and no source states the end of this one.
      expect((await rowOf('60/2005/QH11')).forceStatus).to.equal('undetermined')
      // Replaced from a day no source states, by a law issued in 2024: not before that.
      const land = await rowOf('45/2013/QH13')
      const effects = await Effect.find({ target: land._id }).lean()
      const on = (day: string) => forceStatus(effects, forceFacts(land, day)).status
      expect(on('2022-05-14')).to.not.equal('undetermined')
      expect(on('2026-11-21')).to.equal('undetermined')
      expect((await rowOf('60/2021/NĐ-CP')).forceStatus).to.be.oneOf(['inForce', 'amended'])
    })

    it('writes nothing the second time', async () => {
      const before = await LegalDocument.find().sort({ _id: 1 }).lean()
      const again = await loadSome()
      expect(again).to.include({ documentsAdded: 0, documentsChanged: 0 })
      expect(again).to.include({ relationsAdded: 0, effectsAdded: 0 })
      expect(await LegalDocument.find().sort({ _id: 1 }).lean()).to.deep.equal(before)
    })

    it('writes the status of a document whose events alone changed', async () => {
      const ended = await rowOf('13/2003/QH11')
      expect(ended.forceStatus).to.equal('expired')
      const old = { on: '2099-01-01', 'starter.print': 'cũ' }
      await Effect.updateOne({ target: ended._id, kind: 'replaced' }, old)
      await LegalDocument.updateOne({ _id: ended._id }, { forceStatus: 'inForce' })
      expect(await loadSome()).to.include({ documentsChanged: 0, effectsAdded: 0 })
      expect((await load(ended._id)).forceStatus).to.equal('expired')
    })

    it('goes on where it was cut off', async () => {
      await LegalDocument.deleteMany({ number: /\/QH/u })
      await Relation.deleteMany({ kind: 'amends' })
      await CatalogueLoad.updateOne({}, { state: 'running', leaseUntil: new Date(0) })
      expect(await findLoad()).to.include({ isCutOff: true, isRunning: false })
      const again = await loadSome()
      expect(again?.documentsAdded).to.be.greaterThan(3)
      expect(await LegalDocument.countDocuments({ origin: 'starter' })).to.equal(rowCount)
      expect(await Relation.countDocuments({ source: 'fact:starter' })).to.equal(edgeCount)
    })

    it('is loaded by one at a time, on however many machines', async () => {
      const claims = await Promise.all([1, 2, 3].map(() => claimLoad(null)))
      expect(claims.filter(Boolean)).to.have.length(1)
      expect(await loadSome()).to.equal(null)
      await CatalogueLoad.updateOne({}, { leaseUntil: new Date(0) })
      const next = await claimLoad(null)
      expect(next).to.not.equal(null)
      const [first] = claims.filter(claim => claim !== null)
      const late = await markProgress(first!, { more: 1 }).catch((error: Error) => error.name)
      expect(late).to.equal('LoadLost')
    })

    it('is alive while it links what waited, and stops when another took it over', async () => {
      await LegalDocument.deleteMany({ origin: 'starter' })
      const own = await register(dispatch({ bases: [DECREE] }), { own: true })
      const leases: Date[] = []
      const wanted = {
        ...{ actor: null, outside: OUTSIDE, tables: SOME },
        onProgress: ({ stage, leaseUntil }: CatalogueLoadRecord) =>
          void (stage === 'links' && leases.push(leaseUntil)),
      }
      const duringLinks = (change: object) => {
        justBefore(Citation, 'distinct', () => CatalogueLoad.updateOne({}, change).exec())
        return loadStarter(wanted)
      }
      expect(await duringLinks({ claimedBy: 'another' })).to.equal(null)
      expect((await citationOf(own._id, DECREE_NUMBER)).state).to.equal('missing')
      await CatalogueLoad.deleteMany({})
      expect(await duringLinks({ leaseUntil: new Date(0) })).to.include({ linked: 1 })
      expect(leases).to.have.length(1)
      expect(leases[0]?.getTime()).to.be.greaterThan(Date.now())
    })

    it('does not drown the register', async () => {
      const actor = await buildActor(['legalLead'])
      const own = await buildDocument()
      const wanted = { sort: 'issued' as const, page: 1, actor }
      const list = await listDocuments({ ...wanted, filters: { state: 'confirmed' } })
      expect(list.rows.map(({ _id }) => String(_id))).to.deep.equal([String(own._id)])
      expect(list.states).to.deep.equal({
        confirmed: 1,
        starter: rowCount,
        all: rowCount + 1,
        withdrawn: 0,
      })
      const all = await listDocuments({ ...wanted, filters: { state: 'starter' } })
      expect(all.total).to.equal(rowCount)
      expect(await countRegistered()).to.equal(1)
    })
  })

  describe('citations', () => {
    it('of a pasted dispatch are linked to its rows, by number and by the name of a law', async () => {
      const draft = await takeIn(
        dispatch({
          bases: [DECREE, 'Luật Đất đai năm 2013', 'Luật Đất đai'],
          date: 'ngày 14 tháng 5 năm 2022',
        }),
      )
      const cited = await Citation.find({ from: draft._id }).sort({ start: 1 }).lean()
      const to = async (number: string) => String((await rowOf(number))._id)
      expect(cited.map(({ state }) => state)).to.deep.equal(['linked', 'linked', 'linked'])
      expect(String(cited[0]?.to)).to.equal(await to('60/2021/NĐ-CP'))
      expect(String(cited[1]?.to)).to.equal(await to('45/2013/QH13'))
      // The version in force on the citing day.
      expect(String(cited[2]?.to)).to.equal(await to('45/2013/QH13'))
    })

    it('that wait in the register come alive with the load, and no review opens', async () => {
      await LegalDocument.deleteMany({ origin: 'starter' })
      await Effect.deleteMany({})
      await Relation.deleteMany({})
      const own = await register(dispatch({ bases: [DECREE] }), { own: true })
      expect((await citationOf(own._id, '60/2021/NĐ-CP')).state).to.equal('missing')
      const again = await loadSome()
      expect(again?.linked).to.equal(1)
      expect((await citationOf(own._id, '60/2021/NĐ-CP')).state).to.equal('linked')
      const row = await rowOf('60/2021/NĐ-CP')
      expect(await Relation.exists({ from: own._id, to: row._id, kind: 'basedOn' })).to.not.equal(
        null,
      )
      expect(await Review.countDocuments()).to.equal(0)
    })
  })

  describe('a registered document', () => {
    it('takes the place of its row without a sheet, and what led there leads here', async () => {
      const citing = await register(dispatch({ bases: [DECREE] }), { own: true })
      const row = await rowOf('60/2021/NĐ-CP')
      const relations = await Relation.countDocuments({ $or: [{ from: row._id }, { to: row._id }] })
      const registered = await register(decree('60/2021/NĐ-CP', { title: 'Quy định khác' }))
      expect((await citationOf(citing._id, '60/2021/NĐ-CP')).to).to.deep.equal(registered._id)
      expect(await Citation.countDocuments({ to: row._id })).to.equal(0)
      expect(await Relation.countDocuments({ $or: [{ from: row._id }, { to: row._id }] })).to.equal(
        0,
      )
      expect(
        await Relation.countDocuments({ $or: [{ from: registered._id }, { to: registered._id }] }),
      ).to.be.at.least(relations)
      const behind = await load(row._id)
      expect(behind).to.include({ state: 'withdrawn', title: row.title })
      expect(behind.supersededBy).to.deep.equal(registered._id)
      expect(await AuditEntry.countDocuments({ action: 'catalogueAdopt' })).to.equal(1)
    })

    it('wins where the day differs, and both stay', async () => {
      const draft = decree('60/2021/NĐ-CP').replace('ngày 21 tháng 6', 'ngày 22 tháng 6')
      const registered = await register(draft)
      expect((await load((await rowOf('60/2021/NĐ-CP'))._id)).supersededBy).to.deep.equal(
        registered._id,
      )
      const again = await loadSome()
      expect(again).to.include({ documentsAdded: 0, documentsChanged: 0 })
      expect((await load(registered._id)).issuedOn).to.equal('2021-06-22')
    })

    it('that was there before the load has its row behind it from the start', async () => {
      await LegalDocument.deleteMany({ origin: 'starter' })
      await Effect.deleteMany({})
      await Relation.deleteMany({})
      const registered = await register(decree('60/2021/NĐ-CP'))
      const again = await loadSome()
      expect(again).to.include({ registered: 1 })
      const row = await rowOf('60/2021/NĐ-CP')
      expect(row).to.include({ state: 'withdrawn' })
      expect(await Relation.countDocuments({ $or: [{ from: row._id }, { to: row._id }] })).to.equal(
        0,
      )
      expect(await Effect.countDocuments({ target: registered._id, kind: 'issued' })).to.equal(1)
    })

    it('confirmed while the rows are written takes the place of its row at the end of the load', async () => {
      await LegalDocument.deleteMany({ origin: 'starter' })
      await Effect.deleteMany({})
      await Relation.deleteMany({})
      let registered: LegalDocumentRecord | undefined
      justBefore(LegalDocument, 'bulkWrite', async () => {
        registered = await register(decree(DECREE_NUMBER))
      })
      const again = await loadSome()
      expect(again).to.include({ registered: 1 })
      const row = await rowOf(DECREE_NUMBER)
      expect(row).to.include({ state: 'withdrawn' })
      expect(row.supersededBy).to.deep.equal(registered?._id)
      const ofRow = { $or: [{ from: row._id }, { to: row._id }] }
      expect(await Relation.countDocuments(ofRow)).to.equal(0)
      const citing = await register(dispatch({ bases: [DECREE] }), { own: true })
      expect((await citationOf(citing._id, DECREE_NUMBER)).state).to.equal('linked')
      expect(await AuditEntry.countDocuments({ action: 'catalogueAdopt' })).to.equal(1)
    })

    it('confirmed while the relations are written gets those of its row', async () => {
      await Relation.deleteMany({})
      await Effect.deleteMany({})
      let registered: LegalDocumentRecord | undefined
      justBefore(Relation, 'bulkWrite', async () => {
        registered = await register(decree(DECREE_NUMBER))
      })
      await loadSome()
      const row = await rowOf(DECREE_NUMBER)
      const of = (_id?: Types.ObjectId) => ({ $or: [{ from: _id }, { to: _id }] })
      expect(await Relation.countDocuments(of(row._id))).to.equal(0)
      expect(await Relation.countDocuments(of(registered?._id))).to.be.greaterThan(0)
      const done = { $or: [{ source: row._id }, { target: row._id, source: { $ne: null } }] }
      expect(await Effect.countDocuments(done)).to.equal(0)
    })

    it('withdrawn while the relations are written leaves them to its row', async () => {
      const registered = await register(decree(DECREE_NUMBER))
      await Relation.deleteMany({})
      await Effect.deleteMany({})
      justBefore(Relation, 'bulkWrite', () => withdraw(registered._id))
      await loadSome()
      const row = await rowOf(DECREE_NUMBER)
      expect(row).to.include({ state: 'confirmed' })
      const of = (_id: Types.ObjectId) => ({ $or: [{ from: _id }, { to: _id }] })
      const stated = { source: 'fact:starter' }
      expect(await Relation.countDocuments({ ...of(registered._id), ...stated })).to.equal(0)
      expect(await Relation.countDocuments({ ...of(row._id), ...stated })).to.be.greaterThan(0)
    })

    it('that has stood beside its row since an earlier load is one with it after the next', async () => {
      const registered = await register(decree(DECREE_NUMBER))
      const row = await rowOf(DECREE_NUMBER)
      const apart = { $set: { state: 'confirmed' as const }, $unset: { supersededBy: 1 } }
      await LegalDocument.updateOne({ _id: row._id }, apart)
      const citing = await register(dispatch({ bases: [DECREE] }), { own: true })
      expect((await citationOf(citing._id, DECREE_NUMBER)).state).to.equal('several')
      await loadSome()
      expect((await load(row._id)).supersededBy).to.deep.equal(registered._id)
      const cited = await citationOf(citing._id, DECREE_NUMBER)
      expect(cited).to.include({ state: 'linked' })
      expect(cited.to).to.deep.equal(registered._id)
    })

    it('gives the row back when it is withdrawn, or corrected to be another', async () => {
      const citing = await register(dispatch({ bases: [DECREE] }), { own: true })
      const row = await rowOf('60/2021/NĐ-CP')
      const relations = await Relation.countDocuments({ $or: [{ from: row._id }, { to: row._id }] })
      const registered = await register(decree('60/2021/NĐ-CP'))
      const origin = { id: String(registered._id), actor: clerk('legalLead'), outside: OUTSIDE }
      const revision = registered.revision
      const answer = await withdrawDocument({ ...origin, revision, reason: 'ghi nhầm' })
      expect(answer.ok).to.equal(true)
      expect(await rowOf('60/2021/NĐ-CP')).to.include({ state: 'confirmed' })
      expect((await citationOf(citing._id, '60/2021/NĐ-CP')).to).to.deep.equal(row._id)
      expect(
        await Relation.countDocuments({ $or: [{ from: row._id }, { to: row._id }] }),
      ).to.be.at.least(relations)
      const other = await register(decree('60/2021/NĐ-CP', { title: 'Quy định lần nữa' }))
      const corrections = { number: '600/2021/NĐ-CP' }
      const change = { ...origin, id: String(other._id), revision: other.revision, corrections }
      expect((await correctDocument({ ...change, reason: 'gõ nhầm số' })).ok).to.equal(true)
      expect((await rowOf('60/2021/NĐ-CP')).supersededBy).to.equal(undefined)
    })

    it('gives back what its text states as well, and what the catalogue was silent on', async () => {
      const row = await rowOf(DECREE_NUMBER)
      const repealed = (await rowOf(REPEALED))._id
      const done = () => Effect.find({ source: row._id, target: repealed }).lean()
      const [before] = await done()
      const registered = await register(decree(DECREE_NUMBER))
      const pair = { from: registered._id, to: repealed, kind: 'repeals' as const }
      const said = { source: 'text', quote: 'Bãi bỏ', $unset: { effectiveOn: 1 } }
      expect(await Relation.updateOne(pair, said)).to.include({ modifiedCount: 1 })
      const own = { source: registered._id, target: repealed }
      await Effect.updateOne(own, { origin: 'register', on: '2021-09-01' })
      await withdraw(registered._id)
      const back = await Relation.findOne({ ...pair, from: row._id }).lean()
      expect(back).to.include({ source: 'fact:starter', scope: 'whole', effectiveOn: '2021-08-15' })
      expect(back?.starter?.print).to.not.equal(undefined)
      expect(await Relation.findOne(pair).lean()).to.include({ source: 'text', quote: 'Bãi bỏ' })
      const [after] = await done()
      expect(after).to.include({ kind: 'repealed', on: before?.on, origin: 'starter' })
      expect(after?.starter).to.deep.equal(before?.starter)
      const again = await loadSome()
      expect(again).to.include({ relationsAdded: 0, effectsAdded: 0 })

      const other = await register(decree(DECREE_NUMBER, { title: 'Quy định lần nữa' }))
      await Effect.updateOne(
        { source: other._id, target: repealed },
        { withdrawnReason: t('catalogue.givesWay') },
      )
      await withdraw(other._id)
      expect((await done()).map(({ withdrawnReason }) => withdrawnReason)).to.deep.equal([''])
    })

    it('that replaces a row opens reviews on ours as usual', async () => {
      const own = await register(dispatch({ bases: [DECREE] }), { own: true })
      const clause = `Nghị định này thay thế ${DECREE}.`
      const text = decree('999/2026/NĐ-CP', { clause }).replace(
        'ngày 21 tháng 6 năm 2021\n\nNGHỊ ĐỊNH',
        'ngày 20 tháng 10 năm 2026\n\nNGHỊ ĐỊNH',
      )
      const draft = await takeIn(text)
      const cited = await citationOf(draft._id, '60/2021/NĐ-CP')
      expect(cited).to.include({ relation: 'replaces', state: 'linked' })
      await register(`${text}\nBản để đăng ký.`, {})
      const again = await Citation.findOne({
        relation: 'replaces',
        from: { $ne: draft._id },
      }).lean()
      expect(again).to.not.equal(null)
      const preview = await previewCascade({
        target: (await rowOf('60/2021/NĐ-CP'))._id,
        kind: 'replaced',
        actor: null,
        today: TODAY,
      })
      expect(preview.toOpen.map(({ id }) => id)).to.deep.equal([String(own._id)])
    })
  })

  it('is shipped whole: every fact finds its place, while others are served', async () => {
    let turns = 0
    let isMade = false
    const serve = () => {
      turns += 1
      if (!isMade) setImmediate(serve)
    }
    serve()
    const rows = await documentRows(shipped)
    const { edges, events, lost } = await relationRows(shipped.relations, rows)
    isMade = true
    expect(turns).to.be.greaterThan(100)
    expect(await shippedTables()).to.deep.equal(shipped)
    expect(shipped).to.include.keys('documents', 'laws', 'relations', 'issuers')
    expect([shipped.documents.length, shipped.laws.length]).to.deep.equal([6028, 390])
    expect(shipped.relations.length).to.equal(5191)
    expect(new Set(rows.map(({ _id }) => String(_id))).size).to.equal(rows.length)
    expect(rows.filter(({ type }) => type === '')).to.deep.equal([])
    expect(edges.length + events.filter(({ kind }) => kind === 'expired').length + lost).to.equal(
      5191,
    )
    expect(lost).to.be.below(20)
  })

  describe('a person', () => {
    it('who corrects a row wins over later loads', async () => {
      const row = await rowOf(DECREE_2018)
      const origin = { id: String(row._id), revision: row.revision, outside: OUTSIDE }
      const corrections = { title: 'Trích yếu người sửa' }
      const actor = clerk('legalLead')
      const answer = await correctDocument({ ...origin, actor, corrections, reason: 'đối chiếu' })
      expect(answer.ok).to.equal(true)
      await LegalDocument.updateOne({ _id: row._id }, { 'starter.print': 'cũ' })
      const again = await loadSome()
      expect(again).to.include({ documentsChanged: 1 })
      const after = await load(row._id)
      expect(after.title).to.equal('Trích yếu người sửa')
      expect(after.starter?.told?.title).to.equal(row.title)
    })

    it('cannot make a row ours: it is registered first', async () => {
      const row = await rowOf(DECREE_2018)
      const answer = await correctDocument({
        ...{ id: String(row._id), revision: row.revision, actor: clerk('legalLead') },
        ...{ outside: OUTSIDE, corrections: { own: true }, reason: 'thử' },
      })
      expect(answer).to.deep.include({ ok: false })
    })

    it('who takes an edge of a registered document back keeps it from the row behind as well', async () => {
      const repealed = (await rowOf(REPEALED))._id
      const registered = await register(decree(DECREE_NUMBER))
      const pair = { to: repealed, kind: 'repeals' as const }
      const edge = await Relation.findOne({ from: registered._id, ...pair })
        .lean()
        .orFail()
      const { _id, revision } = await load(registered._id)
      const by = { id: String(_id), revision, actor: clerk('legalLead'), outside: OUTSIDE }
      const answer = await removeRelation({ ...by, relationId: String(edge._id), reason: 'sai' })
      expect(answer.ok).to.equal(true)
      await withdraw(registered._id)
      const row = await rowOf(DECREE_NUMBER)
      // As after another load of other facts.
      await Effect.deleteMany({ target: repealed, source: row._id })
      await loadSome()
      expect(await Relation.exists({ from: row._id, ...pair })).to.equal(null)
      expect(await Effect.exists({ target: repealed, source: row._id })).to.equal(null)
    })

    it('who takes an edge back keeps it away', async () => {
      const edge = await Relation.findOne({ kind: 'replaces', source: 'fact:starter' })
        .lean()
        .orFail()
      const page = await load(edge.from)
      const answer = await removeRelation({
        ...{ id: String(page._id), revision: page.revision, actor: clerk('legalLead') },
        ...{ outside: OUTSIDE, relationId: String(edge._id), reason: 'không đúng' },
      })
      expect(answer.ok).to.equal(true)
      await loadSome()
      const { from, to, kind } = edge
      expect(await Relation.exists({ from, to, kind })).to.equal(null)
      const event = await Effect.findOne({ source: from, target: to }).lean()
      expect(event?.withdrawnReason).to.equal('không đúng')
    })
  })
})
