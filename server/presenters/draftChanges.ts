import type { ChangePreview } from '../intake/previewChanges.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { CascadeItem } from '../review/previewCascade.ts'
import { actOf, pinpointsOf } from './citationUse.ts'
import { presentLamp, type LampView } from './lamp.ts'

export interface TouchedView {
  name: string
  href: string
  title: string
  unit: string
  due: string
  chain: string
  quote: string
  lamp: LampView
}

export interface ChangeView {
  id: string
  /** The citations one tick speaks for. */
  citations: { name: string }[]
  label: string
  quote: string
  isTicked: boolean
  sentence: string
  toOpen: TouchedView[]
  others: TouchedView[]
  expired: TouchedView[]
}

/** Changes the draft makes to other documents, each to be agreed to, with whom it touches. */
export function presentChanges(
  changes: ChangePreview[],
  names: Map<string, string>,
  ticked?: string[],
): ChangeView[] {
  return changes.map(change => {
    const { preview, citations, target } = change
    const toOpen = preview.toOpen.map(presentTouched)
    const id = `change-${String(citations[0]?._id)}`
    return {
      id,
      citations: citations.map(({ _id }) => ({ name: `change[${String(_id)}]` })),
      label: labelOfChange(change, names.get(String(target)) ?? ''),
      quote: citations[0]?.sentence ?? '',
      isTicked: ticked ? ticked.includes(id) : citations.some(isTicked),
      sentence: touchedSentence(preview.toOpen),
      toOpen,
      others: preview.others.map(presentTouched),
      expired: preview.expired.map(presentTouched),
    }
  })
}

/** "Xác nhận: bãi bỏ một phần 08/2022/QĐ-UBND: khoản 2 Điều 5": what falls is named, so that a part is not taken for the whole. */
function labelOfChange({ relation, citations }: ChangePreview, name: string): string {
  const act = actOf({ relation, scope: citations[0]?.scope ?? '' })
  const label = t('intake.changes.label', { relation: act, name })
  const where = pinpointsOf(citations)
  return where ? t('intake.citations.use.at', { what: label, where }) : label
}

/** Ticked by a person, or read without doubt and not refused. */
export function isTicked({ relationDecided, relationRefused, doubts }: CitationRecord): boolean {
  return relationDecided || (!relationRefused && doubts.length === 0)
}

/** "9 văn bản bị chạm: 7 trực tiếp, 2 qua văn bản trung gian." */
export function touchedSentence(toOpen: CascadeItem[]): string {
  if (toOpen.length === 0) return t('intake.changes.none')
  const direct = toOpen.filter(({ depth }) => depth <= 1).length
  const through = toOpen.length - direct
  return t(through > 0 ? 'intake.changes.touched' : 'intake.changes.touchedDirectly', {
    n: toOpen.length,
    direct,
    through,
  })
}

function presentTouched(item: CascadeItem): TouchedView {
  const { number, title } = item
  return {
    name: [number, title, t('intake.noName')].find(Boolean) ?? '',
    href: `/documents/${item.id}`,
    title: number ? title : '',
    unit: item.unit?.name ?? t('intake.changes.lead'),
    due: item.due?.dueOn ?? '',
    ...wayTo(item),
    lamp: presentLamp(item.forceStatus),
  }
}

/** How the change reaches it, and the line that says so. */
function wayTo({ chain, depth }: CascadeItem): { chain: string; quote: string } {
  const between = chain.slice(1, -1).map(({ document }) => document.number || document.title)
  const way =
    depth > 1
      ? t('intake.changes.through', { names: between.join(', ') })
      : t('intake.changes.directly')
  return { chain: way, quote: chain.at(-1)?.quote ?? '' }
}
