import { expect } from 'chai'
import { lastOverdueDay, overdueFrom, workingDaysLeft } from '../../server/legal/overdue.ts'
import {
  addWorkingDays,
  endOfTerm,
  isWorkingDay,
  PLAIN_WEEK,
  workingDaysBetween,
} from '../../server/legal/workingDays.ts'
import { holidaysOf } from '../../server/settings/holidays.ts'
import { toCalendar } from '../../server/settings/workCalendar.ts'

const calendar = toCalendar([2025, 2026, 2027].flatMap(holidaysOf))

describe('isWorkingDay', () => {
  const DAYS: [day: string, works: boolean, why: string][] = [
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-01-01', false, 'Tết Dương lịch'],
    ['2026-01-02', false, 'swapped off'],
    ['2026-01-10', true, 'a Saturday swapped on'],
    ['2026-02-13', true, 'the Friday before Tết'],
    ['2026-02-16', false, 'the eve of Tết'],
    ['2026-02-20', false, 'the last day of Tết'],
    ['2026-02-23', true, 'the Monday after'],
    ['2026-04-27', false, 'in place of Giỗ Tổ on a Sunday'],
    ['2026-04-30', false, '30/4'],
    ['2026-05-01', false, '01/5'],
    ['2026-09-01', false, 'the day beside 02/9'],
    ['2026-09-02', false, '02/9'],
    ['2026-11-24', true, 'Ngày Văn hóa Việt Nam, chưa đối chiếu'],
    ['2027-02-05', false, 'computed: the eve of Tết 2027'],
    // Saturday and Sunday of the five days are made up after them.
    ['2027-02-10', false, 'computed: made up for a weekend in Tết'],
    ['2027-02-11', false, 'computed: made up for a weekend in Tết'],
    ['2027-02-12', true, 'computed: the day after'],
  ]
  for (const [day, works, why] of DAYS) {
    it(`${day}: ${why}`, () => {
      expect(isWorkingDay(day, calendar)).to.equal(works)
    })
  }
})

describe('arithmetic on working days', () => {
  it('adds and subtracts over weekends and Tết', () => {
    expect(addWorkingDays('2026-11-20', 1, calendar)).to.equal('2026-11-23')
    expect(addWorkingDays('2026-02-13', 1, calendar)).to.equal('2026-02-23')
    expect(addWorkingDays('2026-02-23', -1, calendar)).to.equal('2026-02-13')
    expect(addWorkingDays('2026-11-22', 0, calendar)).to.equal('2026-11-22')
  })

  it('counts from one day to another, both ways', () => {
    expect(workingDaysBetween({ from: '2026-11-23', to: '2026-12-01' }, calendar)).to.equal(6)
    expect(workingDaysBetween({ from: '2026-11-23', to: '2026-11-13' }, calendar)).to.equal(-6)
    expect(workingDaysBetween({ from: '2026-11-23', to: '2026-11-23' }, calendar)).to.equal(0)
  })

  it('ends a term that ends on a day off with the next working day', () => {
    expect(endOfTerm('2026-11-28', PLAIN_WEEK)).to.equal('2026-11-30')
    expect(endOfTerm('2026-02-16', calendar)).to.equal('2026-02-23')
    expect(endOfTerm('2026-11-30', PLAIN_WEEK)).to.equal('2026-11-30')
  })
})

describe('overdue', () => {
  it('begins the day after the day on which the term ends', () => {
    expect(overdueFrom('2026-11-27', calendar)).to.equal('2026-11-28')
    expect(overdueFrom('2026-11-28', calendar)).to.equal('2026-12-01')
  })

  it('is decided by the last working day before today', () => {
    expect(lastOverdueDay('2026-11-23', calendar)).to.equal('2026-11-20')
    expect(lastOverdueDay('2026-11-21', calendar)).to.equal('2026-11-20')
    for (const dueOn of ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'])
      for (const today of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'])
        expect(dueOn <= lastOverdueDay(today, calendar), `${dueOn} on ${today}`).to.equal(
          today >= overdueFrom(dueOn, calendar),
        )
  })

  it('counts what is left, negative when it is over', () => {
    expect(workingDaysLeft({ dueOn: '2026-12-01', today: '2026-11-23' }, calendar)).to.equal(6)
    expect(workingDaysLeft({ dueOn: '2026-11-13', today: '2026-11-23' }, calendar)).to.equal(-6)
  })
})
