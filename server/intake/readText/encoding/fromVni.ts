const TONES: [sign: string, mark: string][] = [
  ['ø', '\u0300'],
  ['ù', '\u0301'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
]
const HATS: [sign: string, mark: string][] = [
  ['â', '\u0302'],
  ['à', '\u0302\u0300'],
  ['á', '\u0302\u0301'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
]
const BREVES: [sign: string, mark: string][] = [
  ['ê', '\u0306'],
  ['è', '\u0306\u0300'],
  ['é', '\u0306\u0301'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]
/** What may follow a letter: the sign carries tone and hat together. */
const AFTER = new Map([
  ['a', new Map([...TONES, ...HATS, ...BREVES])],
  ['e', new Map([...TONES, ...HATS])],
  ['o', new Map([...TONES, ...HATS])],
  ...[...'uyôö'].map((letter): [string, Map<string, string>] => [letter, new Map(TONES)]),
])
/** Letters that are one sign of their own. */
const ALONE = new Map([
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
  ['î', 'ỵ'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
])
const PAIR = /([aeouyôö])([øùûõïâàáåãäêèéúüë])|[ôöñîæóò]/giu

/** Words of VNI-Windows (fonts named VNI-…) in Unicode: a letter and the sign after it become one. */
export function fromVni(text: string): string {
  return text
    .replace(PAIR, (whole, letter?: string, sign?: string) => {
      if (letter === undefined || sign === undefined) return alone(whole)
      const mark = AFTER.get(letter.toLowerCase())?.get(sign.toLowerCase())
      return mark ? alone(letter) + mark : alone(letter) + alone(sign)
    })
    .normalize('NFC')
}

function alone(sign: string): string {
  const letter = ALONE.get(sign.toLowerCase())
  if (!letter) return sign
  return sign === sign.toLowerCase() ? letter : letter.toUpperCase()
}
