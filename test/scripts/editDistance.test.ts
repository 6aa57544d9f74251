import { expect } from 'chai'
import { editDistance } from '../../scripts/score/editDistance.ts'

/** The definition, letter by letter. */
function plain(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}

describe('editDistance', () => {
  it('counts letters put in, taken out and changed', () => {
    expect(editDistance('', 'Điều')).to.equal(4)
    expect(editDistance('Điều', '')).to.equal(4)
    expect(editDistance('Điều 1', 'Điều 1')).to.equal(0)
    expect(editDistance('Nghị định', 'Nghi định số')).to.equal(4)
  })

  it('is the definition, for texts of any length', () => {
    let seed = 7
    const letter = () => 'abcđ'.charAt((seed = (seed * 48271) % 2147483647) % 4)
    const text = (length: number) => Array.from({ length }, letter).join('')
    for (const length of [1, 31, 32, 33, 63, 64, 65, 100, 161]) {
      const [one, other] = [text(length), text((length * 7) % 90)]
      expect(editDistance(one, other), `${one} ${other}`).to.equal(plain(one, other))
    }
  })
})
