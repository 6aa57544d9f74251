const CELL_BREAK = /<br\s?\/?>/gu

/** `<br>` inside a cell of a Markdown table is a line break; the length stays. */
export function withLineBreaks(words: string): string {
  return words.replace(CELL_BREAK, mark => '\n'.padEnd(mark.length))
}
