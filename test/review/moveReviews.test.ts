import { expect } from 'chai'
import { reviveSome } from '../../server/catalogue/starter/reviveWaiting.ts'
import { correctDocument } from '../../server/intake/correctDocument.ts'
import { decideCitation } from '../../server/intake/decideCitation.ts'
import { inTransaction } from '../../server/lib/mongo.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { Citation } from '../../server/models/Citation.ts'
import type { LegalDocumentRecord } from '../../server/models/LegalDocument.ts'
import { Review, type ReviewRecord } from '../../server/models/Review.ts'
import {
  buildActor,
  buildCitation,
  buildDocument,
  buildHome,
  buildReview,
  buildUnit,
  NOW,
  TODAY,
} from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { clerk, OUTSIDE, register } from '../support/takeIn.ts'

const NUMBER = '20/2019/QĐ-UBND'
const IDENTITY = {
  ...{ number: NUMBER, issuerName: 'UBND tỉnh Đồng Tháp', issuedOn: '2019-05-06' },
  docClass: 'qppl' as const,
}
const DECISION = `UBND TỈNH ĐỒNG THÁP
Số: ${NUMBER}
Đồng Tháp, ngày 06 tháng 5 năm 2019

QUYẾT ĐỊNH
Ban hành Quy định về chợ đêm
`

describe('reviews by order', () => {
  useDatabase()
  beforeEach(() => buildHome())

  /** A review by order that rests on a stub, with the citation it waits on. */
  async function onStub() {
    const citation = await buildCitation({
      ...{ number: NUMBER, issuer: 'UBND tỉnh Đồng Tháp', issuedOn: '2019-05-06' },
    })
    const review = await buildReview({
      ...{ kind: 'internal', ground: 'ordered', groundText: 'Rà soát nội bộ' },
      document: citation._id,
      stub: { citation: citation._id, toKey: citation.toKey, name: `Quyết định ${NUMBER}` },
    })
    return { citation, review }
  }
  const stored = ({ _id }: ReviewRecord) => Review.findById(_id).orFail().lean<ReviewRecord>()

  async function expectAt(review: ReviewRecord, document: LegalDocumentRecord) {
    const moved = await stored(review)
    expect(String(moved.document)).to.equal(String(document._id))
    expect(moved.stub ?? null).to.equal(null)
    expect(moved).to.include({ kind: 'statutory' })
    expect(moved.groundText).to.include('cơ quan có thẩm quyền')
    expect(moved.history.at(-1)).to.include({ what: 'tied', note: NUMBER })
    expect(await AuditEntry.countDocuments({ action: 'reviewTie', target: review._id })).to.equal(1)
  }

  it('move from a row of the starter catalogue to the document that takes its place', async () => {
    const row = await buildDocument({ ...IDENTITY, origin: 'starter' })
    const review = await buildReview({ ground: 'ordered', document: row._id, kind: 'internal' })
    const document = await register(DECISION)
    await expectAt(review, document)
  })

  it('move from a stub to a row the catalogue brings, then to the document', async () => {
    const { review } = await onStub()
    const row = await buildDocument({ ...IDENTITY, origin: 'starter' })
    const settling = { actor: null, today: TODAY, now: NOW }
    await inTransaction(session => reviveSome([row._id], settling, session))
    await expectAt(review, row)
    const document = await register(DECISION)
    expect(String((await stored(review)).document)).to.equal(String(document._id))
  })

  it('move to a document that gets its number later, in its unit’s queue', async () => {
    const { review } = await onStub()
    const unit = await buildUnit()
    const document = await buildDocument({ ...IDENTITY, number: '', responsibleUnit: unit._id })
    const answer = await correctDocument({
      ...{ id: String(document._id), revision: document.revision, reason: 'Đã có số' },
      ...{ actor: clerk(), outside: OUTSIDE, corrections: { number: NUMBER } },
    })
    expect(answer).to.include({ ok: true, linkedCitations: 1 })
    await expectAt(review, document)
    expect(String((await stored(review)).unit)).to.equal(String(unit._id))
  })

  it('move when a person links another mention of the same document with its like', async () => {
    const { citation, review } = await onStub()
    const document = await buildDocument({ ...IDENTITY, number: '7/2019/QĐ-UBND' })
    const { from, number } = citation
    const other = await buildCitation({ from, number })
    const answer = await decideCitation({
      ...{ citationId: String(other._id), decision: { kind: 'link', to: String(document._id) } },
      ...{ alike: true, revision: 1, actor: await buildActor(), outside: OUTSIDE },
    })
    expect(answer).to.include({ ok: true })
    expect(String((await Citation.findById(citation._id).lean())?.to)).to.equal(
      String(document._id),
    )
    expect(String((await stored(review)).document)).to.equal(String(document._id))
  })
})
