import type { DocumentView } from '../catalogue/documents/findDocument.ts'
import type { ContentTab } from '../catalogue/documents/documentTabs.ts'
import type { IsoDate } from '../legal/dates.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { OutlinePart } from '../reading/types.ts'
import { forceOn, lifeBand, presentForce, type ForceLine, type Life } from './documentForce.ts'
import { documentName, documentNumber, exampleMark } from './documentName.ts'
import { presentText } from './documentText.ts'
import { formatters } from './format.ts'
import { presentLamp } from './lamp.ts'
import type { BandView, LampView } from './page.ts'

/** A citation in the text: `href` alone is a plain link, `pop` opens in place. */
export interface CiteView {
  id: string
  kind: 'linked' | 'ended' | 'missing'
  href: string
  mark?: LampView
  pop?: PopView
}

/** The cited document, at the provision the words name. */
function hrefOf({ _id, to }: CitationRecord, { anchors }: ContentTab): string {
  const anchor = anchors.get(String(_id))
  return `/documents/${String(to)}${anchor ? `#${anchor}` : ''}`
}

interface PopView {
  name: string
  title: string
  citing: { label: string; lamp: LampView }
  now: { label: string; lamp: LampView }
  band: BandView | null
  lines: ForceLine[]
  how: string
  links: { href: string; label: string }[]
}

/** What the contents list; khoản, điểm and the headings of letters are too many. */
const TOC_KINDS: OutlinePart['kind'][] = ['part', 'chapter', 'section', 'article', 'appendix']
const CITING_SHOWN = 12

/** The tab Nội dung: contents at the left, the paper, who cites it at the right. */
export function presentContent(
  { document, counts }: DocumentView,
  tab: ContentTab,
  { today, mayEdit }: { today: IsoDate; mayEdit: boolean },
) {
  const path = `/documents/${String(document._id)}`
  const present = (citation: CitationRecord) =>
    presentCite(citation, { tab, today, citedOn: document.issuedOn ?? null, mayEdit })
  return {
    noText: document.hasText
      ? null
      : {
          title: t('documents.content.noText'),
          ...(counts.files > 0 && {
            text: t('documents.content.noTextFile'),
            href: `${path}?tab=files`,
            linkLabel: t('documents.content.openFiles'),
          }),
        },
    note: document.isIllustrative ? t('documents.content.illustrative') : '',
    paper: presentText(document.text, { ...tab, present }),
    toc: tocOf(tab),
    citing: citingOf(tab, path),
    neighbours: neighboursOf(document.number, tab),
  }
}

function tocOf({ outline }: ContentTab) {
  return outline
    .filter(({ kind }) => TOC_KINDS.includes(kind))
    .slice(0, 200)
    .map(({ start, label, title, kind }) => ({
      href: `#at-${start}`,
      label: title ? `${label}. ${shorten(title, 60)}` : label,
      isTop: kind !== 'article',
    }))
}

function shorten(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words
}

function presentCite(
  citation: CitationRecord,
  at: { tab: ContentTab; today: IsoDate; citedOn: IsoDate | null; mayEdit: boolean },
): CiteView {
  const id = `cite-${String(citation._id)}`
  const target = citation.to && at.tab.known.get(String(citation.to))
  if (!target || citation.state !== 'linked') {
    return { id, kind: 'missing', href: `/stubs/${encodeURIComponent(citation.toKey)}` }
  }
  const life = { document: target, effects: at.tab.effects.get(String(target._id)) ?? [] }
  const { status } = forceOn(life, at.today)
  const isEnded = status === 'expired'
  return {
    id,
    kind: isEnded ? 'ended' : 'linked',
    href: hrefOf(citation, at.tab),
    ...(isEnded && { mark: presentLamp(status) }),
    pop: popOf(citation, { ...at, life }),
  }
}

function popOf(
  citation: CitationRecord,
  {
    tab,
    today,
    citedOn,
    life,
    mayEdit,
  }: {
    tab: ContentTab
    today: IsoDate
    citedOn: IsoDate | null
    life: Life
    mayEdit: boolean
  },
): PopView {
  const then = citedOn ?? today
  const href = hrefOf(citation, tab)
  const fix = { href: `/citations/${String(citation._id)}`, label: t('documents.pop.fix') }
  return {
    name: documentName(life.document),
    title: life.document.title,
    citing: {
      label: citedOn
        ? t('documents.pop.citing', { date: formatters.date(citedOn) })
        : t('documents.pop.citingUnknown'),
      lamp: presentLamp(citedOn ? forceOn(life, then).status : 'undetermined'),
    },
    now: {
      label: t('documents.pop.today', { date: formatters.date(today) }),
      lamp: presentLamp(forceOn(life, today).status),
    },
    band: withoutEnds(lifeBand(life, { ticks: citedOn ? [citedOn, today] : [today], today })),
    lines: presentForce(life, { day: today, today, known: tab.known }).lines,
    how: howLinked(citation),
    links: [{ href, label: t('documents.pop.open') }, ...(mayEdit ? [fix] : [])],
  }
}

function withoutEnds(band: BandView | null): BandView | null {
  return band && { label: band.label, segments: band.segments, ticks: band.ticks }
}

/** Who linked it, and by what. */
export function howLinked({ decision, reason }: CitationRecord): string {
  if (decision === 'linked') return t('documents.pop.person')
  return reason ? t('documents.pop.machine', { reason: reasonWords({ reason }) }) : ''
}

/** Why a citation stands as it does. */
export function reasonWords({ reason }: Pick<CitationRecord, 'reason'>): string {
  return reason ? t(`documents.citationReasons.${reason}`) : ''
}

function citingOf({ citing, known }: ContentTab, path: string) {
  const rows = citing.slice(0, CITING_SHOWN).flatMap(citation => {
    const from = known.get(String(citation.from))
    if (!from) return []
    return [
      {
        href: `/documents/${String(from._id)}#cite-${String(citation._id)}`,
        number: documentNumber(from),
        example: exampleMark(from),
        pinpoint: citation.pinpoint,
        sentence: shorten(citation.sentence || citation.quote, 140),
      },
    ]
  })
  const all = t('documents.content.allCiting', { n: citing.length })
  return { n: citing.length, rows, allHref: `${path}?tab=related#in`, all }
}

function neighboursOf(number: string, { neighbours }: ContentTab) {
  if (neighbours.length === 0) return null
  const year = /\/(\d{4})\//u.exec(number)?.[1] ?? ''
  return {
    title: t('documents.content.neighbours', { year }),
    rows: neighbours.map(one => ({
      number: one.number,
      ...(one.id && { href: `/documents/${one.id}` }),
      gap: one.id ? '' : t('documents.content.gap', { number: one.number }),
    })),
  }
}
