/** A surprise with an HTTP answer of its own. Everything else that is thrown is answered as 500. */
export class HttpError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'HttpError'
    this.status = status
  }
}

/** No such page or record, or one this person may not know of. */
export class NotFound extends HttpError {
  constructor(message = 'not found') {
    super(404, message)
    this.name = 'NotFound'
  }
}

/** Signed in, but not for this. */
export class Forbidden extends HttpError {
  constructor(message = 'forbidden') {
    super(403, message)
    this.name = 'Forbidden'
  }
}

/** The form's token is missing or belongs to another session. */
export class BadToken extends HttpError {
  constructor() {
    super(403, 'bad csrf token')
    this.name = 'BadToken'
  }
}

/** Nobody is signed in. */
export class SignInNeeded extends HttpError {
  constructor() {
    super(401, 'sign-in needed')
    this.name = 'SignInNeeded'
  }
}
