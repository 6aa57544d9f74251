import { expect } from 'chai'
import { belowFloor, ownPassages, readFloor } from '../../scripts/score/ownPassages.ts'
import type { Passage, Prediction } from '../../scripts/score/passage.ts'
import { predict } from '../../scripts/score/predict.ts'
import { fourDigits, sharesOf } from '../../scripts/score/printScore.ts'
import { scorePassages } from '../../scripts/score/scorePassages.ts'
import { rates } from '../../scripts/score/tally.ts'

describe('the reader on our own labelled passages', () => {
  const passages = ownPassages()

  it('does not fall below the floor (npm run score -- --raise-floor raises it)', () => {
    const predictions = passages.map(predict)
    const score = scorePassages(passages, new Map(predictions.map(line => [line.id, line])))
    expect(belowFloor(score, readFloor())).to.deep.equal([])
  })

  it('has at least 80 passages, each with a name of its own', () => {
    const ids = passages.map(({ id }) => id)
    expect(ids.length).to.be.at.least(80)
    expect(new Set(ids).size).to.equal(ids.length)
    for (const id of ids) expect(id).to.match(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  })

  it('quotes what stands at its spans', () => {
    for (const { id, text, citations } of passages) {
      for (const { start, end, quote } of citations) {
        expect(text.slice(start ?? -1, end ?? -1), id).to.equal(quote)
      }
    }
  })
})

describe('the score', () => {
  const text =
    'Căn cứ Quyết định số 8/2021/QĐ-UBND ngày 04/5/2021; Luật Đất đai; Nghị định số 9/2020/NĐ-CP'
  const gold: Passage = {
    id: 'two-numbers-and-a-law',
    text,
    header: {
      number: null,
      issuer: 'UBND tỉnh',
      issuer_block: 'ỦY BAN NHÂN DÂN TỈNH',
      addressees: [],
    },
    citations: [
      {
        number: '8/2021/QĐ-UBND',
        type: 'Quyết định',
        date: '2021-05-04',
        relation: 'căn cứ',
        start: 7,
        end: 51,
      },
      { number: null, type: 'Luật', title: 'Luật Đất đai', start: 53, end: 65 },
      { number: '9/2020/NĐ-CP', type: 'Nghị định', start: 67, end: 92, optional: true },
    ],
  }

  function scored(prediction: Partial<Prediction>) {
    return scorePassages([gold], new Map([[gold.id, { id: gold.id, ...prediction }]]))
  }

  it('takes other spellings of a number, a type and an issuer for the same', () => {
    const { rows, header } = scored({
      header: { issuer: 'Ủy ban nhân dân tỉnh', addressees: [] },
      citations: [
        { number: '8/2021/QĐ–UBND', type: 'QĐ', date: '2021-05-04', start: 7, end: 35 },
        { number: null, title: 'Luật đất đai', start: 53, end: 65 },
      ],
    })
    expect(rows.get('number')).to.deep.equal({ right: 1, extra: 0, missed: 0 })
    expect(rows.get('type+number')).to.deep.equal({ right: 1, extra: 0, missed: 0 })
    expect(rows.get('span')).to.deep.equal({ right: 2, extra: 0, missed: 0 })
    expect(rows.get('relation')).to.deep.equal({ right: 0, extra: 0, missed: 1 })
    expect(Object.fromEntries(header)).to.deep.equal({
      number: { right: 1, of: 1 },
      issuer: { right: 1, of: 1 },
      addressees: { right: 1, of: 1 },
    })
  })

  it('neither asks for an optional citation nor punishes it', () => {
    const { rows, exact } = scored({
      citations: [
        { number: '8/2021/QĐ-UBND', start: 7, end: 51 },
        { number: '9/2020/NĐ-CP', start: 67, end: 92 },
      ],
    })
    expect(rows.get('number')).to.deep.equal({ right: 1, extra: 0, missed: 0 })
    expect(rows.get('span')).to.deep.equal({ right: 1, extra: 0, missed: 1 })
    expect(exact).to.equal(1)
  })

  it('counts a quote that is not the text at its span as wrong', () => {
    const { rows, differences } = scored({
      citations: [{ number: '8/2021/QĐ-UBND', start: 7, end: 51, quote: 'Quyết định số 8' }],
    })
    expect(rows.get('span')).to.deep.equal({ right: 0, extra: 1, missed: 2 })
    expect(differences.map(({ row }) => row)).to.include('span')
  })

  it('counts every field of a missing header as wrong', () => {
    const { header } = scored({ citations: [], header: null })
    expect(header.get('issuer')).to.deep.equal({ right: 0, of: 1 })
  })

  it('has no share where there is nothing to measure', () => {
    expect(rates({ right: 0, extra: 0, missed: 3 })).to.deep.equal({ p: NaN, r: 0 })
    expect(sharesOf(scored({ citations: [] }))).not.to.have.property('pinpoint')
  })

  it('prints an exact half with the even digit', () => {
    expect([1 / 32, 3 / 32, 2 / 3, NaN].map(fourDigits)).to.deep.equal([
      '0.0312',
      '0.0938',
      '0.6667',
      'nan',
    ])
  })
})
