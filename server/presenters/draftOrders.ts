import type { DraftView } from '../intake/findDraft.ts'
import { lastDayOf } from '../legal/orderDay.ts'
import { printDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import type { OrderRecord } from '../models/LegalDocument.ts'
import { citationName } from './citationName.ts'
import { linesOfSpan } from './draftText.ts'
import type { FormValues } from './draftFields.ts'
import { optionsFrom } from './fields.ts'
import { formatters } from './format.ts'

interface Facts {
  draft: DraftView
  starts: number[]
  action: string
  errors: Record<string, string>
  typed?: FormValues
}

/** Orders read in the text, each to be taken as a task or a review, or declined. */
export function presentOrders(facts: Facts) {
  return facts.draft.document.orders.map((order, index) => {
    const path = `${facts.action}/orders/${index}`
    return {
      ...{ id: `o-${index}`, kind: t(`intake.orders.kind.${kindOf(order)}`) },
      line: order.start < order.end ? linesOfSpan(facts.starts, order) : null,
      quote: order.quote.replace(/\s+/gu, ' '),
      ...said(order, facts),
      ...blindOf(order, { ...facts, index }),
      ...stateOf(order, facts),
      isOpen: order.decision === '',
      fields: fieldsOf({ ...facts, index }),
      ...labelsOf(order, index),
      actions: {
        accept: `${path}/accept?at=o-${index}`,
        decline: `${path}/decline?at=o-${index}`,
        restore: `${path}/restore?at=o-${index}`,
      },
    }
  })
}

function labelsOf(order: OrderRecord, index: number) {
  const { isReview, dueOn } = order
  const dayHint = isReview ? 'intake.orders.dayReview' : dueOn ? '' : 'intake.orders.dayHint'
  return {
    acceptLabel: t(`intake.orders.accept.${kindOf(order)}`),
    describe: `${index + 1}`,
    unitEmpty: t(isReview ? 'intake.orders.unitLead' : 'intake.orders.unitChoose'),
    dayHint: dayHint && t(dayHint),
    actionLabel: t(isReview ? 'intake.orders.note' : 'intake.orders.action'),
  }
}

function kindOf({ isReview, isUnderway }: OrderRecord): 'task' | 'review' | 'underway' {
  if (!isReview) return 'task'
  return isUnderway ? 'underway' : 'review'
}

/** The words behind the fields: who is named, what is reviewed, and how the last day follows from the term written. */
function said(order: OrderRecord, { draft }: Facts) {
  const { unit, dueWords, dueOn } = order
  const last = lastDayOf(order, draft.orders.beforeDay)
  const isMoved = last !== null && last !== dueOn
  return {
    unitWords: unit ? t('intake.orders.unitWords', { unit }) : '',
    objects: objectsOf(order, draft),
    dueWords: dueWords && t('intake.orders.dueWords', { words: dueWords }),
    dueWhy: isMoved
      ? t('intake.orders.before', {
          day: formatters.weekdayDate(last),
          written: printDate(dueOn ?? ''),
        })
      : '',
  }
}

function objectsOf({ objects, isReview }: OrderRecord, { citations }: DraftView): string {
  if (!isReview) return ''
  const isObject = ({ start, end }: { start: number; end: number }) =>
    objects.some(one => (one.start ?? 0) < end && start < (one.end ?? 0))
  const names = citations
    .filter(citation => citation.state !== 'rejected' && isObject(citation))
    .map(citation => citationName(citation).name)
  return names.length > 0
    ? t('intake.orders.objects', { names: names.join(', ') })
    : t('intake.orders.noObjects')
}

function stateOf(order: OrderRecord, { draft }: Facts) {
  if (order.decision === 'declined') return { state: t('intake.orders.declined') }
  const day = order.typedDueOn ?? lastDayOf(order, draft.orders.beforeDay)
  const isPast = !order.isReview && day !== null && day < draft.orders.today
  const past = isPast ? t('intake.orders.past') : ''
  if (order.decision === '') return { past }
  return {
    past,
    state: t(`intake.orders.accepted.${isPast ? 'past' : kindOf(order)}`),
    given: givenOf(order, draft),
  }
}

/** `Phòng Kế hoạch · hạn T6 26/6/2026`. */
function givenOf(
  { typedUnit, typedDueOn, typedAction }: OrderRecord,
  { units }: DraftView,
): string {
  const unit = units.find(({ _id }) => typedUnit?.equals(_id))?.name ?? ''
  const due = typedDueOn ? t('intake.orders.due', { day: formatters.weekdayDate(typedDueOn) }) : ''
  return [unit, due, typedAction].filter(Boolean).join(' · ')
}

/** A unit nobody of which may see the document: who registers it must know that the order will not reach them. */
function blindOf(order: OrderRecord, facts: Facts & { index: number }) {
  const { units, orders } = facts.draft
  const unit = orderUnit(order, facts)
  const name = units.find(({ _id }) => String(_id) === unit)?.name
  const isBlind = name && order.decision !== 'declined' && orders.blind.has(unit)
  const kind = order.isReview ? 'review' : 'task'
  return isBlind ? { blind: t(`intake.orders.blind.${kind}`, { unit: name }) } : {}
}

function orderUnit(order: OrderRecord, facts: Facts & { index: number }): string {
  const given = order.decision === 'accepted' ? order.typedUnit : null
  const { unit } = facts.draft.orders.values[facts.index] ?? {}
  return facts.typed?.[`orderUnit-${facts.index}`] ?? String(given ?? unit ?? '')
}

const NOTHING = { unit: null, dueOn: null, action: '' }

/** Unit, day and action as typed, else as proposed from the words. */
function fieldsOf({ draft, errors, typed, index }: Facts & { index: number }) {
  const { unit: own, dueOn, action } = draft.orders.values[index] ?? NOTHING
  const field = (name: 'Unit' | 'Day' | 'Action', own: string) => {
    const id = `order${name}-${index}`
    return { id, error: errors[id], value: typed?.[id] ?? own }
  }
  const unit = field('Unit', own ?? '')
  const choices = draft.units.map(({ _id, name }) => ({ value: String(_id), label: name }))
  return {
    unit: { ...unit, options: optionsFrom(choices, unit.value) },
    day: field('Day', dueOn ? printDate(dueOn) : ''),
    action: field('Action', action),
  }
}
