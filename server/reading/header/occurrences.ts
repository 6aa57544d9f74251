/**
 * Places of two words in a text, a blank or a line break between them, in order. Plain search, no further than asked, so that a
 * long text costs next to nothing where they do not stand.
 */
export function* occurrences(text: string, words: string, from = 0): Generator<number> {
  const broken = words.replace(' ', '\n')
  let [whole, apart] = [placeOf(text, words, from), placeOf(text, broken, from)]
  while (Math.min(whole, apart) < Infinity) {
    const at = Math.min(whole, apart)
    yield at
    if (at === whole) whole = placeOf(text, words, at + words.length)
    else apart = placeOf(text, broken, at + words.length)
  }
}

function placeOf(text: string, words: string, from: number): number {
  const at = text.indexOf(words, from)
  return at < 0 ? Infinity : at
}
