import { foldText } from '../legal/foldText.ts'

/** A run of text, marked when it is what was searched for. Templates escape it and add the mark. */
export interface Marked {
  text: string
  hit: boolean
}

/** Private-use characters the engine puts around a hit: nothing in a document can forge them into markup. */
export const HIT_START = '\ue000'
export const HIT_END = '\ue001'

/** The engine's answer with its marks → runs. */
export function runsFromEngine(formatted: string): Marked[] {
  return formatted
    .split(HIT_START)
    .flatMap((piece, index): Marked[] => {
      if (index === 0) return [{ text: piece.replaceAll(HIT_END, ''), hit: false }]
      const [hit = '', ...rest] = piece.split(HIT_END)
      return [
        { text: hit, hit: true },
        { text: rest.join(''), hit: false },
      ]
    })
    .filter(run => run.text.length > 0)
}

/** Marks the words of a query in a text, folded: for answers that come from the register itself. */
export function markWords(text: string, query: string): Marked[] {
  const wanted = new Set(
    foldText(query)
      .split(/[^\p{L}\d]+/u)
      .filter(Boolean),
  )
  const runs: Marked[] = []
  for (const piece of text.split(/([\p{L}\d]+)/u)) {
    if (piece === '') continue
    const hit = wanted.has(foldText(piece))
    const last = runs.at(-1)
    if (last?.hit === hit) last.text += piece
    else runs.push({ text: piece, hit })
  }
  return runs
}
