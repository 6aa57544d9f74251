import { DocumentFile, type DocumentFileRecord } from '../models/DocumentFile.ts'
import { LegalDocument } from '../models/LegalDocument.ts'
import { visibleTo } from '../people/visibleTo.ts'
import { audit } from '../audit/audit.ts'
import type { ChangeAnswer } from './answers.ts'
import { changeDocument, refuse, writeChange, type FormOrigin } from './changeDraft.ts'

/** "Bỏ dự thảo": the draft leaves the lists; it is kept with its file and the reason. */
export async function discardDraft(form: FormOrigin & { reason: string }): Promise<ChangeAnswer> {
  return changeDocument(form, async (document, session) => {
    const reason = form.reason.normalize('NFC').trim()
    if (reason === '') refuse('discardReason', 'intake.errors.reason')
    const change = { state: 'withdrawn' as const, withdrawnReason: reason }
    await writeChange(document, { ...form, change, action: 'draftDiscard', reason }, session)
    return {}
  })
}

/** Both stay: the draft is another document than the one of the same number, for this reason. */
export async function keepBoth(form: FormOrigin & { reason: string }): Promise<ChangeAnswer> {
  return changeDocument(form, async (document, session) => {
    const duplicateReason = form.reason.normalize('NFC').trim()
    if (duplicateReason === '') refuse('reason', 'intake.errors.reason')
    const change = { duplicateReason }
    await writeChange(
      document,
      { ...form, change, action: 'draftDuplicate', reason: duplicateReason },
      session,
    )
    return {}
  })
}

export type Part = 'annex' | 'signedCopy'

/** The draft is the document that is there already: its files become parts of that one, the draft is put away. */
export async function joinExisting(
  form: FormOrigin & { existing: string; part: Part; reason: string },
): Promise<ChangeAnswer> {
  return changeDocument(form, async (document, session) => {
    const target = await LegalDocument.findOne({
      $and: [{ _id: form.existing }, visibleTo(form.actor)],
    })
      .select({ _id: 1, state: 1 })
      .session(session)
      .lean()
    if (!target || target.state === 'withdrawn') refuse('reason', 'intake.errors.gone')
    const files = await DocumentFile.find({ document: document._id })
      .session(session)
      .lean<DocumentFileRecord[]>()
    await DocumentFile.updateMany(
      { document: document._id },
      { $set: { document: target._id, part: form.part } },
      { session },
    )
    const change = { state: 'withdrawn' as const, withdrawnReason: form.reason }
    await writeChange(
      document,
      { ...form, change, action: 'draftDiscard', reason: form.reason },
      session,
    )
    await audit(
      {
        action: 'fileAdd',
        by: form.actor,
        at: form.outside.now(),
        targetKind: 'LegalDocument',
        target: target._id,
        after: { files: files.map(({ name }) => name), part: form.part },
      },
      session,
    )
    return {}
  })
}
