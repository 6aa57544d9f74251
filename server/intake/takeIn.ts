import type { DraftAnswer } from './answers.ts'
import { draftFromFile, type IntakeSetting } from './draftFromFile.ts'
import { draftFromText } from './draftFromText.ts'

/** What became of one thing that was handed in. */
export interface Received {
  name: string
  answer: DraftAnswer
}

/** Everything of one form: each file a draft, and the pasted text one, in that order. One that is refused stops none of the others. */
export async function takeIn(
  {
    files,
    text,
    pasteName,
  }: { files: { name: string; bytes: Buffer }[]; text: string; pasteName: string },
  setting: IntakeSetting,
): Promise<Received[]> {
  const received: Received[] = []
  for (const file of files) {
    received.push({ name: file.name, answer: await draftFromFile({ ...setting, file }) })
  }
  if (text.trim() !== '' || files.length === 0) {
    received.push({ name: pasteName, answer: await draftFromText({ ...setting, text }) })
  }
  return received
}
