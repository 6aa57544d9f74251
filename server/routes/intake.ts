import type { Request, Response } from 'express'
import { fault, type Faults } from '../intake/answers.ts'
import { readCorrections } from '../intake/corrections.ts'
import type { Body } from '../intake/typed.ts'
import { DRAFTS_A_PAGE, listDrafts } from '../intake/listDrafts.ts'
import { manualDraft } from '../intake/manualDraft.ts'
import { takeIn, type Received } from '../intake/takeIn.ts'
import { codes, DIRECTIONS, type Direction } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import { actorOf } from '../middleware/requireUser.ts'
import { uploadFiles } from '../middleware/upload.ts'
import { presentIntake, presentManual } from '../presenters/intake.ts'
import type { Services } from '../services.ts'
import { faultWords } from './draftForm.ts'
import { textField } from './formFields.ts'
import { renderPage } from './renderPage.ts'
import { INTAKE, type Route } from './route.ts'

interface Exchange {
  req: Request
  res: Response
  services: Services
}

/** Where documents come in: paste, files, or a form without text. */
export function intakeRoutes(services: Services): Route[] {
  const { uploadLimitBytes, textLimitBytes } = services.config
  return [
    {
      method: 'get',
      path: '/intake',
      access: INTAKE,
      answers: 'page',
      handle: (req, res) =>
        prefilled(req)
          ? res.redirect(303, `/intake/manual?${prefilled(req)}`)
          : showIntake({ req, res, services }),
    },
    {
      method: 'post',
      path: '/drafts',
      access: INTAKE,
      audit: ['draftCreate'],
      before: uploadFiles({ fileBytes: uploadLimitBytes, textBytes: textLimitBytes }),
      handle: (req, res) => receive({ req, res, services }),
    },
    {
      method: 'get',
      path: '/intake/manual',
      access: INTAKE,
      answers: 'page',
      handle: (req, res) =>
        renderPage(req, res, { view: 'intake/manual', model: presentManual(stringsOf(req.query)) }),
    },
    {
      method: 'post',
      path: '/intake/manual',
      access: INTAKE,
      audit: ['draftCreate'],
      handle: (req, res) => receiveManual({ req, res, services }),
    },
  ]
}

/** A stub page sends what it knows of a document: the form without text opens with it. */
function prefilled(req: Request): string {
  const known = stringsOf(req.query)
  const { number, title, type, issuerName, issuedOn } = known
  const given = Object.entries({ number, title, type, issuerName, issuedOn }).filter(
    (entry): entry is [string, string] => Boolean(entry[1]),
  )
  return new URLSearchParams(given).toString()
}

function stringsOf(from: unknown): Record<string, string> {
  const entries = Object.entries((from ?? {}) as Body)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function directionOf(req: Request): Direction | undefined {
  return codes(DIRECTIONS).find(code => code === textField(req, 'direction'))
}

async function showIntake(
  { req, res, services }: Exchange,
  { received = [], errors = {} }: { received?: Received[]; errors?: Faults } = {},
): Promise<void> {
  const list = await listDrafts({
    ...{ actor: actorOf(req), today: services.outside.today() },
    page: Number(req.query.page) || 1,
  })
  const { uploadLimitBytes, textLimitBytes } = services.config
  const refused = Object.keys(errors).length > 0
  const model = presentIntake({
    list,
    received,
    pageSize: DRAFTS_A_PAGE,
    limits: { uploadBytes: uploadLimitBytes, textBytes: textLimitBytes },
    errors: faultWords(errors),
    ...(refused && {
      typed: {
        text: isDrafted(received) ? '' : textField(req, 'text'),
        direction: textField(req, 'direction'),
      },
    }),
  })
  await renderPage(req, res, { view: 'intake/intake', model, status: refused ? 422 : 200 })
}

/** A paste that became a draft leaves its box: sent again it would be a duplicate. */
function isDrafted(received: Received[]): boolean {
  return received.some(({ name, answer }) => answer.ok && name === t('intake.results.paste'))
}

async function receive({ req, res, services }: Exchange): Promise<void> {
  const files = (Array.isArray(req.files) ? req.files : []).map(file => ({
    name: file.originalname,
    bytes: file.buffer,
  }))
  const broken = uploadFault(req)
  if (broken && (files.length === 0 || broken.text))
    return showIntake({ req, res, services }, { errors: broken })
  const setting = { direction: directionOf(req), actor: actorOf(req), ...services }
  const handed = { files, text: textField(req, 'text'), pasteName: t('intake.results.paste') }
  const received = await takeIn(handed, setting)
  const [only] = received
  if (only && received.length === 1 && !broken) return answerOne(only, { req, res, services })
  await showIntake({ req, res, services }, { received, errors: broken ?? refusalsOf(received) })
}

/** What was wrong with what the browser sent, at the field it belongs to. */
function uploadFault({ uploadError }: Request): Faults | null {
  if (!uploadError) return null
  const { field, key, params } = uploadError
  return { [field === 'text' ? 'text' : 'file']: fault(key, params) }
}

/** One thing handed in: its check page, its side-by-side sheet, or the form again with what is wrong. */
async function answerOne({ name, answer }: Received, exchange: Exchange): Promise<void> {
  if (answer.ok) return exchange.res.redirect(303, `/drafts/${String(answer.id)}`)
  if (answer.duplicate) {
    const query = new URLSearchParams({
      hash: answer.duplicate.sha256,
      name: answer.duplicate.name || name,
    })
    return exchange.res.redirect(303, `/intake/duplicate?${query.toString()}`)
  }
  return showIntake(exchange, { errors: answer.errors })
}

/** Several things: the first refusal stands at its field, all of them by name in the list. */
function refusalsOf(received: Received[]): Faults {
  const refused = received
    .map(({ answer }) => (answer.ok ? undefined : answer.errors))
    .find(Boolean)
  return refused ?? {}
}

async function receiveManual({ req, res, services }: Exchange): Promise<void> {
  const { corrections, errors } = readCorrections((req.body ?? {}) as Body)
  const refused = Object.keys(errors).length > 0
  const answer = refused
    ? { ok: false as const, errors }
    : await manualDraft({
        corrections,
        direction: directionOf(req),
        actor: actorOf(req),
        outside: services.outside,
      })
  if (answer.ok) return res.redirect(303, `/drafts/${String(answer.id)}`)
  const model = presentManual(stringsOf(req.body), faultWords(answer.errors ?? {}))
  await renderPage(req, res, { view: 'intake/manual', model, status: 422 })
}
