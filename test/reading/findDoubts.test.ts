import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editDistance } from '../../server/legal/editDistance.ts'
import { extract } from '../../server/reading/index.ts'

const FILE = join(import.meta.dirname, '../fixtures/passages/doubts.jsonl')

describe('doubts of our own passages', () => {
  for (const line of readFileSync(FILE, 'utf8').split('\n').filter(Boolean)) {
    const { id, text, citations } = JSON.parse(line) as {
      id: string
      text: string
      citations: { doubts: string[] }[]
    }
    it(id, () => {
      const found = extract(text).citations.map(({ doubts }) => doubts)
      expect(found).to.deep.equal(citations.map(({ doubts }) => doubts))
    })
  }
})

describe('a day', () => {
  const doubtsOf = (text: string) => extract(text).citations.at(-1)?.doubts
  it('that no calendar has is named', () => {
    const text = 'Theo Quyết định số 72/QĐ-UBND ngày 31/02/2020 của UBND tỉnh An Phúc.'
    expect(doubtsOf(text)).to.deep.equal(['impossibleDay:31/02/2020'])
  })
  it('after that of the document is doubted', () => {
    const head =
      'UBND TỈNH AN PHÚC\n\nSố: 5/QĐ-UBND\n\nAn Phúc, ngày 20 tháng 11 năm 2023\n\nQUYẾT ĐỊNH\nVề việc giao vốn\n\n'
    expect(doubtsOf(`${head}Căn cứ Kế hoạch số 7/KH-SCT ngày 02/12/2023 của Sở;`)).to.include(
      'laterThanDocument',
    )
    expect(doubtsOf(`${head}Căn cứ Kế hoạch số 7/KH-SCT ngày 02/11/2023 của Sở;`)).to.be.empty
  })
})

describe('the distance of two words', () => {
  const rows: [string, string, number][] = [
    ['bnnmt', 'bnnmt', 0],
    ['bnntm', 'bnnmt', 1],
    ['svn', 'snv', 1],
    ['bct', 'btc', 1],
    ['kh', 'kht', 1],
    ['abc', 'xyz', 2],
  ]
  for (const [one, other, distance] of rows) {
    it(`${one}, ${other}`, () => {
      expect(editDistance(one, other, 1)).to.equal(distance)
      expect(editDistance(other, one, 1)).to.equal(distance)
    })
  }
})
