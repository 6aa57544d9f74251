const { reporters } = require('mocha')

/** Mocha's own report, and as its last line plain counts for people and machines. */
module.exports = class CountingSpec extends reporters.Spec {
  epilogue() {
    super.epilogue()
    const { passes, failures, pending } = this.stats
    const skipped = pending > 0 ? `, ${pending} skipped` : ''
    process.stdout.write(`${passes} passed, ${failures} failed${skipped}\n`)
  }
}
