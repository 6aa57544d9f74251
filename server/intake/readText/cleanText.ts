/* eslint-disable no-control-regex -- control characters are what this file is about */
// Everything below U+0020 but tab and newline, DEL, the C1 controls, byte order marks and non-characters.
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]/g
// Vertical tab (a line break in Word), form feed, NEL and the Unicode line and paragraph separators.
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g

/** The text as it is stored: NFC, \n only, no control characters, no lone surrogates. */
export function cleanText(raw: string): string {
  return raw
    .replace(LINE_BREAK, '\n')
    .replace(CONTROL, '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
}

/** Share of the characters that no written text holds: what tells binary data from text. */
export function controlShare(raw: string): number {
  if (raw.length === 0) return 0
  return (raw.match(CONTROL)?.length ?? 0) / raw.length
}
