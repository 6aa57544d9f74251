import type { DocumentView } from '../catalogue/documents/findDocument.ts'
import type { RelatedTab } from '../catalogue/documents/documentTabs.ts'
import { RELATION_KINDS, type RelationKind } from '../legal/glossary.ts'
import { t } from '../lib/labels.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { RelationRecord } from '../models/Relation.ts'
import { doubtsOf, stateWords } from './citationState.ts'
import { citationUse } from './citationUse.ts'
import { howLinked, reasonWords } from './documentContent.ts'
import { documentNumber, documentTags, exampleMark, issuerLabel } from './documentName.ts'
import type { Errors, Typed } from './documentProperties.ts'
import { presentSource } from './documentStarter.ts'
import { optionsFrom } from './fields.ts'
import { formatters } from './format.ts'
import { presentLamp } from './lamp.ts'

export interface RelatedAsked {
  mayEdit: boolean
  typed?: Typed
  errors?: Errors
  /** Documents the typed number fits, when several. */
  candidates?: LegalDocumentRecord[]
}

/** The tab Văn bản liên quan: edges by kind and voice, citations out and in, the form that states an edge. */
export function presentRelated({ document }: DocumentView, tab: RelatedTab, asked: RelatedAsked) {
  const groups = groupsOf(document, tab, asked)
  return {
    groups,
    noRelations: groups.length === 0,
    out: tab.citations.map(citation => presentOut(citation, { tab, mayEdit: asked.mayEdit })),
    into: tab.citing.flatMap(citation => presentIn(citation, tab)),
    removeError: asked.errors?.removeReason,
    ...(asked.mayEdit && { form: relationForm(asked) }),
  }
}

function groupsOf(
  document: LegalDocumentRecord,
  { relations, known, sources }: RelatedTab,
  asked: RelatedAsked,
) {
  const groups = new Map<string, { title: string; rows: object[] }>()
  for (const relation of relations) {
    const isOut = relation.from.equals(document._id)
    const other = known.get(String(isOut ? relation.to : relation.from))
    if (!other) continue
    const title = voiceOf(relation.kind, isOut)
    const group = groups.get(title) ?? { title, rows: [] }
    group.rows.push({
      ...presentEdge(relation, other),
      sources: (sources.get(String(relation._id)) ?? []).map(presentSource),
      mayRemove: asked.mayEdit,
      path: pathOf(document),
    })
    groups.set(title, group)
  }
  return [...groups.values()]
}

function pathOf({ _id }: LegalDocumentRecord): string {
  return `/documents/${String(_id)}`
}

/** «thay thế» from the one that acts, «bị thay thế bởi» from the other; the first letter upper case for a heading. */
function voiceOf(kind: RelationKind, isOut: boolean): string {
  const { vi, reverseVi } = RELATION_KINDS[kind]
  const words = isOut ? vi : reverseVi
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function glance(document: LegalDocumentRecord) {
  return {
    href: pathOf(document),
    number: documentNumber(document),
    example: exampleMark(document),
    title: document.number ? document.title : '',
    meta: [formatters.date(document.issuedOn), issuerLabel(document)].filter(Boolean).join(' · '),
    tags: documentTags(document),
    lamp: presentLamp(document.forceStatus ?? 'undetermined'),
  }
}

function presentEdge(relation: RelationRecord, other: LegalDocumentRecord) {
  return {
    ...glance(other),
    id: String(relation._id),
    quote: relation.quote,
    scope: scopeOf(relation),
    how: sourceOf(relation),
  }
}

function scopeOf({ scope, provisions, effectiveOn }: RelationRecord): string {
  const part = scope === 'part' ? t('documents.related.part', { provisions }) : ''
  const from = effectiveOn
    ? t('documents.related.from', { date: formatters.date(effectiveOn) })
    : ''
  return [part, from].filter(Boolean).join(', ')
}

function sourceOf({ source, reason, starter }: RelationRecord): string {
  const support = starter ? t('documents.related.starter', { n: starter.support }) : ''
  if (source.startsWith('fact:') && !reason) return support || t('documents.related.fact')
  const said = reason ? t('documents.related.byPerson', { reason }) : t('documents.related.read')
  return [said, support].filter(Boolean).join('; ')
}

const LAMP_OF = { linked: 'linked', several: 'several', missing: 'missing', rejected: 'rejected' }

function presentOut(
  citation: CitationRecord,
  { tab, mayEdit }: { tab: RelatedTab; mayEdit: boolean },
) {
  const target = citation.to ? tab.known.get(String(citation.to)) : undefined
  const state = citation.state === 'linked' && !target ? 'missing' : citation.state
  return {
    quote: citation.quote.replace(/\s+/gu, ' '),
    href: target ? pathOf(target) : `/stubs/${encodeURIComponent(citation.toKey)}`,
    sentence: citation.sentence,
    use: citationUse(citation),
    doubt: doubtsOf([citation]),
    state: stateWords({ ...citation, state }),
    stateCode: LAMP_OF[state],
    how: citation.state === 'linked' ? howLinked(citation) : reasonWords(citation),
    ...(mayEdit && { fixHref: `/citations/${String(citation._id)}` }),
  }
}

function presentIn(citation: CitationRecord, { known }: RelatedTab) {
  const from = known.get(String(citation.from))
  if (!from) return []
  return [
    {
      ...glance(from),
      href: `${pathOf(from)}#cite-${String(citation._id)}`,
      sentence: citation.sentence,
      use: citationUse(citation),
    },
  ]
}

function relationForm({ typed, errors = {}, candidates = [] }: RelatedAsked) {
  const value = (name: string) => (typeof typed?.[name] === 'string' ? typed[name] : '')
  const kinds = Object.entries(RELATION_KINDS).map(([code, { vi }]) => ({ value: code, label: vi }))
  const voices = [
    { value: 'in', label: t('documents.related.voiceIn') },
    { value: 'out', label: t('documents.related.voiceOut') },
  ]
  const scopes = [
    { value: 'whole', label: t('documents.related.whole') },
    { value: 'part', label: t('documents.impact.part') },
  ]
  return {
    kinds: optionsFrom(kinds, value('kind')),
    voices: optionsFrom(voices, value('voice') || 'in'),
    scopes: optionsFrom(scopes, value('scope') || 'whole'),
    other: value('other'),
    provisions: value('provisions'),
    effectiveOn: value('effectiveOn'),
    reason: value('reason'),
    errors,
    choices: candidates.length > 1 ? candidates.map(presentChoice) : null,
  }
}

function presentChoice(document: LegalDocumentRecord) {
  const { number, meta, title } = glance(document)
  return { value: String(document._id), label: `${number} · ${meta}`, hint: title }
}
