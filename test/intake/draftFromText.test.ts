import { expect } from 'chai'
import { readConfig } from '../../server/config.ts'
import { confirmDraft } from '../../server/intake/confirmDraft.ts'
import { draftFromText } from '../../server/intake/draftFromText.ts'
import { AuditEntry } from '../../server/models/AuditEntry.ts'
import { Citation } from '../../server/models/Citation.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { FULL_HEADER, WITHOUT_LETTERHEAD, WITHOUT_NUMBER } from '../fixtures/dispatches.ts'
import { useDatabase } from '../support/database.ts'
import { takeIn, clerk, OUTSIDE } from '../support/takeIn.ts'

describe('draftFromText', () => {
  useDatabase()

  it('fills the form from a full letterhead, each field with the words it was read from', async () => {
    const draft = await takeIn(FULL_HEADER)
    expect(draft).to.include({
      state: 'draft',
      number: '731/SCT-QLNL',
      numberKey: '731/SCT-QLNL',
      issuedOn: '2021-05-14',
      place: 'Đồng Tháp',
      type: 'officialLetter',
      signer: 'Trần Thị Minh Họa',
    })
    for (const { start, end, quote } of draft.evidence) {
      expect(draft.text.slice(start, end)).to.equal(quote)
    }
  })

  it('leaves empty what the text does not hold', async () => {
    const draft = await takeIn(WITHOUT_LETTERHEAD)
    expect(draft).to.include({ number: '', title: '', issuerName: '', signer: '', type: '' })
    expect(draft.issuedOn).to.equal(undefined)
    expect(await Citation.countDocuments({ from: draft._id })).to.equal(1)
  })

  it('registers a draft without number or day', async () => {
    const draft = await takeIn(WITHOUT_NUMBER)
    expect(draft).to.include({ number: '', type: 'notice' })
    const answer = await confirmDraft({
      id: String(draft._id),
      revision: 1,
      corrections: {},
      actor: clerk(),
      outside: OUTSIDE,
    })
    expect(answer.ok).to.equal(true)
    const saved = await LegalDocument.findById(draft._id).lean()
    expect(saved).to.include({ state: 'confirmed', registeredOn: OUTSIDE.today(), number: '' })
    expect(await Citation.countDocuments({ from: draft._id, isLive: true })).to.equal(2)
  })

  it('refuses an empty paste and one over the limit, and saves nothing', async () => {
    const config = readConfig({ TEXT_LIMIT_MB: '1' })
    const input = { actor: clerk(), outside: OUTSIDE, config }
    const empty = await draftFromText({ ...input, text: ' \n\u0000 ' })
    const long = await draftFromText({ ...input, text: 'văn bản dài '.repeat(120_000) })
    expect(empty).to.deep.equal({
      ok: false,
      errors: { text: { key: 'intake.errors.emptyPaste' } },
    })
    expect(long).to.deep.equal({
      ok: false,
      errors: { text: { key: 'files.textTooLong', params: { limit: 1 } } },
    })
    expect(await LegalDocument.countDocuments()).to.equal(0)
  })

  it('stores pasted words NFC and without control characters', async () => {
    const draft = await takeIn('Thông báo\u0000 về đèn\u0007\r\nchợ đêm'.normalize('NFD'))
    expect(draft.text).to.equal('Thông báo về đèn\nchợ đêm'.normalize('NFC'))
  })

  it('knows the same paste again, also when two come at once', async () => {
    const input = { text: FULL_HEADER, actor: clerk(), outside: OUTSIDE, config: readConfig({}) }
    const answers = await Promise.all([1, 2, 3].map(() => draftFromText(input)))
    expect(answers.filter(({ ok }) => ok)).to.have.lengthOf(1)
    expect(answers.filter(answer => !answer.ok && answer.duplicate)).to.have.lengthOf(2)
    expect(await LegalDocument.countDocuments()).to.equal(1)
  })

  it('registers the same bytes again for a reason, and only then', async () => {
    await takeIn(FULL_HEADER)
    const input = { text: FULL_HEADER, actor: clerk(), outside: OUTSIDE, config: readConfig({}) }
    const without = await draftFromText({
      ...input,
      duplicate: { decision: 'registerAnyway', reason: ' ' },
    })
    expect(without).to.deep.equal({
      ok: false,
      errors: { reason: { key: 'intake.errors.reason' } },
    })
    const answer = await draftFromText({
      ...input,
      duplicate: { decision: 'registerAnyway', reason: 'Bản gửi riêng' },
    })
    expect(answer.ok && answer.duplicateOf !== undefined).to.equal(true)
    expect(await LegalDocument.countDocuments({ duplicateReason: 'Bản gửi riêng' })).to.equal(1)
  })

  it('leaves an audit entry', async () => {
    await takeIn(FULL_HEADER)
    expect(await AuditEntry.countDocuments({ action: 'draftCreate' })).to.equal(1)
  })
})
