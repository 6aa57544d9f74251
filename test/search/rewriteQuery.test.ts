import { expect } from 'chai'
import { markWords, runsFromEngine } from '../../server/search/markHits.ts'
import { rewriteQuery } from '../../server/search/rewriteQuery.ts'
import { hasDiacritics, telex } from '../../server/search/telex.ts'

describe('rewriteQuery', () => {
  const cases: [typed: string, words: string][] = [
    ['số 20/2019', '20/2019'],
    ['so 12/2024 chợ', '12/2024 chợ'],
    ['số liệu 2024', 'số liệu 2024'],
    ['Ủy ban nhân dân tỉnh', 'ubnd tỉnh'],
    ['uỷ ban nhân dân xã và hội đồng nhân dân', 'ubnd xã và hdnd'],
    ['20∕2019∕QĐ–UBND', '20/2019/QĐ-UBND'],
    ['“khuyến công”', 'khuyến công'],
  ]
  for (const [typed, words] of cases) {
    it(typed, () => expect(rewriteQuery(typed).words).to.equal(words))
  }

  it('sends a long title as one phrase, which the engine counts as one word', () => {
    const title = 'một hai ba bốn năm sáu bảy tám chín mười mười một'
    expect(rewriteQuery(title).phrase).to.equal(`"${title}"`)
    expect(rewriteQuery('một hai ba').phrase).to.equal(null)
  })
})

describe('telex', () => {
  it('keeps apart what folding joins', () => {
    expect(telex('đất')).not.to.equal(telex('đạt'))
    expect(telex('điện')).not.to.equal(telex('diện'))
  })
  it('joins both tone placements', () => expect(telex('hòa')).to.equal(telex('hoà')))
  it('knows whether a query was typed with diacritics', () => {
    expect(hasDiacritics('dien luc')).to.equal(false)
    expect(hasDiacritics('điện lực')).to.equal(true)
  })
})

describe('markHits', () => {
  it('marks words folded and keeps the text as it is', () => {
    const runs = markWords('Quy chế phối hợp <b>', 'phoi hop')
    expect(runs.map(({ text }) => text).join('')).to.equal('Quy chế phối hợp <b>')
    expect(runs.filter(({ hit }) => hit).map(({ text }) => text)).to.deep.equal(['phối', 'hợp'])
  })
  it('reads the marks of the engine', () => {
    expect(runsFromEngine('a \ue000b\ue001 c')).to.deep.equal([
      { text: 'a ', hit: false },
      { text: 'b', hit: true },
      { text: ' c', hit: false },
    ])
  })
})
