import { remembered } from '../../../legal/remembered.ts'

/** Written first consonants; "gi" and "qu" are also read as "g" and "q" with the rime that follows. */
const ONSETS = [
  'ngh',
  'ng',
  'nh',
  'gh',
  'gi',
  'kh',
  'ph',
  'th',
  'tr',
  'ch',
  'qu',
  ...'bcdđghklmnpqrstvx',
  '',
]

/** Every written rime of Vietnamese without its tone, by its first letter. */
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êng êp êt êu êc
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot
ô ôc ôi ôm ôn ông ôông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uăn uăng uăt uân uâng uât uâu uây uc uê uêch uên uênh uêt uêu ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyn uynh uyp uyt uyu uyên uyêt
uac uai uan uang uanh uao uat uau uay uăc uăp ue uen ueo uet uit uôi
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y ych ynh yt yu ya yên yêt yêu yêm yêng yn yp`
    .split(/\s+/u)
    .filter(Boolean),
)

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu
const STOPPED = /(?:c|ch|p|t)$/u
const ACUTE_OR_DOT = /[\u0301\u0323]/u

// Decomposed "nghiêng" is the longest.
const MOST_LETTERS = 12

/**
 * Whether a word is written as a Vietnamese syllable can be, wherever the tone stands ("hoà", "hòa"): one tone at most, a known
 * rime, and after c, ch, p, t only sắc or nặng. A syllable that exists by the rules need not be a word.
 */
export function isSyllable(word: string): boolean {
  return word.length <= MOST_LETTERS && judged(word)
}

function judge(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD')
  const tones = apart.match(TONE) ?? []
  if (tones.length > 1) return false
  const plain = apart.replace(TONE, '').normalize('NFC')
  if (STOPPED.test(plain) && !ACUTE_OR_DOT.test(tones[0] ?? '')) return false
  return ONSETS.some(onset => plain.startsWith(onset) && RIMES.has(plain.slice(onset.length)))
}

const judged = remembered(judge, { most: 20_000 })
