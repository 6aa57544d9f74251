export interface NumberRef {
  list: string
  level: number
}

/** One level of a list: first number, format name (w:numFmt) and pattern ("%1.", "Điều %1.", "%2)"). */
export interface Level {
  start: number
  format: string
  text: string
  /** Numbers of higher levels in Arabic figures whatever their format (w:isLgl). */
  isLegal: boolean
  /** A paragraph up to this level (1 = the highest) starts it anew; 0: none does; null: every higher one does. */
  restart: number | null
  /** The style whose paragraphs are of this level. */
  style: string | undefined
}

export interface List {
  definition: string
  levels: (Level | undefined)[]
  restarts: boolean
}

interface StyleNumber {
  base: string | undefined
  list: string | undefined
  level: string | undefined
}

export type Numbering = Map<string, List>

/** Lists of word/numbering.xml by number id, overrides applied. */
export function numberingOf(xml: string): Numbering {
  const definitions = definitionsOf(xml)
  const lists: Numbering = new Map()
  for (const [, id = '', body = ''] of elements(xml, 'w:num', 'w:numId')) {
    const definition = valueOf(body, 'w:abstractNumId') ?? ''
    lists.set(id, {
      definition,
      levels: overridden(body, definitions.get(definition) ?? []),
      restarts: body.includes('<w:startOverride'),
    })
  }
  return lists
}

/** Levels by abstract list. One may stand for another by the name of a list style. */
function definitionsOf(xml: string): Map<string, Level[]> {
  const definitions = new Map<string, Level[]>()
  const [byStyle, links] = [new Map<string, string>(), new Map<string, string>()]
  for (const [, id = '', body = ''] of elements(xml, 'w:abstractNum', 'w:abstractNumId')) {
    definitions.set(id, levelsOf(body, []))
    const [style, link] = [valueOf(body, 'w:styleLink'), valueOf(body, 'w:numStyleLink')]
    if (style) byStyle.set(style, id)
    if (link) links.set(id, link)
  }
  for (const [id, link] of links) {
    const levels = definitions.get(byStyle.get(link) ?? '')
    if (levels) definitions.set(id, levels)
  }
  return definitions
}

/** Styles that number their paragraphs, their own or through the style they are based on. */
export function styleNumbers(xml: string, numbering: Numbering): Map<string, NumberRef> {
  const own = new Map<string, StyleNumber>()
  for (const [, id = '', body = ''] of elements(xml, 'w:style', 'w:styleId')) {
    own.set(id, {
      base: valueOf(body, 'w:basedOn'),
      list: valueOf(body, 'w:numId'),
      level: valueOf(body, 'w:ilvl'),
    })
  }
  const numbers = new Map<string, NumberRef>()
  for (const id of own.keys()) {
    const list = inherited(id, own, 'list')
    if (!list) continue
    const linked = numbering.get(list)?.levels.findIndex(level => level?.style === id) ?? -1
    const level = linked === -1 ? Number(inherited(id, own, 'level') ?? 0) : linked
    numbers.set(id, { list, level })
  }
  return numbers
}

function inherited(id: string, styles: Map<string, StyleNumber>, part: 'list' | 'level') {
  let at = styles.get(id)
  // Bounded: a damaged file may base two styles on each other.
  for (let steps = 0; at && steps < 20; steps += 1) {
    if (at[part]) return at[part]
    at = styles.get(at.base ?? '')
  }
  return undefined
}

function overridden(body: string, levels: Level[]): (Level | undefined)[] {
  const result: (Level | undefined)[] = [...levels]
  for (const [, index = '', override = ''] of elements(body, 'w:lvlOverride', 'w:ilvl')) {
    const replaced = levelsOf(override, levels)[Number(index)] ?? levels[Number(index)]
    const start = valueOf(override, 'w:startOverride')
    if (replaced) result[Number(index)] = start ? { ...replaced, start: Number(start) } : replaced
  }
  return result
}

function levelsOf(body: string, defaults: Level[]): Level[] {
  const levels = [...defaults]
  for (const [, index = '', level = ''] of elements(body, 'w:lvl', 'w:ilvl')) {
    levels[Number(index)] = {
      start: Number(valueOf(level, 'w:start') ?? 1),
      format: valueOf(level, 'w:numFmt') ?? 'decimal',
      text: valueOf(level, 'w:lvlText') ?? '',
      isLegal: /<w:isLgl\s*\/>/.test(level),
      restart: numberOr(valueOf(level, 'w:lvlRestart'), null),
      style: valueOf(level, 'w:pStyle'),
    }
  }
  return levels
}

function numberOr<T>(value: string | undefined, otherwise: T): number | T {
  return value === undefined ? otherwise : Number(value)
}

function elements(xml: string, tag: string, id: string) {
  const attributes = `(?=[^>]*\\b${id}="([^"]*)")[^>]*`
  return xml.matchAll(new RegExp(`<${tag}\\s${attributes}>([\\s\\S]*?)</${tag}>`, 'g'))
}

/** The w:val of the first such element. */
export function valueOf(xml: string, tag: string): string | undefined {
  return new RegExp(`<${tag}\\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1]
}
