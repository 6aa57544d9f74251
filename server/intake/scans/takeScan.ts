import { DocumentFile } from '../../models/DocumentFile.ts'
import type { ChangeAnswer } from '../answers.ts'
import { changeDocument, refuse, type FormOrigin } from '../changeDraft.ts'
import type { Corrections } from '../corrections.ts'
import { reread } from '../rereadDraft.ts'
import { writeCorrections } from '../saveCorrections.ts'

/** Takes the text that OCR read over into a draft and reads it; citations found in it wait for a person to link them. */
export async function takeScan(
  form: FormOrigin & { corrections: Corrections },
): Promise<ChangeAnswer> {
  return changeDocument(form, async (draft, session) => {
    const document = draft._id
    // What an annex says is not what the document says.
    const states = { 'ocr.state': { $in: ['read', 'taken'] as const } }
    const file = await DocumentFile.findOne({ document, ...states, part: { $ne: 'annex' } })
      // `main` before `signedCopy`.
      .sort({ part: 1, _id: 1 })
      .select('+ocrText')
      .session(session)
      .lean()
    const text = file?.ocrText
    if (!file || !text) return refuse('text', 'files.ocr.nothingToTake')
    const saved = await writeCorrections(draft, form, session)
    await reread({ document: saved, text, textOrigin: 'ocr', form }, session)
    await DocumentFile.updateOne(
      { _id: file._id },
      { $set: { 'ocr.state': 'taken', pageStarts: file.ocr?.pageStarts ?? [], hasText: true } },
      { session },
    )
    return {}
  })
}
