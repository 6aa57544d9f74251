import { setImmediate as breathe } from 'node:timers/promises'

/** Items worked on in one go: some 20 milliseconds. */
const PIECE = 200

/** What `work` makes of each item, giving way to requests between pieces: the facts are many, and one process serves everybody. */
export async function inPieces<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const made: R[] = []
  for (const item of items) {
    made.push(work(item))
    if (made.length % PIECE === 0) await breathe()
  }
  return made
}
