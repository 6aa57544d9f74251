import { expect } from 'chai'
import { presentDue, type DueFacts, type DueView } from '../../server/presenters/due.ts'

const today = '2026-11-23'
const cases: [name: string, facts: Omit<DueFacts, 'today'>, view: DueView][] = [
  [
    'overdue is filled',
    { dueOn: '2026-11-13', workingDaysLeft: -6 },
    { main: 'Quá 6 ngày làm việc', sub: 'hạn T6 13/11/2026', mainTone: 'late' },
  ],
  [
    'today is outlined',
    { dueOn: '2026-11-23', workingDaysLeft: 0 },
    { main: 'T2 23/11/2026', sub: 'hôm nay', subTone: 'soon' },
  ],
  [
    'two working days are outlined',
    { dueOn: '2026-11-25', workingDaysLeft: 2 },
    { main: 'T4 25/11/2026', sub: 'còn 2 ngày làm việc', subTone: 'soon' },
  ],
  [
    'later is plain',
    { dueOn: '2026-12-01', workingDaysLeft: 6 },
    { main: 'T3 01/12/2026', sub: 'còn 6 ngày làm việc' },
  ],
  [
    'a month gets no day',
    { dueOn: '2026-12-31', precision: 'month', workingDaysLeft: 28 },
    { main: 'Tháng 12/2026', sub: 'chính xác đến tháng' },
  ],
  [
    'a quarter gets no day',
    { dueOn: '2026-12-31', precision: 'quarter', workingDaysLeft: 28 },
    { main: 'Quý IV/2026', sub: 'chính xác đến quý' },
  ],
  [
    'a meeting has a name',
    { precision: 'session', session: 'Kỳ họp cuối năm 2026', workingDaysLeft: 0 },
    { main: 'Kỳ họp cuối năm 2026', sub: 'chưa có ngày cụ thể' },
  ],
  ['nothing is due', { dueOn: null, workingDaysLeft: 0 }, { main: 'Không có hạn' }],
]

describe('presentDue', () => {
  for (const [name, facts, view] of cases) {
    it(name, () => expect(presentDue({ ...facts, today })).to.deep.equal(view))
  }
})
