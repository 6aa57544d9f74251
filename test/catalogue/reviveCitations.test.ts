import { expect } from 'chai'
import {
  reresolvePointing,
  reviveCitations,
} from '../../server/catalogue/citations/reviveCitations.ts'
import { relationsFromCitations } from '../../server/catalogue/relations/relationsFromCitations.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { Citation } from '../../server/models/Citation.ts'
import { LegalDocument, type LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { Relation } from '../../server/models/Relation.ts'
import { buildActor, buildCitation, buildDocument } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'

const DECREE = { number: '60/2021/NĐ-CP', type: 'decree', issuerName: 'Chính phủ' } as const

const revive = (document: LegalDocumentRecord) =>
  inTransaction(session => reviveCitations(document, session))
const stateOf = async (id: unknown) => Citation.findById(id).lean()

describe('reviveCitations', () => {
  useDatabase()

  it('links every citation that waited for the number, in documents and drafts', async () => {
    const one = await buildCitation({ number: DECREE.number })
    const two = await buildCitation({ number: DECREE.number })
    const inDraft = await buildCitation({ number: DECREE.number, isLive: false })
    const decree = await buildDocument(DECREE)
    const revived = await revive(decree)
    expect(revived).to.deep.include({ linked: 2, doubtful: 0 })
    expect(revived.citations.map(String)).to.have.members(
      [one, two, inDraft].map(({ _id }) => String(_id)),
    )
    expect(await stateOf(inDraft._id)).to.deep.include({ state: 'linked', to: decree._id })
  })

  it('does nothing the second time', async () => {
    await buildCitation({ number: DECREE.number })
    const decree = await buildDocument(DECREE)
    await revive(decree)
    expect(await revive(decree)).to.deep.equal({ linked: 0, doubtful: 0, citations: [] })
  })

  it('leaves what a person decided', async () => {
    const rejected = await buildCitation({
      number: DECREE.number,
      state: 'rejected',
      decision: 'rejected',
    })
    const none = await buildCitation({ number: DECREE.number, decision: 'none' })
    const revived = await revive(await buildDocument(DECREE))
    expect(revived.linked).to.equal(0)
    expect(await stateOf(rejected._id)).to.include({ state: 'rejected' })
    expect(await stateOf(none._id)).to.include({ state: 'missing' })
  })

  it('links a citation a person added and nobody linked yet', async () => {
    const added = await buildCitation({
      number: DECREE.number,
      origin: 'person',
      decision: 'added',
    })
    await revive(await buildDocument(DECREE))
    expect(await stateOf(added._id)).to.include({ state: 'linked', decision: 'added' })
  })

  it('turns a machine link that a new document makes doubtful to several; a person’s link stays', async () => {
    const first = await buildDocument({ number: '7/KH-UBND', type: 'plan' })
    const link = {
      number: '7/KH-UBND',
      issuedOn: '2024-05-06',
      state: 'linked',
      to: first._id,
    } as const
    const byMachine = await buildCitation({ ...link, relation: 'implements' })
    const byPerson = await buildCitation({ ...link, decision: 'linked' })
    await inTransaction(session =>
      relationsFromCitations({ citations: [byMachine._id] }, null, session),
    )
    expect(await Relation.countDocuments()).to.equal(1)

    const second = await buildDocument({ number: '7/KH-UBND', type: 'plan' })
    expect(await revive(second)).to.deep.include({ linked: 0, doubtful: 1 })
    expect(await stateOf(byMachine._id)).to.deep.include({ state: 'several', to: null })
    expect(await stateOf(byPerson._id)).to.deep.include({ state: 'linked', to: first._id })
    expect(await Relation.countDocuments(), 'the edge that rested on it').to.equal(0)
  })

  it('revives a law cited by name and year', async () => {
    const cited = await buildCitation({ title: 'Luật Điện lực', year: 2024 })
    const law = {
      type: 'law',
      number: '61/2024/QH15',
      title: 'Luật Điện lực',
      issuerName: 'Quốc hội',
    } as const
    expect(await revive(await buildDocument({ ...law, issuedOn: '2024-11-30' }))).to.include({
      linked: 0,
    })
    // A text of 06/5/2024 does not name the law of 30/11/2024: the citing day decides.
    await LegalDocument.updateOne({ _id: cited.from }, { issuedOn: '2025-02-03' })
    const decided = await LegalDocument.findOne({ number: law.number }).lean<LegalDocumentRecord>()
    expect(await revive(decided!)).to.include({ linked: 1 })
  })

  it('revives a plan cited by its short name and years', async () => {
    const from = await buildDocument({ issuedOn: '2024-11-04' })
    const plan = { form: 'plan' as const, number: '', title: 'Kế hoạch CCHC', period: '2016-2020' }
    const toKey = 'p:ke hoach cai cach hanh chinh|2016-2020'
    await buildCitation({ ...plan, from: from._id, toKey })
    const registered = await buildDocument({
      ...{ number: '41/KH-UBND', type: 'plan', issuedOn: '2016-02-01' },
      title: 'Cải cách hành chính giai đoạn 2016-2020',
    })
    const { linked } = await inTransaction(session => reviveCitations(registered, session))
    expect(linked).to.equal(1)
  })

  it('lets citations wait again when the document is withdrawn', async () => {
    const cited = await buildCitation({ number: DECREE.number })
    const decree = await buildDocument(DECREE)
    await revive(decree)
    await LegalDocument.updateOne({ _id: decree._id }, { state: 'withdrawn' })
    await inTransaction(session => reresolvePointing(decree, session))
    expect(await stateOf(cited._id)).to.deep.include({ state: 'missing', to: null })
  })
})

describe('relationsFromCitations', () => {
  useDatabase()

  it('makes one edge of several mentions, with the sentence as evidence, and none the second time', async () => {
    const [from, to] = [await buildDocument(), await buildDocument()]
    const edge = { from: from._id, to: to._id, state: 'linked', relation: 'basedOn' } as const
    const citation = await buildCitation({ ...edge, sentence: 'Căn cứ văn bản kia;' })
    await buildCitation(edge)
    const make = () =>
      inTransaction(session => relationsFromCitations({ from: [from._id] }, null, session))
    await make()
    const [relation] = await make()
    expect(await Relation.countDocuments()).to.equal(1)
    expect(relation).to.include({ kind: 'basedOn', quote: 'Căn cứ văn bản kia;', source: 'text' })
    expect(relation!.evidence.map(String)).to.include(String(citation._id))
    expect(relation!.evidence).to.have.length(2)
  })

  it('waits for a person before a document changes another', async () => {
    const to = await buildDocument()
    const citation = await buildCitation({ to: to._id, state: 'linked', relation: 'replaces' })
    const make = () =>
      inTransaction(session => relationsFromCitations({ citations: [citation._id] }, null, session))
    expect(await make()).to.have.length(0)
    const { id } = await buildActor()
    await Citation.updateOne({ _id: citation._id }, { relationDecided: true, decidedBy: id })
    const [relation] = await make()
    expect(relation).to.deep.include({ kind: 'replaces', confirmedBy: id })
  })

  it('takes no citation of a draft and none that is not linked', async () => {
    const to = await buildDocument()
    await buildCitation({ to: to._id, state: 'linked', relation: 'basedOn', isLive: false })
    await buildCitation({ to: to._id, state: 'several', relation: 'basedOn' })
    const from = await Citation.distinct('from')
    await inTransaction(session => relationsFromCitations({ from }, null, session))
    expect(await Relation.countDocuments()).to.equal(0)
  })
})
