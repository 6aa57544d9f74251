import { randomUUID } from 'node:crypto'
import { log } from '../lib/log.ts'
import { fault, type DraftAnswer } from './answers.ts'
import { draftFromFile, type IntakeSetting } from './draftFromFile.ts'
import { draftFromText } from './draftFromText.ts'

/** What became of one thing that was handed in. */
export interface Received {
  name: string
  answer: DraftAnswer
}

/** Everything of one form: each file a draft, and the pasted text one, in that order. One that is refused or fails stops none of the others. */
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
    const answer = await orFailure('file', file.name, () => draftFromFile({ ...setting, file }))
    received.push({ name: file.name, answer })
  }
  if (text.trim() !== '' || files.length === 0) {
    const answer = await orFailure('text', pasteName, () => draftFromText({ ...setting, text }))
    received.push({ name: pasteName, answer })
  }
  return received
}

/** A surprise with one thing is told at its field, under a code by which the log has it: what else was handed in is not lost. */
async function orFailure(
  field: 'file' | 'text',
  name: string,
  take: () => Promise<DraftAnswer>,
): Promise<DraftAnswer> {
  try {
    return await take()
  } catch (error) {
    const id = randomUUID().slice(0, 8)
    log.error({ err: error, requestId: id, name }, 'not taken in')
    return { ok: false, errors: { [field]: fault(`intake.errors.failed.${field}`, { name, id }) } }
  }
}
