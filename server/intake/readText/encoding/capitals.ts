/** Fonts of TCVN3 whose small letters are drawn as capitals: .VnTimeH, .VnArialH, .VnCentury SchoolbookH. */
const CAPITAL_FONT = /^\.Vn.*H$/iu
// Private characters that no text of ours keeps: they only travel from the reader of a file to `writeCapitals`.
const FROM = '\ue0f0'
const TO = '\ue0f1'
const MARKED = /\ue0f0([^\ue0f0\ue0f1]*)\ue0f1/gu
const LEFT_OVER = /[\ue0f0\ue0f1]/gu

/** The words of one run, marked when its font draws them as capitals. */
export function markCapitals(words: string, font: string | null | undefined): string {
  return font && CAPITAL_FONT.test(font) && words !== '' ? FROM + words + TO : words
}

/** Marked words written in capitals, without the marks. */
export function writeCapitals(text: string): string {
  return text.replace(MARKED, (_, words: string) => words.toUpperCase()).replace(LEFT_OVER, '')
}
