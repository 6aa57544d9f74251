import { expect } from 'chai'
import { Citation } from '../../server/models/Citation.ts'
import { useDatabase } from '../support/database.ts'
import { register, takeIn } from '../support/takeIn.ts'

const decision = (province: string, day: string) => `ỦY BAN NHÂN DÂN TỈNH ${province.toUpperCase()}
Số: 8/2021/QĐ-UBND

${province}, ngày ${day} tháng 5 năm 2021

QUYẾT ĐỊNH
Ban hành Quy định về quản lý bến bãi

Điều 1. Ban hành Quy định.
`
/** Of a ministry: a bare number of a province names no one province there. */
const CITING = `BỘ CÔNG THƯƠNG
Số: 41/QĐ-BCT

Hà Nội, ngày 12 tháng 6 năm 2022

QUYẾT ĐỊNH
Phân công theo dõi bến bãi

Căn cứ Quyết định số 8/2021/QĐ-UBND ngày 04 tháng 5 năm 2021 của UBND tỉnh Lâm Đồng;

Điều 1. Thời hạn theo Điều 5 Quyết định số 8/2021/QĐ-UBND.
`
const states = async () =>
  (await Citation.find({}).sort({ start: 1 }).lean()).map(({ state, reason }) => [state, reason])

describe('linkRepeats', () => {
  useDatabase()

  it('links a short mention where its full one in the same text leads', async () => {
    await register(decision('Lâm Đồng', '04'))
    await register(decision('Gia Lai', '06'))
    await takeIn(CITING)
    expect((await states()).at(-1)).to.deep.equal(['linked', 'repeat'])
  })

  it('does so too when the document is registered afterwards, in the same save', async () => {
    await register(decision('Gia Lai', '06'))
    await register(CITING)
    await register(decision('Lâm Đồng', '04'))
    expect(await states()).to.deep.equal([
      ['linked', 'numberDateIssuer'],
      ['linked', 'repeat'],
    ])
  })

  it('leaves a short mention open where nothing in its text says more', async () => {
    await register(decision('Lâm Đồng', '04'))
    await register(decision('Gia Lai', '06'))
    await takeIn(CITING.replace(/Căn cứ[^\n]*\n/u, ''))
    expect((await states()).at(-1)?.[0]).to.equal('several')
  })
})
