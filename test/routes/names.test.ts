import { expect } from 'chai'
import { Citation } from '../../server/models/Citation.ts'
import { LearnedName } from '../../server/models/LearnedName.ts'
import { testApp } from '../support/app.ts'
import { buildCitation, buildDocument, buildLearnedName } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { wordsOf } from '../support/page.ts'

describe('names the register has learned', () => {
  useDatabase()

  it('are listed with the years and the province they hold for, and who disagrees', async () => {
    const { _id: document } = await buildDocument({ number: '12/KH-SYT', type: 'plan' })
    await buildLearnedName({
      ...{ kind: 'document', written: 'Kế hoạch kiểm tra', period: '2024', name: '', document },
      words: 'ke hoach kiem tra|2024|so y te/ha-tinh',
    })
    await buildLearnedName({
      ...{ written: 'TTXK', name: 'Tổ Thúc đẩy xuất khẩu', words: 'ttxk|ha-tinh' },
      isDisputed: true,
    })
    const admin = await testApp().signedIn('admin')
    const words = wordsOf((await admin.get('/admin/names')).text)
    expect(words).to.contain('Kế hoạch kiểm tra 2024 12/KH-SYT')
    expect(words).to.contain('TTXK trong văn bản của Hà Tĩnh Tổ Thúc đẩy xuất khẩu Hai người')
  })

  it('stop working when taken back: links the machine made open again, a person’s stay', async () => {
    const law = await buildDocument({
      ...{ type: 'law', number: '12/2015/QH13', issuerName: 'Quốc hội', issuedOn: '2015-06-25' },
      title: 'Luật Quản lý bến bãi',
    })
    const learned = await buildLearnedName({
      ...{ kind: 'document', written: 'Luật Bến bãi', name: '', document: law._id },
    })
    const link = { title: 'Luật Bến bãi', state: 'linked', to: law._id, reason: 'learned' } as const
    const byMachine = await buildCitation(link)
    const byPerson = await buildCitation({ ...link, decision: 'linked' })
    const admin = await testApp().signedIn('admin')
    const path = `/admin/names/${String(learned._id)}/retire`
    expect((await admin.post(path, { revision: learned.revision })).status).to.equal(303)
    const linkOf = async ({ _id }: typeof byMachine) => (await Citation.findById(_id).lean())?.to
    expect(await linkOf(byMachine)).to.equal(null)
    expect(String(await linkOf(byPerson))).to.equal(String(law._id))
    expect(await LearnedName.findById(learned._id).lean()).to.include({ isRetired: true })
  })
})
