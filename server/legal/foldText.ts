/** One word without diacritics: most symbols. */
const PLAIN_WORD = /^[!-~]+$/u

/**
 * Text for comparing and for search: lower case, diacritics off, đ → d, runs of blanks one blank.
 * `foldText('Quyết định  số 20')` is `'quyet dinh so 20'`. Loses meaning (đất, đạt): never store it as a word.
 */
export function foldText(text: string): string {
  if (PLAIN_WORD.test(text)) return text.toLowerCase()
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[đð]/gu, 'd')
    .replace(/[\s\u200b-\u200f\ufeff]+/gu, ' ')
    .trim()
}
