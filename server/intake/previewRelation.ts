import type { Types } from 'mongoose'
import { onlyCiting } from '../catalogue/citations/onlyCiting.ts'
import { EFFECT_OF } from '../catalogue/effects/recordEffects.ts'
import type { IsoDate } from '../legal/dates.ts'
import type { RelationKind } from '../legal/glossary.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { Actor } from '../people/actor.ts'
import { previewCascade, type CascadePreview } from '../review/previewCascade.ts'

export interface RelationImpact {
  preview: CascadePreview
  citing: LegalDocumentRecord[]
}

/** What a change of one document would touch: reviews to open, and who only cites it. Nothing is written. */
export async function previewRelation(wanted: {
  target: Types.ObjectId
  source: Types.ObjectId | null
  kind: RelationKind
  scope: 'whole' | 'part'
  on: IsoDate | null
  quote: string
  actor: Actor
  today: IsoDate
}): Promise<RelationImpact | null> {
  const { kind, scope, ...change } = wanted
  const effect = EFFECT_OF[kind]?.[scope]
  if (!effect) return null
  const preview = await previewCascade({ ...change, kind: effect })
  const rows = [...preview.toOpen, ...preview.others, ...preview.expired]
  const touched = [...rows.map(({ id }) => id), String(wanted.source ?? '')]
  const citing = await onlyCiting(wanted.target, { touched, actor: wanted.actor })
  return { preview, citing }
}
