/** A start that cannot go on, told in words for the person at the terminal: print `message`, no stack. */
export class EngineError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'EngineError'
  }
}
