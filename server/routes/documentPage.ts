import type { Request, Response } from 'express'
import {
  contentTab,
  filesTab,
  historyTab,
  propertiesTab,
  relatedTab,
  reviewsTab,
} from '../catalogue/documents/documentTabs.ts'
import { findDocument, type DocumentView } from '../catalogue/documents/findDocument.ts'
import { parseTypedDate } from '../legal/dates.ts'
import { NotFound } from '../lib/errors.ts'
import { actorOf } from '../middleware/requireUser.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import { holds, type Actor } from '../people/actor.ts'
import { presentContent } from '../presenters/documentContent.ts'
import { presentDocumentHead, TABS, type DocumentTab } from '../presenters/documentHead.ts'
import { presentProperties, type Errors, type Typed } from '../presenters/documentProperties.ts'
import { presentFiles, presentHistory, presentReviews } from '../presenters/documentRecords.ts'
import { presentRelated } from '../presenters/documentRelated.ts'
import { presentErrors } from '../presenters/fields.ts'
import type { Services } from '../services.ts'
import { objectIdParam } from './objectIdParam.ts'
import { renderPage } from './renderPage.ts'
import { INTAKE, REVIEWING } from './route.ts'

/** A form that was refused: shown again with what was typed. */
export interface Refusal {
  typed: Typed
  errors: Errors
  stale?: boolean
  candidates?: LegalDocumentRecord[]
}

/** Sends one tab of a document; a draft has its own page. */
export async function sendDocument(
  req: Request,
  res: Response,
  { services, tab, refusal }: { services: Services; tab: DocumentTab; refusal?: Refusal },
): Promise<void> {
  const actor = actorOf(req)
  const view = await findDocument(objectIdParam(req), actor)
  if (!view) throw new NotFound()
  const mayEdit = holds(actor, ...INTAKE)
  if (view.document.state === 'draft') {
    if (!mayEdit) throw new NotFound()
    return res.redirect(303, `/drafts/${String(view.document._id)}`)
  }
  const today = services.outside.today()
  const head = presentDocumentHead(view, { tab, today, mayEdit, ...dayAsked(req, today) })
  const model = {
    ...head,
    [tab]: await presentTab(view, { tab, actor, today, mayEdit: head.mayEdit, refusal }),
    ...(refusal && {
      stale: refusal.stale,
      summary: presentErrors(refusal.stale ? {} : refusal.errors),
    }),
  }
  const status = refusal ? (refusal.stale ? 409 : 422) : 200
  await renderPage(req, res, { view: 'documents/document', model, status })
}

/** The tab named in the address; the text when none is. */
export function tabAsked(req: Request): DocumentTab {
  return TABS.find(tab => tab === req.query.tab) ?? 'content'
}

function dayAsked(req: Request, today: string): { day: string; badDay?: string } {
  const typed = typeof req.query.on === 'string' ? req.query.on.trim() : ''
  const day = typed ? parseTypedDate(typed) : today
  return day ? { day } : { day: today, badDay: typed }
}

interface TabAsked {
  tab: DocumentTab
  actor: Actor
  today: string
  mayEdit: boolean
  refusal?: Refusal | undefined
}

async function presentTab(view: DocumentView, asked: TabAsked): Promise<object> {
  const { document } = view
  const { actor } = asked
  const form = { mayEdit: asked.mayEdit, ...asked.refusal }
  switch (asked.tab) {
    case 'content':
      return presentContent(view, await contentTab(document, actor), asked)
    case 'properties':
      return presentProperties(view, await propertiesTab(document), form)
    case 'related':
      return presentRelated(view, await relatedTab(document._id, actor), form)
    case 'files':
      return presentFiles(await filesTab(document._id))
    case 'reviews':
      return {
        ...presentReviews(await reviewsTab(document._id, actor)),
        open: openHref(document, actor),
      }
    case 'history':
      return presentHistory(view, await historyTab(document._id))
  }
}

/** Reviews are opened on own documents, by who reviews. */
function openHref({ _id, own }: LegalDocumentRecord, actor: Actor): string | null {
  return own && holds(actor, ...REVIEWING) ? `/documents/${String(_id)}/reviews` : null
}
