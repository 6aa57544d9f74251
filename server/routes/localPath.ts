const HERE = 'http://soat.invalid'

/** Where to go after sign-in: a path of ours, or the desk. An address elsewhere, however spelled, is not followed. */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])/u.test(value)) return '/'
  // Browsers drop tabs and line ends inside an address and read a backslash as a slash.
  if (/[\p{Cc}\\]/u.test(value) || !URL.canParse(value, HERE)) return '/'
  const url = new URL(value, HERE)
  const path = `${url.pathname}${url.search}`
  const leadsOut = url.origin !== HERE || path.startsWith('//')
  return leadsOut || path.startsWith('/sign-') ? '/' : path
}
