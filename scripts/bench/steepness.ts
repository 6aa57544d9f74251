/**
 * Names each hostile text that takes longer than in step with its length, one per line, and fails when there is one:
 *   node --no-regexp-optimization --import tsx scripts/bench/steepness.ts
 * With that option V8 compiles patterns as it does in a process that holds much compiled code, such as a server after some hours:
 * no jumping ahead to the next possible start. A pattern that is linear only by such a jump is quadratic there.
 */
import { extract } from '../../server/reading/index.ts'
import { bestOf } from './bestOf.ts'
import { hostileTexts } from './hostileTexts.ts'

const SMALL = 20_000
const TIMES = 4
/** Below this the large text is read fast enough, whatever the curve: ten times its size stays below a second. */
const FAST_MS = 80
/** Linear work takes 4 times as long, quadratic work 16 times. */
const STEEPEST = 11
const ROUNDS = 4
const TIMES_STEEP = 3

const large = [...hostileTexts(SMALL * TIMES)]
for (const [index, [name, small]] of [...hostileTexts(SMALL)].entries()) {
  const found = steepness(small, large[index]?.[1] ?? '')
  if (found === null) continue
  console.log(`${name}: ${found}`)
  process.exitCode = 1
}
console.log(`${large.length} hostile texts read`)

/** Null when the time grows with the length, else how much steeper: every time it is measured, whatever else the machine does. */
function steepness(small: string, text: string): string | null {
  let found: string | null = null
  for (let time = 0; time < TIMES_STEEP; time++) {
    found = measured(small, text)
    if (found === null) return null
  }
  return found
}

function measured(small: string, text: string): string | null {
  if (bestOf(1, () => extract(text)) < FAST_MS) return null
  const [one, many] = [bestOf(ROUNDS, () => extract(small)), bestOf(ROUNDS, () => extract(text))]
  if (many < FAST_MS || many / one < STEEPEST) return null
  return `${one.toFixed(0)} ms → ${many.toFixed(0)} ms`
}
