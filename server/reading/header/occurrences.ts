/**
 * Places of two words in a text, a blank or a line break between them, in order. Plain search, no further than asked, so that a
 * long text costs next to nothing where they do not stand.
 */
export function* occurrences(text: string, words: string, from = 0): Generator<number> {
  const broken = words.replace(' ', '\n')
  let plain = text.indexOf(words, from)
  let split = text.indexOf(broken, from)
  while (plain >= 0 || split >= 0) {
    if (split < 0 || (plain >= 0 && plain < split)) {
      yield plain
      plain = text.indexOf(words, plain + words.length)
    } else {
      yield split
      split = text.indexOf(broken, split + words.length)
    }
  }
}
