import type { Request } from 'express'
import { Types } from 'mongoose'
import type { Typed } from '../presenters/reviewConclusion.ts'
import type { Conclusion } from '../review/concludeReview.ts'
import type { Finding } from '../review/findings.ts'
import { textField } from './formFields.ts'

/** More provisions than any document has; a form cannot make the server loop for long. */
const MOST_FINDINGS = 1000

/** Findings and conclusion as typed. «Các điều còn lại: không thay đổi» fills what has no finding yet. */
export function conclusionIn(req: Request): Conclusion {
  const findings = findingsIn(req)
  const rest = textField(req, 'rest')
  return {
    findings: rest
      ? findings.map(one => (one.finding ? one : { ...one, finding: rest }))
      : findings,
    outcome: textField(req, 'outcome'),
    outcomeReason: textField(req, 'outcomeReason'),
    priority: textField(req, 'priority'),
    competentAgency: textField(req, 'competentAgency'),
  }
}

/** Rows of the table of findings: `provision_0`, `finding_0`, `note_0` … */
function findingsIn(req: Request): Finding[] {
  const findings: Finding[] = []
  for (let index = 0; index < MOST_FINDINGS; index += 1) {
    const provision = textField(req, `provision_${index}`)
    if (!provision) break
    findings.push({
      provision,
      finding: textField(req, `finding_${index}`),
      note: textField(req, `note_${index}`),
      against: textField(req, `against_${index}`),
      proposal: textField(req, `proposal_${index}`),
    })
  }
  return findings
}

/** Whom the review is given to; null when it is no id. */
export function reviewerIn(req: Request): Types.ObjectId | null {
  const value = textField(req, 'reviewer')
  return /^[\da-f]{24}$/iu.test(value) ? new Types.ObjectId(value) : null
}

/** Everything typed into the forms of the page, to stand there again. */
export function typedIn(req: Request): Typed {
  return {
    ...conclusionIn(req),
    hasConclusion: textField(req, 'provision_0') !== '',
    returnReason: textField(req, 'returnReason'),
    closeReason: textField(req, 'closeReason'),
    dueOn: textField(req, 'dueOn'),
    dueReason: textField(req, 'dueReason'),
    reviewer: textField(req, 'reviewer'),
  }
}
