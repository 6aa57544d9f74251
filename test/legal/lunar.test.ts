import { expect } from 'chai'
import { hungKingsOf, tetOf } from '../../server/legal/lunar.ts'

describe('lunar', () => {
  const YEARS: [year: number, tet: string, hungKings: string][] = [
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2029, '2029-02-13', '2029-04-23'],
    // A day before the Chinese calendar: the new moon falls between the two midnights.
    [2030, '2030-02-02', '2030-04-12'],
  ]
  for (const [year, tet, hungKings] of YEARS) {
    it(`knows Tết and Giỗ Tổ of ${year}`, () => {
      expect([tetOf(year), hungKingsOf(year)]).to.deep.equal([tet, hungKings])
    })
  }

  it('follows the leap months of past years', () => {
    expect(['2020-01-25', '2023-01-22', '2014-01-31', '1985-01-21']).to.deep.equal(
      [2020, 2023, 2014, 1985].map(tetOf),
    )
    expect(hungKingsOf(2023)).to.equal('2023-04-29')
  })
})
