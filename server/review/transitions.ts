import type { ReviewState } from '../legal/glossary.ts'

/**
 * What a person is to a review. `holder`: the reviewer it is given to. `candidate`: may take it while nobody holds it (a
 * reviewer of its unit, or a legal lead). `head`: of its unit. `lead`: legal lead. `author`: reviewed or submitted it.
 */
export type Standing = 'holder' | 'candidate' | 'head' | 'lead' | 'author'

export const REVIEW_ACTIONS = [
  'accept',
  'assign',
  'save',
  'submit',
  'approve',
  'return',
  'setDue',
  'close',
] as const
export type ReviewAction = (typeof REVIEW_ACTIONS)[number]

interface Transition {
  from: readonly ReviewState[]
  by: readonly Standing[]
  /** `same` keeps the state; `decided` is closed, or approved while a document is awaited. */
  to: ReviewState | 'same' | 'decided'
}

const WORKING = ['accepted', 'inProgress', 'returned'] as const
const BEFORE_DECISION = ['proposed', 'open', ...WORKING] as const

/** The way of a review. Reviewer and approver differ: design, "Reviews". */
export const TRANSITIONS: Record<ReviewAction, Transition> = {
  accept: { from: ['open'], by: ['holder', 'candidate'], to: 'accepted' },
  assign: { from: BEFORE_DECISION, by: ['lead', 'head'], to: 'open' },
  save: { from: ['open', ...WORKING], by: ['holder', 'candidate'], to: 'inProgress' },
  submit: { from: ['open', ...WORKING], by: ['holder', 'candidate'], to: 'submitted' },
  approve: { from: ['submitted'], by: ['lead'], to: 'decided' },
  return: { from: ['submitted'], by: ['lead'], to: 'returned' },
  setDue: { from: [...BEFORE_DECISION, 'submitted', 'approved'], by: ['lead', 'head'], to: 'same' },
  close: { from: [...BEFORE_DECISION, 'approved'], by: ['lead'], to: 'closed' },
}

/** Actions that whoever reviewed or submitted may not do on their own work. */
const NOT_BY_AUTHOR: readonly ReviewAction[] = ['approve', 'return']

export type Verdict = { ok: true; to: Transition['to'] } | { ok: false; reason: string }

/** May this person do this now, and where does it lead? `reason` is a label key. Pure. */
export function transition(
  action: ReviewAction,
  facts: { state: ReviewState; standings: readonly Standing[] },
): Verdict {
  const { from, by, to } = TRANSITIONS[action]
  if (!by.some(standing => facts.standings.includes(standing)))
    return { ok: false, reason: 'reviews.error.notYours' }
  if (!from.includes(facts.state)) return { ok: false, reason: 'reviews.error.wrongState' }
  if (NOT_BY_AUTHOR.includes(action) && facts.standings.includes('author'))
    return { ok: false, reason: 'reviews.error.selfApproval' }
  return { ok: true, to }
}

/** The actions open to a person on a review as it stands. */
export function actionsOpen(facts: {
  state: ReviewState
  standings: readonly Standing[]
}): ReviewAction[] {
  return REVIEW_ACTIONS.filter(action => transition(action, facts).ok)
}
