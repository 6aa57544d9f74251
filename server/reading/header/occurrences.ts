/**
 * Places of two words in a text, a blank or a line break between them, in order. Plain search, no further than asked, so that a
 * long text costs next to nothing where they do not stand.
 */
export function* occurrences(text: string, words: string, from = 0): Generator<number> {
  const blank = words.indexOf(' ')
  const rest = words.slice(blank + 1)
  // Of the two words the longer one is the rarer; the sign between is looked at only beside it.
  const isFirst = blank >= rest.length
  const word = isFirst ? words.slice(0, blank) : rest
  const offset = isFirst ? 0 : blank + 1
  let at = text.indexOf(word, from + offset)
  while (at >= 0) {
    const start = at - offset
    const isFound =
      isBreak(text.charCodeAt(start + blank)) && surrounds(text, words, { start, blank })
    if (isFound) yield start
    at = text.indexOf(word, isFound ? start + words.length + offset : at + 1)
  }
}

const isBreak = (unit: number) => unit === 32 || unit === 10

function surrounds(
  text: string,
  words: string,
  { start, blank }: { start: number; blank: number },
): boolean {
  return (
    text.startsWith(words.slice(0, blank), start) &&
    text.startsWith(words.slice(blank + 1), start + blank + 1)
  )
}
