import { expect } from 'chai'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { testApp, type SignedIn } from '../support/app.ts'
import { buildHome } from '../support/build.ts'
import { useDatabase } from '../support/database.ts'
import { wordsOf } from '../support/page.ts'

const SECRET = `Ký bởi: Sở Công Thương
UBND TỈNH AN PHÚC              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ CÔNG THƯƠNG                      Độc lập - Tự do - Hạnh phúc
Số: 15/SCT-VP                       An Phúc, ngày 06 tháng 3 năm 2025
V/v dự trữ hàng thiết yếu
TỐI MẬT
HỎA TỐC
Kính gửi: Các phòng thuộc Sở
Sở Công Thương yêu cầu các phòng thực hiện.
Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Trần Quốc Thịnh
`

describe('stamps on the check page', () => {
  useDatabase()
  let clerk: SignedIn

  beforeEach(async () => {
    await buildHome()
    clerk = await testApp().signedIn('clerk')
  })

  async function draft(): Promise<{ path: string; id: string }> {
    const answer = await clerk.post('/drafts', { text: SECRET })
    const path = String(answer.headers.location)
    return { path, id: path.split('/').at(-1) ?? '' }
  }
  const stored = (id: string) => LegalDocument.findById(id).lean()
  const box = (html: string) => /<input type="checkbox" id="restricted"[^>]*>/u.exec(html)?.[0]

  it('shows secrecy, urgency and who signed digitally, each where it was read', async () => {
    const { path, id } = await draft()
    const page = await clerk.get(path)
    expect(page.text).to.match(/id="secrecyMark"[^>]*value="TỐI MẬT"/u)
    expect(page.text).to.match(/id="urgency"[^>]*value="HỎA TỐC"/u)
    expect(page.text).to.match(/id="digitalSigner"[^>]*value="Sở Công Thương"/u)
    expect(await stored(id)).to.include({ signer: 'Trần Quốc Thịnh', issuerName: 'SỞ CÔNG THƯƠNG' })
  })

  it('ticks the restriction of a document stamped secret and says why', async () => {
    const { path, id } = await draft()
    const page = await clerk.get(path)
    expect(box(page.text)).to.include(' checked')
    expect(wordsOf(page.text)).to.include('Văn bản mang dấu “TỐI MẬT” nên Soát đề nghị hạn chế')
    expect((await stored(id))?.secrecy).to.equal('restricted')
  })

  it('leaves the tick off once the clerk took it away', async () => {
    const { path, id } = await draft()
    const answer = await clerk.post(path, { isForm: '1', revision: '1', secrecyMark: 'TỐI MẬT' })
    expect(answer.status).to.equal(303)
    expect(await stored(id)).to.include({ secrecy: '' })
    expect((await stored(id))?.decidedFields).to.deep.equal(['secrecy'])
    expect(box((await clerk.get(path)).text)).to.not.include(' checked')
  })

  it('takes the corrections of the stamps', async () => {
    const { path, id } = await draft()
    await clerk.post(path, {
      isForm: '1',
      revision: '1',
      restricted: '1',
      secrecyMark: 'MẬT',
      urgency: '',
      digitalSigner: 'Trần Quốc Thịnh',
    })
    expect(await stored(id)).to.include({
      secrecyMark: 'MẬT',
      urgency: '',
      digitalSigner: 'Trần Quốc Thịnh',
      secrecy: 'restricted',
    })
  })
})
