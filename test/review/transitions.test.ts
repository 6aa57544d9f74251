import { expect } from 'chai'
import { codes, REVIEW_STATES, type ReviewState } from '../../server/legal/glossary.ts'
import {
  actionsOpen,
  REVIEW_ACTIONS,
  transition,
  type ReviewAction,
  type Standing,
} from '../../server/review/transitions.ts'

describe('transitions', () => {
  const OPEN: [state: ReviewState, standing: Standing, actions: ReviewAction[]][] = [
    ['open', 'candidate', ['accept', 'save', 'submit']],
    ['open', 'holder', ['accept', 'save', 'submit']],
    ['open', 'head', ['assign', 'setDue']],
    ['open', 'lead', ['assign', 'setDue', 'close']],
    ['accepted', 'holder', ['save', 'submit']],
    ['inProgress', 'holder', ['save', 'submit']],
    ['returned', 'holder', ['save', 'submit']],
    ['submitted', 'holder', []],
    ['submitted', 'lead', ['approve', 'return', 'setDue']],
    ['approved', 'lead', ['setDue', 'close']],
    ['approved', 'holder', []],
    ['proposed', 'lead', ['assign', 'setDue', 'close']],
  ]
  for (const [state, standing, actions] of OPEN) {
    it(`${state} × ${standing}: ${actions.join(', ') || 'nothing'}`, () => {
      expect(actionsOpen({ state, standings: [standing] })).to.deep.equal(actions)
    })
  }

  it('lets nobody approve or return their own work', () => {
    for (const action of ['approve', 'return'] as const)
      expect(
        transition(action, { state: 'submitted', standings: ['lead', 'author'] }),
      ).to.deep.equal({ ok: false, reason: 'reviews.error.selfApproval' })
  })

  it('lets a stranger do nothing, and nobody anything once it is closed', () => {
    for (const state of codes(REVIEW_STATES))
      expect(actionsOpen({ state, standings: [] }), state).to.deep.equal([])
    const all: Standing[] = ['holder', 'candidate', 'head', 'lead']
    for (const action of REVIEW_ACTIONS)
      expect(transition(action, { state: 'closed', standings: all }).ok, action).to.equal(false)
  })
})
