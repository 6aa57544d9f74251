import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { FORCE_STATUSES, codes } from '../../server/legal/glossary.ts'
import { presentBand } from '../../server/presenters/band.ts'
import { optionsFrom, presentErrors } from '../../server/presenters/fields.ts'
import { formatters } from '../../server/presenters/format.ts'
import { presentLamp } from '../../server/presenters/lamp.ts'
import { presentPager } from '../../server/presenters/pager.ts'

const icons = readFileSync(join(import.meta.dirname, '../../views/assets/icons.svg'), 'utf8')

describe('presentLamp', () => {
  for (const status of codes(FORCE_STATUSES)) {
    it(`gives ${status} a word and a shape that is drawn`, () => {
      const lamp = presentLamp(status)
      expect(lamp.label).to.equal(FORCE_STATUSES[status].vi)
      expect(icons).to.contain(`id="${lamp.shape}"`)
    })
  }

  it('gives no two statuses the same shape', () => {
    const shapes = codes(FORCE_STATUSES).map(status => presentLamp(status).shape)
    expect(new Set(shapes).size).to.equal(shapes.length)
  })
})

describe('presentBand', () => {
  const band = presentBand({
    spans: [
      { from: '2020-01-01', kind: 'inForce' },
      { from: '2025-01-01', kind: 'ended' },
    ],
    ticks: ['2022-07-02'],
    to: '2030-01-01',
  })

  it('cuts the life into stretches that fill the whole width', () => {
    const [first, second] = band.segments
    expect(first).to.deep.equal({ x: '0.0', width: '50.0', kind: 'inForce' })
    expect(Number(second?.x) + Number(second?.width)).to.equal(100)
  })

  it('marks the day viewed', () => expect(band.ticks).to.deep.equal([{ x: '25.0' }]))

  it('says in words what it draws', () => {
    expect(band.label).to.contain('còn hiệu lực từ 01/01/2020')
    expect(band.label).to.contain('hết hiệu lực từ 01/01/2025')
    expect(band.label).to.contain('ngày xem 02/07/2022')
  })

  it('draws nothing for an unknown life, without failing', () => {
    expect(presentBand({ spans: [], ticks: [] }).segments).to.deep.equal([])
  })
})

describe('presentPager', () => {
  const facts = { size: 20, path: '/documents', query: { q: 'cấp điện' } }

  it('links to both neighbours and keeps the filters', () => {
    const pager = presentPager({ ...facts, page: 2, total: 3412 })
    expect(pager.range).to.equal('Đang hiện 21–40 trong 3.412')
    expect(pager.previous).to.match(/^\/documents\?q=.*&page=1$/u)
    expect(pager.next).to.match(/&page=3$/u)
  })

  it('has no link beyond the ends', () => {
    const pager = presentPager({ ...facts, page: 1, total: 4 })
    expect(pager).to.deep.equal({ range: 'Đang hiện 1–4 trong 4' })
  })

  it('says when there is nothing', () => {
    expect(presentPager({ ...facts, page: 1, total: 0 }).range).to.equal('Không có dòng nào')
  })
})

describe('formatters', () => {
  it('prints days, moments and numbers the Vietnamese way', () => {
    expect(formatters.date('2026-11-23')).to.equal('23/11/2026')
    expect(formatters.shortDate('2026-12-01')).to.equal('T3 01/12')
    expect(formatters.weekdayDate('2026-11-29')).to.equal('CN 29/11/2026')
    expect(formatters.longDate('2026-11-23')).to.equal('Thứ Hai, 23/11/2026')
    expect(formatters.moment(new Date('2026-11-22T17:20:00Z'))).to.equal('T2 23/11, 00:20')
    expect(formatters.number(3412)).to.equal('3.412')
    expect(formatters.coarseDate('2026-05-31', 'quarter')).to.equal('Quý II/2026')
  })

  it('prints nothing for nothing and leaves what is no day', () => {
    expect(formatters.date(undefined)).to.equal('')
    expect(formatters.date('không rõ')).to.equal('không rõ')
  })
})

describe('fields', () => {
  it('marks what is chosen', () => {
    const options = optionsFrom([{ value: 'a', label: 'A' }, { value: 'b', label: 'B' }], 'b') // prettier-ignore
    expect(options.map(option => option.selected)).to.deep.equal([false, true])
  })

  it('leads each error to its field', () => {
    const summary = presentErrors({ number: 'Nhập số' })
    expect(summary.title).to.equal('Chưa lưu được, còn 1 chỗ')
    expect(summary.errors).to.deep.equal([{ href: '#number', text: 'Nhập số' }])
  })
})
