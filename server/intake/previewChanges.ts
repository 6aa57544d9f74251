import type { Types } from 'mongoose'
import { EFFECT_OF } from '../catalogue/effects/recordEffects.ts'
import { isChanging } from '../catalogue/relations/relationsFromCitations.ts'
import type { IsoDate } from '../legal/dates.ts'
import type { EffectKind, RelationKind } from '../legal/glossary.ts'
import type { CitationRecord } from '../models/Citation.ts'
import type { Actor } from '../people/actor.ts'
import { previewCascade, type CascadePreview } from '../review/previewCascade.ts'

/** One change a draft makes to another document, and whom it touches. */
export interface ChangePreview {
  target: Types.ObjectId
  relation: RelationKind
  citations: CitationRecord[]
  preview: CascadePreview
}

/** More changes than this in one draft are listed without what they touch. */
const MOST = 12

/** What the changing relations of a draft would touch, one row for each document changed in one way. Nothing is written. */
export async function previewChanges(
  citations: CitationRecord[],
  {
    document,
    actor,
    today,
  }: {
    document: { _id: Types.ObjectId; effectiveFrom?: string | null }
    actor: Actor
    today: IsoDate
  },
): Promise<ChangePreview[]> {
  const groups = new Map<string, CitationRecord[]>()
  for (const citation of citations) {
    if (citation.state !== 'linked' || !citation.to || !isChanging(citation.relation)) continue
    const key = `${String(citation.to)} ${citation.relation} ${citation.scope}`
    groups.set(key, [...(groups.get(key) ?? []), citation])
  }
  const changes = []
  for (const group of [...groups.values()].slice(0, MOST)) {
    changes.push(
      await previewOne(group, {
        source: document._id,
        on: document.effectiveFrom ?? null,
        actor,
        today,
      }),
    )
  }
  return changes.filter(change => change !== null)
}

async function previewOne(
  citations: CitationRecord[],
  wanted: { source: Types.ObjectId; on: IsoDate | null; actor: Actor; today: IsoDate },
): Promise<ChangePreview | null> {
  const [first] = citations
  const kind = first && effectKind(first)
  if (!first?.to || !kind || first.relation === '') return null
  const preview = await previewCascade({ target: first.to, kind, quote: first.sentence, ...wanted })
  return { target: first.to, relation: first.relation, citations, preview }
}

/** The event a changing relation makes in the life of the document it points at. */
function effectKind({ relation, scope }: CitationRecord): EffectKind | undefined {
  if (relation === '') return undefined
  return EFFECT_OF[relation]?.[scope === 'part' ? 'part' : 'whole']
}
