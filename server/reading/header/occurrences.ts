/**
 * Places of two words in a text, a blank or a line break between them, in order. Plain search, no further than asked, so that a
 * long text costs next to nothing where they do not stand.
 */
export function* occurrences(text: string, words: string, from = 0): Generator<number> {
  let at = from
  while (at < text.length) {
    const whole = text.indexOf(words, at)
    const end = whole < 0 ? text.length : whole
    const apart = brokenAt(text, words, { start: at, end })
    if (apart < 0 && whole < 0) return
    const place = apart < 0 ? whole : apart
    yield place
    at = place + words.length
  }
}

/** The first place before `end` where a line ends between the two words; -1 when there is none. */
function brokenAt(
  text: string,
  words: string,
  { start, end }: { start: number; end: number },
): number {
  const blank = words.indexOf(' ')
  const [first, second] = [words.slice(0, blank), words.slice(blank + 1)]
  let line = text.indexOf('\n', start)
  while (line >= 0 && line < end) {
    if (
      text.startsWith(second, line + 1) &&
      text.startsWith(first, line - blank) &&
      line - blank >= start
    ) {
      return line - blank
    }
    line = text.indexOf('\n', line + 1)
  }
  return -1
}
