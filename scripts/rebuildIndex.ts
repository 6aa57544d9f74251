import { compareIndex } from '../server/search/compareIndex.ts'
import { rebuildIndex } from '../server/search/rebuildIndex.ts'
import { withRegister } from './withRegister.ts'

/** `npm run rebuild-index`: builds the search index anew from the register, beside the living one, and compares the two. */
await withRegister('rebuild-index', async ({ outside }) => {
  const built = await rebuildIndex(outside.now())
  if (!built) {
    console.error(
      'Máy tìm kiếm đang tắt. Sổ vẫn tìm được; chạy lại lệnh này khi máy tìm kiếm chạy.',
    )
    return 1
  }
  const compared = await compareIndex()
  console.log(JSON.stringify({ ...built, ...compared }))
  return compared && compared.missing.length + compared.extra.length === 0 ? 0 : 1
})
