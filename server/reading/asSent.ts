/**
 * A syllable written in several units: a letter with marks behind it (ASCII ones only then), any other letter, marks without
 * one, Hangul letters (they compose among themselves).
 */
const CLUSTER =
  /[\0-\x7f]\p{M}{1,30}|[\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff]+|[^\0-\x7f\p{M}]\p{M}{0,30}|\p{M}{1,30}/uy

/** Putting a run of marks in order takes its length squared: longer runs than any language has are composed in pieces. */
const LONG_RUN = /\p{M}{31}/u
const PIECE = /\P{M}*\p{M}{0,30}/gu

/** The NFC form of a text, in time that grows with its length. */
export function compose(text: string): string {
  if (!mayHoldLongRun(text) || !LONG_RUN.test(text)) return text.normalize('NFC')
  return text.replace(PIECE, piece => piece.normalize('NFC'))
}

/** Of 31 marks in a row one stands at a place divisible by 31: a letter of another script there, or a mark. */
function mayHoldLongRun(text: string): boolean {
  for (let at = 0; at < text.length; at += 31) {
    if (!isLatin(text.charCodeAt(at))) return true
  }
  return false
}

/** Letters and signs of Latin scripts, composed; no marks. */
function isLatin(unit: number): boolean {
  return unit < 0x300 || (unit >= 0x1e00 && unit <= 0x206f)
}

/**
 * Offsets of the NFC form of a text → offsets of the text as it was sent. Both are cut where a letter begins: what stands
 * between two offsets of the one stands between their images in the other.
 */
export function offsetsAsSent(text: string): (offset: number) => number {
  const composed: number[] = [0]
  const sent: number[] = [0]
  let shift = 0
  for (const [at, cluster] of clusters(text)) {
    const length = cluster.normalize('NFC').length
    if (length === cluster.length) continue
    composed.push(at - shift, at - shift + length)
    sent.push(at, at + cluster.length)
    shift += cluster.length - length
  }
  return offset => {
    const at = lastNotAbove(composed, offset)
    const limit = sent[at + 1] ?? text.length
    return Math.min((sent[at] ?? 0) + offset - (composed[at] ?? 0), limit)
  }
}

/** The clusters that may have another length when composed, with their places. */
function* clusters(text: string): Generator<[at: number, cluster: string]> {
  for (let at = 0; at < text.length; at++) {
    if (isLatin(text.charCodeAt(at)) && isLatin(text.charCodeAt(at + 1) || 0)) continue
    CLUSTER.lastIndex = at
    const cluster = CLUSTER.exec(text)?.[0]
    if (cluster === undefined) continue
    yield [at, cluster]
    at += cluster.length - 1
  }
}

/** Index of the last value not above `offset` in a rising list that begins with 0. */
function lastNotAbove(values: number[], offset: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** A copy of what was found in the NFC form, its spans and quotes those of the text as it was sent. */
export function spansAsSent<T>(found: T, text: string, offset: (offset: number) => number): T {
  if (Array.isArray(found)) return found.map(part => spansAsSent<unknown>(part, text, offset)) as T
  if (typeof found !== 'object' || found === null) return found
  const copy = { ...found } as Record<string, unknown>
  for (const key in copy) {
    const value = copy[key]
    if (typeof value === 'object') copy[key] = spansAsSent(value, text, offset)
  }
  const { start, end } = copy
  if (typeof start === 'number' && typeof end === 'number') {
    copy.start = offset(start)
    copy.end = offset(end)
    if ('quote' in copy) copy.quote = text.slice(offset(start), offset(end))
  }
  return copy as T
}
