import { LegalDocument } from '../../models/LegalDocument.ts'
import { holds, type Actor } from '../../people/actor.ts'
import { findLoad } from './claimLoad.ts'

/** What the desk says of the starter catalogue: load it, it is being loaded, it was cut off; nothing otherwise. */
export type CatalogueOffer = 'offer' | 'running' | 'cutOff' | null

/** Offered to who may load it, while nothing is registered yet; on any other day its page under Quản trị is the place. */
export async function catalogueOffer(actor: Actor): Promise<CatalogueOffer> {
  if (!holds(actor, 'admin', 'legalLead')) return null
  const { record, isRunning, isCutOff } = await findLoad()
  if (isRunning) return 'running'
  if (isCutOff) return 'cutOff'
  if (record?.state === 'done') return null
  const registered = await LegalDocument.exists({
    origin: { $ne: 'starter' },
    state: { $ne: 'draft' },
  })
  return registered ? null : 'offer'
}
