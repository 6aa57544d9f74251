import type { Request, Response } from 'express'
import { addRelation } from '../intake/addRelation.ts'
import type { ChangeAnswer, Faults } from '../intake/answers.ts'
import { correctDocument, withdrawDocument } from '../intake/correctDocument.ts'
import { readCorrections } from '../intake/corrections.ts'
import { readRelation, type RelationForm } from '../intake/relationForm.ts'
import { removeRelation } from '../intake/removeRelation.ts'
import { t } from '../lib/labels.ts'
import { findDocument } from '../catalogue/documents/findDocument.ts'
import { isChanging } from '../catalogue/relations/relationsFromCitations.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { NotFound } from '../lib/errors.ts'
import type { DocumentTab } from '../presenters/documentHead.ts'
import type { Services } from '../services.ts'
import { sendDocument } from './documentPage.ts'
import { sendImpact } from './documentImpact.ts'
import { revisionField, textField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { INTAKE, type Route } from './route.ts'

function origin(req: Request, services: Services) {
  const id = String(objectIdParam(req))
  return { id, revision: revisionField(req), actor: actorOf(req), outside: services.outside }
}

/** Refused: the same tab with the faults beside their fields and what was typed. Done: true. */
async function isDone<T extends object>(
  answer: ChangeAnswer<T>,
  {
    req,
    res,
    services,
    tab,
  }: { req: Request; res: Response; services: Services; tab: DocumentTab },
): Promise<boolean> {
  if (answer.ok) return true
  if (answer.errors.id) throw new NotFound()
  const typed = req.body as Record<string, unknown>
  const refusal = { typed, errors: words(answer.errors), stale: answer.stale ?? false }
  await sendDocument(req, res, { services, tab, refusal })
  return false
}

function words(errors: Faults): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, { key, params }]) => [name, t(key, params)]),
  )
}

async function edit(req: Request, res: Response, services: Services): Promise<void> {
  const { corrections, errors } = readCorrections(req.body as Record<string, unknown>)
  const at = { req, res, services, tab: 'properties' as const }
  const hasFaults = Object.keys(errors).length > 0
  const answer = hasFaults
    ? ({ ok: false, errors } as const)
    : await correctDocument({
        ...origin(req, services),
        corrections,
        reason: textField(req, 'reason'),
      })
  if (!(await isDone(answer, at)) || !answer.ok) return
  const { changed, linkedCitations: n } = answer
  const done = n > 0 ? t('documents.toast.linked', { n }) : t('documents.toast.changed')
  setToast(req, { text: changed.length > 0 ? done : t('documents.properties.noChange') })
  res.redirect(303, `/documents/${String(req.params.id)}?tab=properties`)
}

async function withdraw(req: Request, res: Response, services: Services): Promise<void> {
  const reason = textField(req, 'withdrawReason')
  const answer = await withdrawDocument({ ...origin(req, services), reason })
  if (!(await isDone(answer, { req, res, services, tab: 'properties' }))) return
  setToast(req, { text: t('documents.toast.withdrawn') })
  res.redirect(303, `/documents/${String(req.params.id)}`)
}

function relationForm(req: Request): RelationForm {
  const field = (name: string) => textField(req, name)
  return {
    voice: field('voice'),
    kind: field('kind'),
    other: field('other'),
    otherId: field('otherId'),
    scope: field('scope'),
    provisions: field('provisions'),
    effectiveOn: field('effectiveOn'),
    reason: field('reason'),
  }
}

/** A change of force is shown with all it touches before it is recorded; anything else is recorded at once. */
async function relate(req: Request, res: Response, services: Services): Promise<void> {
  const form = relationForm(req)
  const actor = actorOf(req)
  const view = await findDocument(objectIdParam(req), actor)
  if (!view) throw new NotFound()
  const read = await readRelation(form, { page: view.document, actor })
  if (!read.ok) {
    const { errors, candidates } = read
    const typed = req.body as Record<string, unknown>
    const refusal = { typed, errors: words(errors), candidates }
    return sendDocument(req, res, { services, tab: 'related', refusal })
  }
  if (isChanging(form.kind) && textField(req, 'seen') === '') {
    const confirm = { page: view.document, revision: revisionField(req), form }
    const wanted = { ...read.wanted, quote: '' }
    return sendImpact(req, res, { services, wanted, confirm })
  }
  const answer = await addRelation({ ...origin(req, services), form })
  if (!(await isDone(answer, { req, res, services, tab: 'related' })) || !answer.ok) return
  const { count: n, people: told } = answer.openedReviews
  const people = told.length
  setToast(req, {
    text: n > 0 ? t('documents.toast.opened', { n, people }) : t('documents.toast.related'),
  })
  res.redirect(303, `/documents/${String(req.params.id)}?tab=related`)
}

async function unrelate(req: Request, res: Response, services: Services): Promise<void> {
  const relationId = String(req.params.relationId)
  const reason = textField(req, 'reason')
  const answer = await removeRelation({ ...origin(req, services), relationId, reason })
  if (!(await isDone(answer, { req, res, services, tab: 'related' }))) return
  setToast(req, { text: t('documents.toast.removed') })
  res.redirect(303, `/documents/${String(req.params.id)}?tab=related`)
}

/** What a person may change on a registered document. */
export function documentChangeRoutes(services: Services): Route[] {
  const post = { method: 'post' as const, access: INTAKE }
  return [
    {
      ...post,
      path: '/documents/:id/edit',
      audit: ['documentChange', 'catalogueAdopt', 'catalogueRelease', 'reviewTie'],
      handle: (req, res) => edit(req, res, services),
    },
    {
      ...post,
      path: '/documents/:id/withdraw',
      audit: ['documentWithdraw', 'catalogueRelease'],
      handle: (req, res) => withdraw(req, res, services),
    },
    {
      ...post,
      path: '/documents/:id/relations',
      audit: ['relationAdd'],
      handle: (req, res) => relate(req, res, services),
    },
    {
      ...post,
      path: '/documents/:id/relations/:relationId/remove',
      audit: ['relationRemove'],
      handle: (req, res) => unrelate(req, res, services),
    },
  ]
}
