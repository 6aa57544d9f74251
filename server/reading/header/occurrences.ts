/**
 * Places of two words in a text, a blank or a line break between them, in order. Plain search, so that a long text costs next to
 * nothing where they do not stand.
 */
export function occurrences(text: string, words: string, from = 0): number[] {
  const found = [...placesOf(text, words, from), ...placesOf(text, words.replace(' ', '\n'), from)]
  return found.sort((a, b) => a - b)
}

function placesOf(text: string, words: string, from: number): number[] {
  const places: number[] = []
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + words.length)) {
    places.push(at)
  }
  return places
}
