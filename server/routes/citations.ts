import type { Request, Response } from 'express'
import { fault, type Faults } from '../intake/answers.ts'
import type { Decision } from '../intake/applyDecision.ts'
import { decideCitation, findCitation } from '../intake/decideCitation.ts'
import { findCandidateRows } from '../intake/findDraft.ts'
import { findTyped } from '../intake/offerCandidates.ts'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { presentCitation } from '../presenters/citation.ts'
import type { Services } from '../services.ts'
import { faultWords } from './draftForm.ts'
import { revisionField, textField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'
import { INTAKE, type Route } from './route.ts'

interface Exchange {
  req: Request
  res: Response
  services: Services
}

/** One citation on a page of its own: how a citation of a registered document is linked, rejected or restored. */
export function citationRoutes(services: Services): Route[] {
  return [
    {
      method: 'get',
      path: '/citations/:id',
      access: INTAKE,
      answers: 'page',
      handle: (req, res) => showCitation({ req, res, services }),
    },
    {
      method: 'post',
      path: '/citations/:id',
      access: INTAKE,
      audit: ['citationLink', 'citationReject', 'citationRestore', 'citationResolve', 'reviewTie'],
      handle: (req, res) => decide({ req, res, services }),
    },
  ]
}

async function showCitation(
  { req, res, services }: Exchange,
  errors?: Faults,
  offered: string[] = [],
): Promise<void> {
  const actor = actorOf(req)
  const found = await findCitation(String(objectIdParam(req)), actor)
  if (!found) throw new NotFound()
  const { citation, document } = found
  const wanted = {
    ...citation,
    candidates: [...citation.candidates, ...offered],
  } as typeof citation
  const rows = await findCandidateRows([wanted], actor, {
    citedOn: document.issuedOn ?? null,
    today: services.outside.today(),
  })
  const model = presentCitation({
    citation,
    document,
    candidates: rows.get(String(citation._id)) ?? [],
    typed: textField(req, 'typed'),
    ...(errors && { errors: faultWords(errors) }),
  })
  await renderPage(req, res, { view: 'drafts/citation', model, status: errors ? 422 : 200 })
}

const TOASTS: Record<Decision['kind'], string> = {
  link: 'linked',
  reject: 'rejected',
  none: 'none',
  restore: 'restored',
}

async function decide(exchange: Exchange): Promise<void> {
  const { req, res, services } = exchange
  const actor = actorOf(req)
  const wanted = await wantedDecision(req, exchange)
  if (!wanted) return
  const citationId = String(objectIdParam(req))
  const answer = await decideCitation({
    citationId,
    decision: wanted,
    revision: revisionField(req),
    actor,
    outside: services.outside,
  })
  if (!answer.ok) {
    return showCitation(
      exchange,
      answer.stale ? { citations: fault('intake.stale.titlePlain') } : answer.errors,
    )
  }
  const opened = answer.openedReviews?.count ?? 0
  const text = [
    t(`intake.toast.${TOASTS[wanted.kind]}`),
    opened > 0 ? t('intake.toast.opened', { n: opened }) : '',
  ]
  setToast(req, { text: text.filter(Boolean).join(' ') })
  res.redirect(303, `/citations/${citationId}`)
}

/** The decision a button names; a typed number is looked up first, and the page shows what it found when that is not one. */
async function wantedDecision(req: Request, exchange: Exchange): Promise<Decision | null> {
  const act = textField(req, 'act')
  if (act.startsWith('link:')) return { kind: 'link', to: act.slice('link:'.length) }
  if (act === 'reject' || act === 'none' || act === 'restore') return { kind: act }
  const typed = textField(req, 'typed')
  const found = typed === '' ? [] : await findTyped(typed, actorOf(req))
  const [only] = found
  if (only && found.length === 1) return { kind: 'link', to: String(only) }
  const errors =
    found.length === 0
      ? { typed: fault('intake.errors.notFound', { typed: typed.slice(0, 80) }) }
      : undefined
  await showCitation(exchange, errors, found.map(String))
  return null
}
