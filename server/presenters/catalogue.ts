import { t } from '../lib/labels.ts'
import type { CatalogueLoadRecord } from '../models/CatalogueLoad.ts'
import type { LoadState } from '../catalogue/starter/claimLoad.ts'
import type { CatalogueOffer } from '../catalogue/starter/catalogueOffer.ts'
import { formatters } from './format.ts'

export const LOAD_ACTION = '/admin/catalogue/load'

/** The page of the starter catalogue: how its load stands, and the button that starts it. */
export function presentCatalogue(load: LoadState, { behind }: { behind: number }) {
  const { record, isRunning } = load
  return {
    page: { title: t('catalogue.title') },
    sub: t('catalogue.sub'),
    ...(isRunning && record ? { progress: progressOf(record) } : { act: actOf(load) }),
    note: noteOf(load),
    ...(record?.state === 'done' && { rows: doneRows(record, behind) }),
  }
}

function progressOf(record: CatalogueLoadRecord) {
  const { done, total, stage } = record
  return {
    value: total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0,
    title: t('catalogue.running', { stage: t(`catalogue.stage.${stage}`) }),
    text: t('catalogue.runningText', {
      done: formatters.number(done),
      total: formatters.number(total),
    }),
  }
}

function actOf({ record, isCutOff }: LoadState) {
  const again = record?.state === 'done'
  const key = isCutOff ? 'resume' : again ? 'again' : 'load'
  return {
    label: t(`catalogue.${key}`),
    text: t(`catalogue.${key}Text`),
    action: LOAD_ACTION,
    style: again ? '' : 'primary',
  }
}

function noteOf({ record, isCutOff }: LoadState) {
  if (isCutOff) return { strong: t('catalogue.cutOff'), text: t('catalogue.cutOffText') }
  if (record?.state !== 'failed') return null
  return { strong: t('catalogue.failed'), text: record.failure }
}

function doneRows({ counts, finishedAt, byName }: CatalogueLoadRecord, behind: number) {
  const count = (name: string) => {
    const n = (counts as Record<string, number> | undefined)?.[name] ?? 0
    return formatters.number(n)
  }
  const by = byName ? byName : t('catalogue.byCommand')
  const said: [string, string][] = [
    ['documents', t('catalogue.counts.documents', both('documents'))],
    ['relations', t('catalogue.counts.relations', both('relations'))],
    ['effects', t('catalogue.counts.effects', both('effects'))],
    ['registered', t('catalogue.counts.registered', { n: count('registered') })],
    ['linked', t('catalogue.counts.linked', { n: count('linked') })],
    ['when', t('catalogue.counts.when', { when: formatters.moment(finishedAt), by })],
    ['search', behind > 0 ? t('catalogue.counts.behind', { n: formatters.number(behind) }) : ''],
  ]
  function both(name: string) {
    return { n: count(name), added: count(`${name}Added`) }
  }
  return said
    .filter(([, text]) => text)
    .map(([name, text]) => ({ term: t(`catalogue.rows.${name}`), text }))
}

/** The notice on the desk of a register that has nothing in it yet; null when there is nothing to say. */
export function presentOffer(offer: CatalogueOffer) {
  if (!offer) return null
  return {
    strong: t(`catalogue.offer.${offer}.strong`),
    text: t(`catalogue.offer.${offer}.text`),
    href: '/admin/catalogue',
    linkLabel: t(`catalogue.offer.${offer}.link`),
    ...(offer !== 'running' && {
      button: { action: LOAD_ACTION, label: t(`catalogue.offer.${offer}.button`) },
    }),
  }
}
