import { expect } from 'chai'
import { PLAIN_WEEK } from '../../server/legal/workingDays.ts'
import { dueOn, periodicDueOn, type DueFacts } from '../../server/review/dueOn.ts'

const facts: DueFacts = {
  recordedOn: '2026-11-20',
  term: { days: 30, kind: 'calendar' },
  calendar: PLAIN_WEEK,
}

describe('dueOn', () => {
  const ROWS: [what: string, more: Partial<DueFacts>, due: string, why: string[]][] = [
    [
      'the effective date when it is ahead and sooner',
      { effectiveOn: '2026-12-01' },
      '2026-12-01',
      ['effective', 'termCalendar', 'dayOff', 'chosen'],
    ],
    [
      'the term when the effective date is later',
      { effectiveOn: '2027-03-01' },
      '2026-12-21',
      ['effective', 'termCalendar', 'dayOff', 'chosen'],
    ],
    [
      'the term when it is in force already',
      { effectiveOn: '2026-11-20' },
      '2026-12-21',
      ['effectivePast', 'termCalendar', 'dayOff'],
    ],
    [
      'the term when nobody knows',
      {},
      '2026-12-21',
      ['effectiveUnknown', 'termCalendar', 'dayOff'],
    ],
    [
      'a term of working days',
      { term: { days: 5, kind: 'working' } },
      '2026-11-27',
      ['effectiveUnknown', 'termWorking'],
    ],
    [
      'a person’s date, always',
      {
        effectiveOn: '2026-12-01',
        person: { on: '2027-06-30', precision: 'month', by: 'Tổ trưởng', reason: 'Kế hoạch' },
      },
      '2027-06-30',
      ['person'],
    ],
  ]
  for (const [what, more, due, why] of ROWS) {
    it(`is ${what}`, () => {
      const result = dueOn({ ...facts, ...more })
      expect(result.dueOn).to.equal(due)
      expect(result.why.map(({ key }) => key)).to.deep.equal(why.map(key => `reviews.due.${key}`))
    })
  }

  it('keeps the precision a person gave', () => {
    const person = { on: '2026-12-31', precision: 'quarter' as const, by: 'A', reason: 'B' }
    expect(dueOn({ ...facts, person }).precision).to.equal('quarter')
  })

  it('ends a periodic review on a working day and says from what it counts', () => {
    const round = { lastOn: '2024-11-28', months: 24, dueOn: '2026-11-28' }
    const due = periodicDueOn(round, PLAIN_WEEK)
    expect(due.dueOn).to.equal('2026-11-30')
    expect(due.why[0]?.params).to.deep.equal({ date: '2024-11-28', months: 24 })
  })
})
