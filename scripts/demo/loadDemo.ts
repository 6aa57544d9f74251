import type { Config } from '../../server/config.ts'
import * as models from '../../server/models/index.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { User } from '../../server/models/User.ts'
import type { Outside } from '../../server/outside.ts'
import { outsideOn } from './demoDays.ts'
import { CHANGES, DRAFTS, STANDING } from './documents.ts'
import { layDocument, layDraft, type Laying } from './layDocuments.ts'
import { layFacts } from './layFacts.ts'
import { layPeople } from './layPeople.ts'
import { playDays } from './playDays.ts'

export { demoSignIn } from './people.ts'

/** Thrown when the register is not empty: a demo never mixes with real work. */
export class DemoRefused extends Error {
  override name = 'DemoRefused'
}

/**
 * Loads the demo department: its people, about forty documents, drafts, and reviews in every state. Everything goes the way
 * of daily work, on days counted back from the day of loading; legal dates are fixed.
 * Rows of the starter catalogue do not count: the demo stands beside them.
 * @throws DemoRefused in a register that holds documents or people
 */
export async function loadDemo({
  outside,
  config,
}: {
  outside: Outside
  config: Config
}): Promise<{ documents: number }> {
  const registered = await LegalDocument.exists({ origin: { $ne: 'starter' } })
  if (registered ?? (await User.exists({}))) {
    throw new DemoRefused('The demo loads into an empty register only.')
  }
  try {
    return await layAll({ loading: outside.today(), now: outside.now(), config })
  } catch (error) {
    // Half a demo is none: the register was empty and is empty again.
    // The starter catalogue goes as well: one command brings it back.
    const stored = Object.values(models).map(({ collection }) => collection.deleteMany({}))
    await Promise.all(stored)
    throw error
  }
}

async function layAll({
  loading,
  now,
  config,
}: Pick<Laying, 'loading' | 'config'> & { now: Date }): Promise<{ documents: number }> {
  const { actors, units } = await layPeople(outsideOn(loading, 61).now())
  const clerk = actors.get('phapche')!
  const laying: Laying = { loading, config, clerk, units }
  await layFacts({ actor: clerk, outside: outsideOn(loading, 61) })
  const ids = new Map<string, string>()
  for (const spec of STANDING) ids.set(spec.key, String(await layDocument(spec, laying)))
  await playDays({
    ...{ loading, now, actors, ids },
    changes: CHANGES,
    lay: spec => layDocument(spec, laying),
  })
  for (const spec of DRAFTS) await layDraft(spec, { ...laying, clerk: actors.get('vanthu')! })
  return { documents: await LegalDocument.countDocuments({ origin: { $ne: 'starter' } }) }
}
