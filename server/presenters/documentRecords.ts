import type { ReviewsTab } from '../catalogue/documents/documentTabs.ts'
import type { DocumentView } from '../catalogue/documents/findDocument.ts'
import {
  EFFECT_KINDS,
  labelOf,
  OUTCOMES,
  REVIEW_KINDS,
  REVIEW_STATES,
  TASK_STATES,
} from '../legal/glossary.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { AuditEntryRecord } from '../models/AuditEntry.ts'
import type { DocumentFileRecord } from '../models/DocumentFile.ts'
import type { EffectRecord } from '../models/Effect.ts'
import type { ReviewRecord } from '../models/Review.ts'
import type { TaskRecord } from '../models/Task.ts'
import { documentNumber } from './documentName.ts'
import { formatters } from './format.ts'
import type { TimelineItem } from './page.ts'

/** The tab Tệp đính kèm. */
export function presentFiles(files: (DocumentFileRecord & { createdAt: Date })[]) {
  return {
    rows: files.map(file => ({
      href: `/files/${String(file._id)}`,
      name: file.name,
      part: t(`documents.files.parts.${file.part}`),
      size: t('documents.files.kb', {
        n: formatters.number(Math.max(1, Math.round(file.size / 1000))),
      }),
      added: formatters.date(file.createdAt),
      text: t(file.hasText ? 'documents.files.hasText' : 'documents.files.noText'),
      hash: file.sha256.slice(0, 16),
      label: t('documents.files.download', { name: file.name }),
    })),
  }
}

/** The tab Rà soát: read only; each leads to its own page. */
export function presentReviews({ reviews, tasks, ordered, known, people }: ReviewsTab) {
  return {
    rows: reviews.map(review => presentReview(review, { known, people })),
    tasks: tasks.map(presentTask),
    ordered: ordered.map(review => {
      const target = known.get(String(review.document))
      const name = target ? documentNumber(target) : (review.stub?.name ?? '')
      return { ...presentReview(review, { known, people }), name }
    }),
  }
}

function presentTask(task: TaskRecord) {
  return {
    href: `/tasks/${String(task._id)}`,
    action: task.action,
    state: labelOf(TASK_STATES, task.state),
    note: task.note,
    due: formatters.coarseDate(task.dueOn, task.duePrecision),
  }
}

function presentReview(
  review: ReviewRecord,
  { known, people }: Pick<ReviewsTab, 'known' | 'people'>,
) {
  const cause = review.triggerDocument ? known.get(String(review.triggerDocument)) : undefined
  const isKnown = typeof labelAt(`documents.reviews.grounds.${review.ground}`) === 'string'
  return {
    href: `/reviews/${String(review._id)}`,
    code: review.code,
    kind: {
      label: labelOf(REVIEW_KINDS, review.kind),
      kind: review.kind === 'statutory' ? 'strong' : 'quiet',
    },
    ground: isKnown ? t(`documents.reviews.grounds.${review.ground}`) : review.groundText,
    because: cause ? t('documents.reviews.because', { number: documentNumber(cause) }) : '',
    state: labelOf(REVIEW_STATES, review.state),
    who: people.get(String(review.reviewer)) ?? '',
    due: formatters.weekdayDate(review.dueOn),
    outcome: review.outcome ? labelOf(OUTCOMES, review.outcome) : t('documents.reviews.undecided'),
  }
}

/** The tab Lịch sử: the life of the document, then what was done to the record. */
export function presentHistory({ effects, known }: DocumentView, entries: AuditEntryRecord[]) {
  const byDay = [...effects].sort((a, b) => ((a.on ?? '9999') < (b.on ?? '9999') ? 1 : -1))
  return {
    life: byDay.map(effect => presentEffect(effect, known)),
    record: entries.map(presentEntry),
  }
}

function presentEffect(effect: EffectRecord, known: DocumentView['known']): TimelineItem {
  const source = effect.source ? known.get(String(effect.source)) : undefined
  const by = source ? t('documents.history.source', { name: documentNumber(source) }) : ''
  const off = effect.withdrawnReason
    ? t('documents.history.withdrawn', { reason: effect.withdrawnReason })
    : ''
  const words = [labelOf(EFFECT_KINDS, effect.kind), by].filter(Boolean).join(' ')
  const unchecked = effect.origin === 'starter' ? t('catalogue.tag') : ''
  return {
    when: effect.on ? formatters.date(effect.on) : t('documents.history.noDay'),
    what: [words, effect.provisions, off, unchecked].filter(Boolean).join(', '),
    ...(source && { href: `/documents/${String(source._id)}` }),
  }
}

function presentEntry({ at, byName, action, after, reason }: AuditEntryRecord): TimelineItem {
  const known = typeof labelAt(`documents.history.actions.${action}`) === 'string'
  const what = t(`documents.history.actions.${known ? action : 'other'}`)
  const fields = action === 'documentChange' ? fieldsOf(after) : ''
  const said = fields ? t('documents.history.changed', { what, fields }) : what
  return {
    when: formatters.moment(at),
    who: byName || t('documents.history.machine'),
    what: reason ? t('documents.history.reason', { what: said, reason }) : said,
  }
}

/** Names of the fields an entry says were changed. */
function fieldsOf(after: unknown): string {
  const names = typeof after === 'object' && after !== null ? Object.keys(after) : []
  return names
    .map(name => labelAt(`documents.fields.${name}`))
    .filter(label => typeof label === 'string')
    .join(', ')
}
