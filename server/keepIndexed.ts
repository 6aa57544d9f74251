import type { Engines } from './engines/openEngines.ts'
import { log } from './lib/log.ts'
import { onEngineBack } from './lib/meili.ts'
import type { Outside } from './outside.ts'
import { prepareIndex } from './search/indexDocument.ts'
import { rebuildIndex } from './search/rebuildIndex.ts'
import { repairIndex } from './search/repairIndex.ts'

/** Brings the index up to the register now and each time the engine is back; searching goes on meanwhile. */
export function keepIndexed(engines: Pick<Engines, 'meiliFresh'>, outside: Outside): void {
  let wasFresh = false
  const bringUp = async () => {
    const isFresh = engines.meiliFresh && !wasFresh
    const isNew = await prepareIndex()
    if (isFresh || isNew) {
      wasFresh = (await rebuildIndex(outside.now())) !== null
    } else {
      await repairIndex()
    }
  }
  const inBackground = () =>
    bringUp().catch((error: unknown) => log.error({ error }, 'the index is not up to date'))
  onEngineBack(inBackground)
  void inBackground()
}
