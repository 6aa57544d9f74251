/** What is known of a document that is not registered, under the names of the form's fields. */
export interface KnownOfDocument {
  number?: string | null
  title?: string | null
  type?: string | null
  issuedOn?: string | null
  issuerName?: string | null
}

/** The form of a new record (`presentManual`), filled with what is known. */
export function registerHref({ number, title, type, issuedOn, issuerName }: KnownOfDocument) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ number, title, type, issuedOn, issuerName }))
    if (value) query.set(name, value)
  return `/intake/manual?${query.toString()}`
}
