import { labelOf, OUTCOMES } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { ReviewFile } from '../review/findReview.ts'
import type { Finding } from '../review/findings.ts'
import { optionsFrom, optionsOf } from './fields.ts'
import type { Refused } from './review.ts'

/** Everything a form of the review page may have sent, kept when it is refused. */
export interface Typed {
  findings: Finding[]
  outcome: string
  outcomeReason: string
  priority: string
  competentAgency: string
  returnReason: string
  closeReason: string
  dueOn: string
  dueReason: string
  reviewer: string
  /** The form with findings and conclusion was the one sent. */
  hasConclusion: boolean
}

const FINDINGS = ['fits', 'conflicts', 'overlaps', 'unfit', 'expired', 'other']
const PRIORITIES = ['urgent', 'needed', 'planned']

/** Findings by provision and the conclusion: as a form for who works on it, as a table for who reads. */
export function presentConclusion(file: ReviewFile, refused?: Refused) {
  const { review, actions } = file.row
  const entered = refused?.typed.hasConclusion ? refused.typed : review
  const findings = rowsOf(file, entered.findings)
  const open = findings.filter(({ isEmpty }) => isEmpty)
  const canSave = actions.includes('save')
  return {
    canSave,
    seen: t('reviews.page.seen', { n: findings.length - open.length, total: findings.length }),
    findings: canSave ? findings : findings.filter(({ isEmpty }) => !isEmpty),
    hasOpen: open.length > 0,
    ...fieldsOf(file, { entered, errors: refused?.errors ?? {} }),
    ...barOf(open.map(({ provision }) => provision)),
  }
}

type Entered = Pick<
  Typed,
  'findings' | 'outcome' | 'outcomeReason' | 'priority' | 'competentAgency'
>

function fieldsOf(
  { agencies }: ReviewFile,
  { entered, errors }: { entered: Omit<Entered, 'findings'>; errors: Record<string, string> },
) {
  const { outcome, outcomeReason, priority, competentAgency } = entered
  return {
    outcome: { options: optionsOf(OUTCOMES, outcome), error: errors.outcome },
    outcomeReason: { value: outcomeReason, error: errors.outcomeReason },
    priority: { options: optionsFrom(named(PRIORITIES, 'reviews.priority'), priority) },
    competentAgency: { value: competentAgency || agencies[0] },
    agencies,
  }
}

const MOST_NAMED = 6

function barOf(open: string[]) {
  if (open.length === 0) return { barTitle: t('reviews.page.allSeen'), barText: '' }
  const barText = open.slice(0, MOST_NAMED).join(', ')
  return { barTitle: t('reviews.page.openLeft', { n: open.length }), barText }
}

function named(codes: string[], family: string) {
  return codes.map(value => ({ value, label: t(`${family}.${value}`) }))
}

/** One row per article, filled with what was found; what was found elsewhere (an annex) keeps its row. */
function rowsOf({ provisions }: ReviewFile, findings: Finding[]) {
  const known = provisions.length > 0 ? provisions : [{ label: t('reviews.page.whole'), title: '' }]
  const others = findings
    .filter(({ provision }) => !known.some(({ label }) => label === provision))
    .map(({ provision }) => ({ label: provision, title: '' }))
  return [...known, ...others].map(({ label, title }, index) => {
    const found = findings.find(({ provision }) => provision === label)
    const { finding = '', note = '', against = '', proposal = '' } = found ?? {}
    return {
      ...{ index, provision: label, title, note, against, proposal },
      isEmpty: !finding,
      isFit: finding === 'fits',
      current: Boolean(finding) && finding !== 'fits',
      finding: finding ? t(`reviews.finding.${finding}`) : '',
      findingOptions: optionsFrom(named(FINDINGS, 'reviews.finding'), finding),
      proposalLabel: labelOf(OUTCOMES, proposal),
      proposalOptions: optionsOf(OUTCOMES, proposal),
      labels: {
        finding: t('reviews.field.findingOf', { provision: label }),
        note: t('reviews.field.noteOf', { provision: label }),
        against: t('reviews.field.againstOf', { provision: label }),
        proposal: t('reviews.field.proposalOf', { provision: label }),
      },
    }
  })
}
