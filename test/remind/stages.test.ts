import { expect } from 'chai'
import { PLAIN_WEEK } from '../../server/legal/workingDays.ts'
import { stageFor, stagesReached } from '../../server/remind/stages.ts'

const ladder = { steps: [30, 15, 7, 2, 0], escalateAfter: 5, escalateToDirectorAfter: 10 }
const reached = (today: string, more: { dueOn?: string; openedOn?: string } = {}) =>
  stagesReached({
    ...{ openedOn: '2026-10-01', dueOn: '2026-12-01', today, ladder, calendar: PLAIN_WEEK },
    ...more,
  }).map(({ code }) => code)

describe('stagesReached', () => {
  // 01/12/2026 is a Tuesday.
  const ROWS: [today: string, last: string | undefined][] = [
    ['2026-10-19', undefined],
    ['2026-10-20', 'd30'],
    ['2026-11-10', 'd15'],
    ['2026-11-20', 'd7'],
    ['2026-11-26', 'd7'],
    ['2026-11-27', 'd2'],
    ['2026-11-30', 'd2'],
    ['2026-12-01', 'd0'],
    ['2026-12-02', 'overdue'],
    ['2026-12-07', 'overdue'],
    ['2026-12-08', 'escalated'],
    ['2026-12-14', 'escalated'],
    ['2026-12-15', 'escalatedTop'],
  ]
  for (const [today, last] of ROWS) {
    it(`on ${today}: ${last ?? 'none'}`, () => {
      expect(reached(today).at(-1)).to.equal(last)
    })
  }

  it('does not count a step that had passed before the review was opened', () => {
    expect(reached('2026-11-23', { openedOn: '2026-11-20' })).to.deep.equal(['d7'])
    expect(reached('2026-11-24', { openedOn: '2026-11-23' })).to.deep.equal([])
  })

  it('is not overdue while a day off stands between', () => {
    expect(reached('2026-11-30', { dueOn: '2026-11-28' }).at(-1)).to.equal('d0')
    expect(reached('2026-12-01', { dueOn: '2026-11-28' }).at(-1)).to.equal('overdue')
  })
})

describe('stageFor', () => {
  const stages = stagesReached({
    ...{ openedOn: '2026-10-01', dueOn: '2026-12-01', today: '2026-12-15' },
    ...{ ladder, calendar: PLAIN_WEEK },
  })
  it('gives each person the closest stage meant for them', () => {
    expect(stageFor(stages, ['responsible'])?.code).to.equal('overdue')
    expect(stageFor(stages, ['head'])?.code).to.equal('escalatedTop')
    expect(stageFor(stages, ['lead'])?.code).to.equal('escalatedTop')
    expect(stageFor(stages, ['director'])?.code).to.equal('escalatedTop')
    expect(stageFor(stages, [])).to.equal(undefined)
  })
})
