import type { Request, Response } from 'express'
import type { ChangeAnswer, Faults } from '../intake/answers.ts'
import type { FormOrigin } from '../intake/changeDraft.ts'
import { readCorrections, type Corrections } from '../intake/corrections.ts'
import type { Body } from '../intake/typed.ts'
import { findDraft } from '../intake/findDraft.ts'
import { NotFound } from '../lib/errors.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { setToast } from '../middleware/sessions.ts'
import { presentDraft } from '../presenters/draft.ts'
import type { Toast } from '../presenters/page.ts'
import type { Services } from '../services.ts'
import { revisionField } from './formFields.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'

/** What every form of the check page is sent with. */
export interface DraftForm extends FormOrigin {
  corrections: Corrections
}

/** Faults of the form in words, by field. */
export function faultWords(errors: Faults): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, { key, params }]) => [field, t(key, params)]),
  )
}

/**
 * Handles one form of the check page: reads the whole form, acts unless a field is at fault, then shows the page again: anew
 * after a change, with what was typed after a refusal.
 */
export async function handleDraftForm<T extends object>(
  { req, res, services }: { req: Request; res: Response; services: Services },
  act: (form: DraftForm) => Promise<ChangeAnswer<T>>,
  done: (answer: T, form: DraftForm) => { to: string; toast: Toast },
): Promise<void> {
  const id = String(objectIdParam(req))
  const { corrections, errors } = readCorrections((req.body ?? {}) as Body)
  const form = {
    id,
    revision: revisionField(req),
    actor: actorOf(req),
    outside: services.outside,
    corrections,
  }
  const answer: ChangeAnswer<T> =
    Object.keys(errors).length > 0 ? { ok: false, errors } : await act(form)
  if (answer.ok) {
    const { to, toast } = done(answer, form)
    setToast(req, toast)
    return res.redirect(303, to)
  }
  await showDraft({ req, res, services }, answer)
}

/** The check page; with a refused form, what was typed stands in it. */
export async function showDraft(
  { req, res, services }: { req: Request; res: Response; services: Services },
  refused?: { errors: Faults; stale?: boolean },
): Promise<void> {
  const draft = await findDraft(String(objectIdParam(req)), {
    actor: actorOf(req),
    today: services.outside.today(),
  })
  if (!draft) throw new NotFound()
  const model = presentDraft({
    draft,
    from: Number(req.query.lines) || 1,
    whole: req.query.whole !== undefined,
    ...(refused && { ...typedForm(req.body as Body), errors: faultWords(refused.errors) }),
    ...(refused?.stale && { isStale: true }),
  })
  const status = refused ? (refused.stale ? 409 : 422) : 200
  await renderPage(req, res, { view: 'drafts/check', model, status })
}

/** What was typed, to be shown again: inputs by name, `relation[id]` as `relation-id`, `cite[id][part]` as `cite-id-part`. */
function typedForm(body: Body = {}) {
  if (body.isForm === undefined) return {}
  const relations = Object.entries((body.relation ?? {}) as Body).map(([id, value]) => [
    `relation-${id}`,
    value,
  ])
  const parts = Object.entries((body.cite ?? {}) as Record<string, Body>).flatMap(([id, cite]) =>
    Object.entries(cite).map(([name, value]) => [`cite-${id}-${name}`, value]),
  )
  const typed = Object.fromEntries(
    [...Object.entries(body), ...relations, ...parts].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
  const ticked = [body.confirmGroup ?? []].flat().map(String)
  return { typed, ticked }
}
