/** A sign-in name as stored: NFC, lower case, no blanks around. */
export function usernameFrom(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

const USERNAME = /^[\p{L}\p{M}\d][\p{L}\p{M}\d._@-]{1,59}$/u

/** Letters, digits and `. _ - @`, 2 to 60 of them. */
export function isUsername(text: string): boolean {
  return USERNAME.test(text)
}
