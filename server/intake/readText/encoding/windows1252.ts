/** 0x80–0x9f of windows-1252. Node 20 reads them as control characters (its decoder takes the code page for Latin-1). */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Bytes of the Western code page of Windows as text. */
export function fromWindows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, control => HIGH[control.charCodeAt(0) - 0x80] ?? control)
}
