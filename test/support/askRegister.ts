// A command as `npm run import` is one: attaches to the running app, or starts its engines, and prints what the register holds.
import { DocumentFile } from '../../server/models/DocumentFile.ts'
import { LegalDocument } from '../../server/models/LegalDocument.ts'
import { compareIndex } from '../../server/search/compareIndex.ts'
import { withRegister } from '../../scripts/withRegister.ts'

export interface RegisterFacts {
  index: Awaited<ReturnType<typeof compareIndex>>
  drafts: number
  /** How many documents hold the bytes of each imported file. */
  files: Record<string, number>
}

await withRegister('test', async () => {
  const rows = await DocumentFile.aggregate<{ _id: string; n: number }>([
    { $group: { _id: '$sha256', n: { $sum: 1 } } },
  ])
  const facts: RegisterFacts = {
    index: await compareIndex(),
    drafts: await LegalDocument.countDocuments({ state: 'draft' }),
    files: Object.fromEntries(rows.map(({ _id, n }) => [_id, n])),
  }
  process.stdout.write(`${JSON.stringify(facts)}\n`)
  return 0
})
