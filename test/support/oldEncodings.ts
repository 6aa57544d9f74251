const TONES = /[\u0300\u0301\u0303\u0309\u0323]/u

/** What each byte of windows-1258 stands for: letters of their own, and tones that follow a letter. */
const BYTES = new Map(
  Array.from({ length: 128 }, (_, index) => [
    new TextDecoder('windows-1258').decode(Uint8Array.of(index + 128)),
    index + 128,
  ]),
)

/** Text in windows-1258, as Vietnamese Windows wrote it. */
export function windows1258(text: string): Buffer {
  return Buffer.from([...text].flatMap(bytesOf))
}

function bytesOf(letter: string): number[] {
  if (letter <= '\x7f') return [letter.charCodeAt(0)]
  const own = BYTES.get(letter)
  if (own !== undefined) return [own]
  const apart = letter.normalize('NFD')
  const tone = TONES.exec(apart)?.[0] ?? ''
  const base = apart.replace(tone, '').normalize('NFC')
  return [...bytesOf(base), BYTES.get(tone) ?? 0x3f]
}
