import type { Request } from 'express'
import type { Decision } from '../intake/applyDecision.ts'
import { decideCitation } from '../intake/decideCitation.ts'
import { offerCandidates } from '../intake/offerCandidates.ts'
import { addCitation, moveCitation, type Placing } from '../intake/placeCitation.ts'
import { saveCorrections } from '../intake/saveCorrections.ts'
import { t } from '../lib/labels.ts'
import type { Services } from '../services.ts'
import type { AuditAction } from '../audit/actions.ts'
import { handleDraftForm } from './draftForm.ts'
import { backTo } from './draftPages.ts'
import { textField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { INTAKE, type Route } from './route.ts'

/** Buttons beside the citations of a draft. Each sends the whole form, which is saved with it. */
export function draftActRoutes(services: Services): Route[] {
  return [
    addRoute(services),
    moveRoute(services),
    correctRoute(services),
    findRoute(services),
    decisionRoute(services, { act: 'link', audit: 'citationLink', toast: 'linked' }),
    decisionRoute(services, { act: 'reject', audit: 'citationReject', toast: 'rejected' }),
    decisionRoute(services, { act: 'none', audit: 'citationResolve', toast: 'none' }),
    decisionRoute(services, { act: 'restore', audit: 'citationRestore', toast: 'restored' }),
  ]
}

/** The row acted on keeps the focus. */
function anchorOf(req: Request): string {
  const at = req.query.at
  return typeof at === 'string' && /^[a-z]-\d{1,6}$/u.test(at) ? `#${at}` : '#vien-dan'
}

function decisionRoute(
  services: Services,
  { act, audit, toast }: { act: Decision['kind']; audit: AuditAction; toast: string },
): Route {
  return {
    method: 'post',
    path: `/drafts/:id/citations/:citationId/${act}`,
    access: INTAKE,
    audit: ['draftSave', audit],
    handle: (req, res) => {
      const citationId = String(objectIdParam(req, 'citationId'))
      const decision = act === 'link' ? { kind: act, to: toOf(req) } : { kind: act }
      const alike = req.query.alone === undefined
      return handleDraftForm(
        { req, res, services },
        form => decideCitation({ ...form, citationId, decision, alike }),
        (_, { id }) => backTo(id, toast, anchorOf(req)),
      )
    },
  }
}

function toOf(req: Request): string {
  const to = req.query.to
  return typeof to === 'string' && /^[\da-f]{24}$/u.test(to) ? to : '0'.repeat(24)
}

function findRoute(services: Services): Route {
  return {
    method: 'post',
    path: '/drafts/:id/citations/:citationId/find',
    access: INTAKE,
    audit: ['draftSave', 'citationLink', 'citationResolve'],
    handle: (req, res) => {
      const citationId = String(objectIdParam(req, 'citationId'))
      const typed = textField(req, `find-${citationId}`)
      return handleDraftForm(
        { req, res, services },
        form => offerCandidates({ ...form, citationId, typed }),
        ({ found }, { id }) => {
          if (found === 1) return backTo(id, 'linked', anchorOf(req))
          const text = t('intake.toast.offered', { n: found })
          return { ...backTo(id, 'linked', anchorOf(req)), toast: { text } }
        },
      )
    },
  }
}

function placingOf(req: Request, name: string): Placing {
  const number = (field: string) => {
    const value = textField(req, field)
    return /^\d{1,9}$/u.test(value) ? { [field]: Number(value) } : {}
  }
  return { ...number('start'), ...number('end'), words: textField(req, name) }
}

function addRoute(services: Services): Route {
  return {
    method: 'post',
    path: '/drafts/:id/citations',
    access: INTAKE,
    audit: ['draftSave', 'citationAdd'],
    handle: (req, res) =>
      handleDraftForm(
        { req, res, services },
        form => addCitation({ ...form, placing: placingOf(req, 'quote') }),
        (_, { id }) => backTo(id, 'added', '#vien-dan'),
      ),
  }
}

function moveRoute(services: Services): Route {
  return {
    method: 'post',
    path: '/drafts/:id/citations/:citationId/move',
    access: INTAKE,
    audit: ['draftSave', 'citationMove'],
    handle: (req, res) => {
      const citationId = String(objectIdParam(req, 'citationId'))
      const placing = placingOf(req, `move-${citationId}`)
      return handleDraftForm(
        { req, res, services },
        form => moveCitation({ ...form, citationId, placing }),
        (_, { id }) => backTo(id, 'moved', anchorOf(req)),
      )
    },
  }
}

/** The parts stand on the form like its other fields: saving it writes them. */
function correctRoute(services: Services): Route {
  return {
    method: 'post',
    path: '/drafts/:id/citations/:citationId/correct',
    access: INTAKE,
    audit: ['draftSave', 'citationCorrect', 'nameLearn'],
    handle: (req, res) =>
      handleDraftForm({ req, res, services }, saveCorrections, (_, { id }) =>
        backTo(id, 'corrected', anchorOf(req)),
      ),
  }
}
