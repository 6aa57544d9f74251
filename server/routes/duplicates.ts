import type { Request, Response } from 'express'
import { attachKept, registerKept } from '../intake/attachKept.ts'
import { compareBytes, compareDraft } from '../intake/compareDuplicate.ts'
import { joinExisting, keepBoth, type Part } from '../intake/discardDraft.ts'
import { fault, type ChangeAnswer, type Faults } from '../intake/answers.ts'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { presentDuplicate } from '../presenters/duplicate.ts'
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

/** Side-by-side sheets: the same bytes (nothing is saved yet), or a draft of the same number, issuer and day. */
export function duplicateRoutes(services: Services): Route[] {
  return [
    {
      method: 'get',
      path: '/intake/duplicate',
      access: INTAKE,
      answers: 'page',
      handle: (req, res) =>
        showBytes({ req, res, services }, { ...(req.query as Record<string, unknown>) }),
    },
    {
      method: 'post',
      path: '/intake/duplicate',
      access: INTAKE,
      audit: ['draftCreate', 'fileAdd'],
      handle: (req, res) => decideBytes({ req, res, services }),
    },
    {
      method: 'get',
      path: '/drafts/:id/duplicate',
      access: INTAKE,
      answers: 'page',
      handle: (req, res) => showDraftPair({ req, res, services }),
    },
    {
      method: 'post',
      path: '/drafts/:id/duplicate',
      access: INTAKE,
      audit: ['draftDuplicate', 'draftDiscard', 'fileAdd'],
      handle: (req, res) => decideDraftPair({ req, res, services }),
    },
  ]
}

function fileOf(from: Record<string, unknown>): { sha256: string; name: string } {
  const text = (value: unknown) =>
    typeof value === 'string' ? value.normalize('NFC').slice(0, 255) : ''
  return { sha256: text(from.hash), name: text(from.name) || t('intake.results.paste') }
}

async function showBytes(
  { req, res, services }: Exchange,
  from: Record<string, unknown>,
  errors?: Faults,
): Promise<void> {
  const file = fileOf(from)
  const comparison = await compareBytes(file, { actor: actorOf(req), config: services.config })
  if (!comparison) throw new NotFound()
  const fields = [
    { name: 'hash', value: file.sha256 },
    { name: 'name', value: file.name },
  ]
  const model = presentDuplicate({
    comparison,
    why: { kind: 'bytes', name: file.name },
    action: '/intake/duplicate',
    fields,
    ...(errors && { errors: faultWords(errors), typed: { reason: textField(req, 'reason') } }),
  })
  await renderPage(req, res, { view: 'intake/duplicate', model, status: errors ? 422 : 200 })
}

async function decideBytes({ req, res, services }: Exchange): Promise<void> {
  const body = (req.body ?? {}) as Record<string, unknown>
  const file = fileOf(body)
  const input = { ...file, actor: actorOf(req), ...services }
  if (textField(req, 'decision') === 'join') {
    const comparison = await compareBytes(file, input)
    const part = partOf(req)
    if (!comparison?.existing || !part)
      return showBytes({ req, res, services }, body, { part: fault('intake.errors.part') })
    const { existingId: existing, kind } = comparison
    const answer = await attachKept({ ...input, existing, kind, part })
    return finish(
      answer,
      { req, res, to: `/documents/${String(existing)}?tab=files`, toast: 'joined' },
      errors => showBytes({ req, res, services }, body, errors),
    )
  }
  const answer = await registerKept({ ...input, reason: textField(req, 'reason') })
  if (answer.ok) return res.redirect(303, `/drafts/${String(answer.id)}`)
  return showBytes({ req, res, services }, body, answer.errors ?? {})
}

async function showDraftPair({ req, res }: Exchange, errors?: Faults): Promise<void> {
  const id = objectIdParam(req)
  const comparison = await compareDraft(id, actorOf(req))
  if (!comparison) return res.redirect(303, `/drafts/${String(id)}`)
  const model = presentDuplicate({
    comparison,
    why: { kind: 'identity' },
    action: `/drafts/${String(id)}/duplicate`,
    fields: [{ name: 'existing', value: String(comparison.existingId) }],
    revision: comparison.draft.revision,
    ...(errors && { errors: faultWords(errors), typed: { reason: textField(req, 'reason') } }),
  })
  await renderPage(req, res, { view: 'intake/duplicate', model, status: errors ? 422 : 200 })
}

async function decideDraftPair({ req, res, services }: Exchange): Promise<void> {
  const id = String(objectIdParam(req))
  const form = { id, revision: revisionField(req), actor: actorOf(req), outside: services.outside }
  const again = (errors: Faults) => showDraftPair({ req, res, services }, errors)
  if (textField(req, 'decision') === 'join') {
    const part = partOf(req)
    if (!part) return again({ part: fault('intake.errors.part') })
    const existing = textField(req, 'existing')
    const answer = await joinExisting({
      ...form,
      existing,
      part,
      reason: t('intake.duplicate.joinReason'),
    })
    return finish(
      answer,
      { req, res, to: `/documents/${existing}?tab=files`, toast: 'joined' },
      again,
    )
  }
  const answer = await keepBoth({ ...form, reason: textField(req, 'reason') })
  return finish(answer, { req, res, to: `/drafts/${id}`, toast: 'keptBoth' }, again)
}

function partOf(req: Request): Part | undefined {
  return (['annex', 'signedCopy'] as const).find(part => part === textField(req, 'part'))
}

async function finish(
  answer: ChangeAnswer,
  { req, res, to, toast }: { req: Request; res: Response; to: string; toast: string },
  again: (errors: Faults) => Promise<void>,
): Promise<void> {
  if (!answer.ok)
    return again(answer.stale ? { reason: fault('intake.stale.titlePlain') } : answer.errors)
  setToast(req, { text: t(`intake.toast.${toast}`) })
  res.redirect(303, to)
}
