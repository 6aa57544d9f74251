import { foldText } from './foldText.ts'
import { PLAN_ALIASES, PLAN_WORDS } from './data/planAliases.ts'

const key = (name: string) =>
  foldText(name)
    .replace(/[^a-z\d]+/gu, ' ')
    .trim()
const TITLES = new Map(PLAN_ALIASES.map(([alias, title]) => [key(alias), title]))

/**
 * The name a plan, programme or project stands under: of a short name the full one (`Đề án 06`), else the name itself with its
 * abbreviations spelled out (`Kế hoạch CCHC` → `Kế hoạch cải cách hành chính`). Without its years.
 */
export function planTitle(name: string): string {
  return TITLES.get(key(name)) ?? spelledOut(name)
}

/** Short names the table knows, for a reader to recognise them. */
export function planAliases(): readonly string[] {
  return PLAN_ALIASES.map(([alias]) => alias)
}

function spelledOut(name: string): string {
  return name.replace(/\p{Lu}[\p{Lu}-]+/gu, word => PLAN_WORDS[word] ?? word)
}
