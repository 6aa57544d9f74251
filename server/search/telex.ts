const SHAPES: Record<string, string> = { '\u0302': '2', '\u0306': 'w', '\u031b': 'w' }
const TONES: Record<string, string> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}

/**
 * Words spelt so that diacritics survive the engine's folding: `điện` → `ddie2nj`, `đất` → `dda2ts`. Tone goes to the end
 * of the word, so both tone placements (hòa, hoà) meet.
 */
export function telex(text: string): string {
  return text.normalize('NFD').toLowerCase().split(/\s+/u).map(telexWord).join(' ')
}

function telexWord(word: string): string {
  let letters = ''
  let tone = ''
  for (const mark of word) {
    if (TONES[mark]) tone = TONES[mark]
    else if (SHAPES[mark]) letters += SHAPES[mark]
    else letters += mark === 'đ' || mark === 'ð' ? 'dd' : mark
  }
  return letters + tone
}

/** Whether a query was typed with diacritics: then hits with the same ones come first. */
export function hasDiacritics(text: string): boolean {
  return /[đĐðÐ]|\p{M}/u.test(text.normalize('NFD'))
}
