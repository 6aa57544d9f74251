const BITS = 32

/**
 * Fewest letters to put in, take out or change to make one text of the other (Levenshtein; Myers' bit vectors in blocks of 32,
 * so that whole laws are compared in seconds). Letters are UTF-16 units.
 */
export function editDistance(one: string, other: string): number {
  if (one.length === 0) return other.length
  const blocks = Math.ceil(one.length / BITS)
  const places = placesOf(one, blocks)
  const none = new Int32Array(blocks)
  const [plus, minus] = [new Int32Array(blocks).fill(-1), new Int32Array(blocks)]
  const lastBit = (one.length - 1) % BITS
  let distance = one.length
  for (const letter of other) {
    const equal = places.get(letter) ?? none
    let carry = 1
    for (let at = 0; at < blocks; at += 1) {
      const top = at === blocks - 1 ? lastBit : BITS - 1
      carry = step({ plus, minus, at, top }, equal[at] ?? 0, carry)
    }
    distance += carry
  }
  return distance
}

function placesOf(text: string, blocks: number): Map<string, Int32Array> {
  const places = new Map<string, Int32Array>()
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    const bits = places.get(letter) ?? new Int32Array(blocks)
    places.set(letter, bits)
    bits[Math.floor(at / BITS)] = (bits[Math.floor(at / BITS)] ?? 0) | (1 << (at % BITS))
  }
  return places
}

/** One block of one column: what comes in from above, -1, 0 or 1, goes out below. */
function step(
  { plus, minus, at, top }: { plus: Int32Array; minus: Int32Array; at: number; top: number },
  equal: number,
  carry: number,
): number {
  const [up, down] = [plus[at] ?? 0, minus[at] ?? 0]
  const vertical = equal | down
  const same = carry < 0 ? equal | 1 : equal
  const horizontal = ((((same & up) + up) | 0) ^ up) | same
  let right = down | ~(horizontal | up)
  let left = up & horizontal
  const out = ((right >>> top) & 1) - ((left >>> top) & 1)
  right = (right << 1) | (carry > 0 ? 1 : 0)
  left = (left << 1) | (carry < 0 ? 1 : 0)
  plus[at] = left | ~(vertical | right)
  minus[at] = right & vertical
  return out
}
