/** The best of some rounds in milliseconds: what else the machine does only ever adds. */
export function bestOf(rounds: number, work: () => unknown): number {
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const from = performance.now()
    work()
    best = Math.min(best, performance.now() - from)
  }
  return best
}
