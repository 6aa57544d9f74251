import type { ChangeAnswer } from '../intake/answers.ts'
import { confirmDraft, type Confirmed } from '../intake/confirmDraft.ts'
import { discardDraft } from '../intake/discardDraft.ts'
import { replaceText, rereadDraft } from '../intake/rereadDraft.ts'
import { saveCorrections } from '../intake/saveCorrections.ts'
import { t } from '../lib/labels.ts'
import { uploadFiles } from '../middleware/upload.ts'
import type { Toast } from '../presenters/page.ts'
import type { Services } from '../services.ts'
import { handleDraftForm, showDraft } from './draftForm.ts'
import { textField } from './formFields.ts'
import { INTAKE, type Route } from './route.ts'

const DECIDED = ['draftSave', 'citationResolve'] as const

/** The check page and what is done with the draft as a whole. */
export function draftPageRoutes(services: Services): Route[] {
  return [
    {
      method: 'get',
      path: '/drafts/:id',
      access: INTAKE,
      answers: 'page',
      handle: (req, res) => showDraft({ req, res, services }),
    },
    {
      method: 'post',
      path: '/drafts/:id',
      access: INTAKE,
      audit: DECIDED,
      handle: (req, res) =>
        handleDraftForm({ req, res, services }, saveCorrections, (_, { id }) =>
          backTo(id, 'saved'),
        ),
    },
    confirmRoute(services),
    textRoute(services),
    {
      method: 'post',
      path: '/drafts/:id/reread',
      access: INTAKE,
      audit: [...DECIDED, 'draftText'],
      handle: (req, res) =>
        handleDraftForm({ req, res, services }, rereadDraft, (_, { id }) => backTo(id, 'reread')),
    },
    discardRoute(services),
  ]
}

/** Back to the check page, saying what was done. */
export function backTo(id: string, toast: string, anchor = ''): { to: string; toast: Toast } {
  return { to: `/drafts/${id}${anchor}`, toast: { text: t(`intake.toast.${toast}`) } }
}

function confirmRoute(services: Services): Route {
  return {
    method: 'post',
    path: '/drafts/:id/confirm',
    access: INTAKE,
    audit: [
      ...DECIDED,
      'orderDecide',
      'documentConfirm',
      'reviewOpen',
      'reviewClose',
      'reviewTie',
      'taskOpen',
      'catalogueAdopt',
    ],
    handle: (req, res) => {
      const orders = req.query.orders === 'leave' ? 'leave' : 'ask'
      return handleDraftForm(
        { req, res, services },
        form => confirmDraft({ ...form, orders }),
        (confirmed, { id }) => ({
          to: `/documents/${id}`,
          toast: confirmedToast(confirmed, `/documents/${id}`),
        }),
      )
    },
  }
}

/** "Đã đăng ký. 2 viện dẫn đã có liên kết. Đã mở 9 rà soát, báo 2 người." with the button that takes the opening back. */
export function confirmedToast(
  {
    linkedCitations,
    movedCitations,
    openedTasks,
    openedReviews: { count, ids, people },
  }: Confirmed,
  returnTo: string,
): Toast {
  const opened =
    people.length > 0
      ? t('intake.toast.openedPeople', { n: count, people: people.length })
      : t('intake.toast.opened', { n: count })
  const text = [
    t('intake.toast.registered'),
    linkedCitations > 0 ? t('intake.toast.revived', { n: linkedCitations }) : '',
    movedCitations > 0 ? t('catalogue.toast.moved', { n: movedCitations }) : '',
    count > 0 ? opened : '',
    openedTasks.length > 0 ? t('intake.toast.openedTasks', { n: openedTasks.length }) : '',
  ]
  const fields = [
    { name: 'returnTo', value: returnTo },
    ...ids.map(id => ({ name: 'reviews', value: String(id) })),
    ...openedTasks.map(id => ({ name: 'tasks', value: String(id) })),
  ]
  const undo = { action: '/intake/undo-opening', label: t('intake.toast.undo'), fields }
  return { text: text.filter(Boolean).join(' '), ...(count + openedTasks.length > 0 && { undo }) }
}

/** A pasted text may be as long as the limit says, which is more than a plain form carries: it comes as multipart. */
function textRoute(services: Services): Route {
  const { textLimitBytes, uploadLimitBytes } = services.config
  return {
    method: 'post',
    path: '/drafts/:id/text',
    access: INTAKE,
    audit: [...DECIDED, 'draftText'],
    before: uploadFiles({ fileBytes: uploadLimitBytes, textBytes: textLimitBytes }),
    handle: (req, res) => {
      const refused: ChangeAnswer | null = req.uploadError
        ? { ok: false, errors: { text: req.uploadError } }
        : null
      const text = textField(req, 'text')
      return handleDraftForm(
        { req, res, services },
        async form => refused ?? replaceText({ ...form, text, limitBytes: textLimitBytes }),
        (_, { id }) => backTo(id, 'text'),
      )
    },
  }
}

function discardRoute(services: Services): Route {
  return {
    method: 'post',
    path: '/drafts/:id/discard',
    access: INTAKE,
    audit: ['draftDiscard'],
    handle: (req, res) =>
      handleDraftForm(
        { req, res, services },
        form => discardDraft({ ...form, reason: textField(req, 'discardReason') }),
        () => ({ to: '/intake', toast: { text: t('intake.toast.discarded') } }),
      ),
  }
}
