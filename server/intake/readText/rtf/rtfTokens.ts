/** One piece of RTF source: the brace of a group, a control word with its number, a byte of a code page, or plain characters. */
export type RtfToken =
  | { kind: 'open' | 'close' }
  | { kind: 'word'; word: string; value: number | null }
  | { kind: 'symbol'; symbol: string }
  | { kind: 'byte'; byte: number }
  | { kind: 'plain'; plain: string }

const TOKEN =
  /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/giy

/** The source piece by piece, in one pass. Binary data (\bin) is stepped over. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const pattern = new RegExp(TOKEN)
  for (;;) {
    const match = pattern.exec(source)
    if (!match) return
    const token = tokenOf(match)
    if (!token) continue
    if (token.kind === 'word' && token.word === 'bin')
      pattern.lastIndex += Math.max(0, token.value ?? 0)
    else yield token
  }
}

function tokenOf([, word, value, hex, symbol, brace, plain]: RegExpExecArray): RtfToken | null {
  if (word !== undefined) {
    return { kind: 'word', word, value: value === undefined ? null : Number(value) }
  }
  if (hex !== undefined) return { kind: 'byte', byte: Number.parseInt(hex, 16) }
  if (symbol !== undefined) return { kind: 'symbol', symbol }
  if (brace !== undefined) return { kind: brace === '{' ? 'open' : 'close' }
  return plain === undefined ? null : { kind: 'plain', plain }
}
