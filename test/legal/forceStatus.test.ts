import { expect } from 'chai'
import { addDays } from '../../server/legal/dates.ts'
import {
  forceSpans,
  forceStatus,
  type ForceEvent,
  type ForceFacts,
} from '../../server/legal/forceStatus.ts'
import type { EffectKind, ForceStatus } from '../../server/legal/glossary.ts'

const LIFE = { issuedOn: '2019-08-29', effectiveFrom: '2019-09-10' }

type Row = [
  rule: string,
  effects: ForceEvent[],
  facts: ForceFacts,
  expected: { status: ForceStatus; since?: string; until?: string; provisions?: string[] },
]

const ROWS: Row[] = [
  ['nothing known', [], { day: '2026-11-23' }, { status: 'undetermined' }],
  [
    'issued, first day not known: in force, and says so',
    [],
    { day: '2026-11-23', issuedOn: '2019-08-29' },
    { status: 'inForce' },
  ],
  ['before it was issued', [], { day: '2019-01-01', ...LIFE }, { status: 'notYetInForce' }],
  [
    'between signing and effect',
    [],
    { day: '2019-09-09', ...LIFE },
    { status: 'notYetInForce', until: '2019-09-10' },
  ],
  [
    'on its first day',
    [],
    { day: '2019-09-10', ...LIFE },
    { status: 'inForce', since: '2019-09-10' },
  ],
  [
    'on the last day of its term',
    [],
    { day: '2026-12-31', ...LIFE, effectiveTo: '2026-12-31' },
    { status: 'inForce', until: '2027-01-01' },
  ],
  [
    'on the day after its term',
    [],
    { day: '2027-01-01', ...LIFE, effectiveTo: '2026-12-31' },
    { status: 'expired', since: '2027-01-01' },
  ],
  [
    'replaced later: still in force, with the day it ends',
    [{ kind: 'replaced', on: '2026-12-01' }],
    { day: '2026-11-23', ...LIFE },
    { status: 'inForce', until: '2026-12-01' },
  ],
  [
    'replaced from today',
    [{ kind: 'replaced', on: '2026-12-01' }],
    { day: '2026-12-01', ...LIFE },
    { status: 'expired', since: '2026-12-01' },
  ],
  [
    'a replacement without a day does not count yet',
    [{ kind: 'replaced' }],
    { day: '2026-12-01', ...LIFE },
    { status: 'inForce' },
  ],
  [
    'a withdrawn event does not count',
    [{ kind: 'repealed', on: '2020-01-01', withdrawnReason: 'ghi nhầm' }],
    { day: '2026-12-01', ...LIFE },
    { status: 'inForce' },
  ],
  [
    'part of it ended, with the provisions',
    [{ kind: 'partlyEnded', on: '2021-01-01', provisions: 'Điều 5' }],
    { day: '2022-01-01', ...LIFE },
    { status: 'partlyExpired', since: '2021-01-01', provisions: ['Điều 5'] },
  ],
  [
    'a repeal limited to a territory ends part of it',
    [{ kind: 'repealed', on: '2021-01-01', territory: 'huyện cũ' }],
    { day: '2022-01-01', ...LIFE },
    { status: 'partlyExpired' },
  ],
  [
    'merely amended is not partly ended (domain 1.11)',
    [{ kind: 'amended', on: '2021-01-01' }],
    { day: '2022-01-01', ...LIFE },
    { status: 'amended', since: '2021-01-01' },
  ],
  [
    'suspended',
    [{ kind: 'suspended', on: '2021-01-01' }],
    { day: '2021-06-01', ...LIFE },
    { status: 'suspended' },
  ],
  [
    'suspended and resumed',
    [
      { kind: 'suspended', on: '2021-01-01' },
      { kind: 'resumed', on: '2021-07-01' },
    ],
    { day: '2021-07-01', ...LIFE },
    { status: 'inForce' },
  ],
  [
    'suspended, with the day it resumes ahead',
    [
      { kind: 'suspended', on: '2021-01-01' },
      { kind: 'resumed', on: '2021-07-01' },
    ],
    { day: '2021-06-30', ...LIFE },
    { status: 'suspended', until: '2021-07-01' },
  ],
  [
    'part of it suspended',
    [{ kind: 'suspended', on: '2021-01-01', provisions: 'Điều 3' }],
    { day: '2021-06-01', ...LIFE },
    { status: 'partlySuspended', provisions: ['Điều 3'] },
  ],
  [
    'repealed while suspended: ended',
    [
      { kind: 'suspended', on: '2021-01-01' },
      { kind: 'repealed', on: '2021-03-01' },
    ],
    { day: '2021-06-01', ...LIFE },
    { status: 'expired', since: '2021-03-01' },
  ],
  [
    'repealed before it ever took effect',
    [{ kind: 'repealed', on: '2019-09-01' }],
    { day: '2019-09-20', ...LIFE },
    { status: 'expired' },
  ],
]

describe('forceStatus', () => {
  for (const [rule, effects, facts, expected] of ROWS) {
    it(rule, () => {
      const { status, since, until, provisions } = forceStatus(effects, facts)
      expect(status).to.equal(expected.status)
      if (expected.since) expect(since).to.equal(expected.since)
      if ('until' in expected) expect(until).to.equal(expected.until)
      if (expected.provisions) expect(provisions).to.deep.equal(expected.provisions)
    })
  }

  it('says when the first day or the day of a change is not known', () => {
    const reasons = (effects: ForceEvent[]) =>
      forceStatus(effects, { day: '2026-11-23', issuedOn: '2019-08-29' }).reasons.map(
        ({ key }) => key,
      )
    expect(reasons([])).to.deep.equal(['startUnknown'])
    expect(reasons([{ kind: 'replaced' }])).to.deep.equal(['startUnknown', 'dayUnknown'])
  })

  it('gives on every day what the stretches of the life say, and turns only on the days it names', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { effects, facts } = invent(seed)
      const spans = forceSpans(effects, facts)
      for (let offset = 0; offset < 400; offset += 7) {
        const day = addDays('2020-01-01', offset)
        const answer = forceStatus(effects, { ...facts, day })
        const span = spans.findLast(({ from }) => from <= day)
        if (span) expect(answer.status, `${seed} ${day}`).to.equal(span.status)
        if (answer.until) {
          const before = forceStatus(effects, { ...facts, day: addDays(answer.until, -1) })
          expect(before.status, `${seed} ${day} until`).to.equal(answer.status)
        }
      }
    }
  })
})

const KINDS: EffectKind[] = [
  'amended',
  'partlyEnded',
  'replaced',
  'repealed',
  'suspended',
  'resumed',
]

/** A made-up life, the same for the same seed. */
function invent(seed: number): { effects: ForceEvent[]; facts: Omit<ForceFacts, 'day'> } {
  let state = seed * 7919
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % below
  }
  const day = () => addDays('2020-01-01', next(400))
  const effects = Array.from({ length: next(5) }, () => ({
    kind: KINDS[next(KINDS.length)] ?? 'amended',
    on: day(),
    provisions: next(3) === 0 ? `Điều ${next(9)}` : '',
    withdrawnReason: next(6) === 0 ? 'ghi nhầm' : '',
  }))
  const effectiveTo = next(3) === 0 ? day() : null
  return { effects, facts: { issuedOn: '2019-12-20', effectiveFrom: day(), effectiveTo } }
}
