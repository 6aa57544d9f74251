import type { Request, Response } from 'express'
import {
  findDocument,
  knownDocuments,
  type DocumentView,
} from '../catalogue/documents/findDocument.ts'
import { previewRelation } from '../intake/previewRelation.ts'
import type { RelationForm, WantedRelation } from '../intake/relationForm.ts'
import { CHANGING_RELATIONS } from '../legal/glossary.ts'
import { NotFound } from '../lib/errors.ts'
import { actorOf } from '../middleware/requireUser.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { presentImpact } from '../presenters/documentImpact.ts'
import type { Services } from '../services.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'

/** A change as it would be recorded; the acting document may not be known yet. */
type Wanted = Pick<WantedRelation, 'to' | 'kind' | 'scope' | 'provisions' | 'effectiveOn'> & {
  from: LegalDocumentRecord | null
  quote: string
}

/** The form that records the change, sent back from the page that shows what it touches. */
interface Confirm {
  page: LegalDocumentRecord
  revision: number
  form: RelationForm
}

/** The page that shows what a change touches; with `confirm` it carries the form that records it. */
export async function sendImpact(
  req: Request,
  res: Response,
  { services, wanted, confirm }: { services: Services; wanted: Wanted; confirm?: Confirm },
): Promise<void> {
  const { from, to, effectiveOn, kind, scope, provisions, quote } = wanted
  const change = { kind, scope, quote, on: effectiveOn ?? from?.effectiveFrom ?? null }
  const today = services.outside.today()
  const ends = { target: to._id, source: from?._id ?? null }
  const impact = await previewRelation({ ...change, ...ends, actor: actorOf(req), today })
  if (!impact) throw new NotFound()
  const facts = { ...change, ...impact, provisions, target: to, source: from }
  const model = presentImpact({ ...facts, ...endOf(to, confirm) })
  await renderPage(req, res, { view: 'documents/impact', model })
}

function endOf(to: LegalDocumentRecord, confirm: Confirm | undefined) {
  if (!confirm) return { backHref: `/documents/${String(to._id)}` }
  const path = `/documents/${String(confirm.page._id)}`
  const fields = Object.entries(confirm.form).map(([name, value]) => ({
    name,
    value: String(value),
  }))
  return {
    backHref: `${path}?tab=related#add`,
    confirm: { action: `${path}/relations`, revision: confirm.revision, fields },
  }
}

/** A look at what a change of this document would touch, without recording anything. */
export async function lookAtImpact(req: Request, res: Response, services: Services): Promise<void> {
  const view = await findDocument(objectIdParam(req), actorOf(req))
  if (view?.document.state !== 'confirmed') throw new NotFound()
  const wanted = {
    to: view.document,
    kind: CHANGING_RELATIONS.find(code => code === req.query.kind) ?? 'replaces',
    scope: req.query.scope === 'part' ? ('part' as const) : ('whole' as const),
    provisions: '',
    ...(await actingOn(view, req)),
  }
  await sendImpact(req, res, { services, wanted })
}

/** The change already recorded on the document, if there is one, as the acting end of the look. */
async function actingOn({ effects }: DocumentView, req: Request) {
  const acting = effects.find(({ source, withdrawnReason }) => source && !withdrawnReason)
  if (!acting?.source) return { from: null, effectiveOn: null, quote: '' }
  const known = await knownDocuments([acting.source], actorOf(req))
  const from = known.get(String(acting.source)) ?? null
  return { from, effectiveOn: acting.on ?? null, quote: from ? acting.quote : '' }
}
