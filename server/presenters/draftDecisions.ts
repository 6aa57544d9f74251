import type { DraftView } from '../intake/findDraft.ts'
import { isWaiting } from '../legal/orderDay.ts'
import { t } from '../lib/labels.ts'
import type { GroupView } from './draftCitations.ts'
import { formatters } from './format.ts'

/** More jumps than this are counted only. */
const MOST = 6

export interface DecisionsView {
  title: string
  text: string
  links: { href: string; label: string }[]
  /** How many rows hold something doubtful, and the way to the first. */
  doubts: { href: string; label: string } | null
}

/** "3 chỗ cần bạn quyết" with a link to each: doubtful fields first, then citations with several candidates. */
export function presentDecisions(draft: DraftView, groups: GroupView[]): DecisionsView {
  const { document } = draft
  const fields = document.evidence
    .filter(({ field, doubt }) => doubt && !document.decidedFields.includes(field))
    .map(({ field }) => ({
      href: `#${field}`,
      label: t('intake.decisions.field', { name: t(`intake.fields.${field}`) }),
    }))
  const several = groups
    .filter(({ state }) => state === 'several')
    .map(({ id, name, candidates, isFromScan }) => ({
      href: `#${id}`,
      label: t(`intake.decisions.${wayOf(candidates.length, isFromScan)}`, {
        name,
        n: candidates.length,
      }),
    }))
  const orders = waitingOrders(draft)
  const links = [...fields, ...several, ...orders.links]
  const waiting = fields.length + several.length + orders.n
  const missing = groups.filter(({ state }) => state === 'missing').length
  return {
    title:
      waiting > 0
        ? t('intake.decisions.title', { n: formatters.number(waiting) })
        : t('intake.decisions.none'),
    text: missing > 0 ? t('intake.decisions.missing', { n: formatters.number(missing) }) : '',
    links: links.slice(0, MOST),
    doubts: doubtsIn(groups),
  }
}

/** One link to the orders nobody decided; each counts. */
function waitingOrders({ document, orders }: DraftView) {
  const waiting = document.orders.findIndex(order => isWaiting(order, orders))
  const { length: n } = document.orders.filter(order => isWaiting(order, orders))
  const label = t('intake.decisions.orders', { n })
  return { n, links: n > 0 ? [{ href: `#o-${waiting}`, label }] : [] }
}

function wayOf(candidates: number, isFromScan: boolean): string {
  if (candidates !== 1) return 'several'
  return isFromScan ? 'fromScan' : 'one'
}

/** "2 chỗ nghi ngờ": rows whose words do not agree with themselves. Nothing waits for them, so they are counted apart. */
function doubtsIn(groups: GroupView[]): DecisionsView['doubts'] {
  const doubtful = groups.filter(({ doubt }) => doubt)
  const [first] = doubtful
  return first
    ? {
        href: `#${first.id}`,
        label: t('intake.decisions.doubts', { n: formatters.number(doubtful.length) }),
      }
    : null
}
