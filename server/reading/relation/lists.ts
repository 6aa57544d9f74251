import type { RelationKind } from '../../legal/glossary.ts'
import {
  ANNEX_ENDS,
  ANNEX_HEAD,
  ARTICLE_OPENS,
  BY,
  IS_SUFFERED,
  FIRST_ITEM,
  GROUNDS,
  ITEM_MARK,
  LIST_ITEM,
  LIST_OPENS,
  NAMES_A_LIST,
} from '../patterns/relation.ts'
import type { Actor, Scene } from './whoActs.ts'
import { isChanging, SELF, whoActs } from './whoActs.ts'
import { sufferer } from './governingAct.ts'
import type { Saying } from './governingAct.ts'
import type { Act, Survey } from './survey.ts'
import { actsBetween, clauseAt } from './survey.ts'

/** A list of documents under one act: `… thay thế các văn bản sau:`, an annex `Danh mục văn bản bị bãi bỏ`. */
export interface OpenList extends Saying {
  /** How its items are marked; '' when they stand in one sentence. */
  mark: '' | 'letter' | 'digit' | 'dash' | 'annex'
}

const GAP = 600

/** The list a citation stands in: the one its own words open, the one still open, or none. */
export function listAround(scene: Scene, open: OpenList | null): OpenList | null {
  const { survey, drafts, index } = scene
  const draft = drafts[index]
  if (!draft) return null
  const start = Math.max(drafts[scene.before]?.end ?? 0, draft.leadEnd - GAP)
  const gap = survey.copies.plain.slice(start, draft.leadEnd)
  const opened = opensHere(scene, gap, start) ?? annex(gap) ?? groundsBelow(gap)
  if (opened) return opened
  return open && !isOver(open, gap) ? open : null
}

function opensHere(scene: Scene, gap: string, start: number): OpenList | null {
  if (!gap.includes(':') && !MAY_BE_HEADED.test(gap)) return null
  const item = LIST_ITEM.exec(gap) ?? FIRST_ITEM.exec(gap)
  const head = item ? gap.slice(0, item.index) : upToColon(gap)
  if (!LIST_OPENS.test(head) && !ARTICLE_OPENS.test(head)) return null
  const end = start + head.length
  const act = actsBetween(scene.survey, { start, end }).find(one =>
    headsAList(scene.survey, one, end),
  )
  if (!act) return null
  const mark = markOf(item)
  const suffered = sufferedBy(scene, act, end)
  if (suffered) return { kind: act.kind, other: suffered, role: 'actor', mark }
  return { kind: act.kind, other: whoHeads(scene, act), role: 'object', mark }
}

const MAY_BE_HEADED = /dieu \d{1,3}\s?[.:][\s*_]*(?:bai bo|thay the)/u

/** `Luật A … được sửa đổi, bổ sung bởi:` lists those who act on A. */
function sufferedBy(scene: Scene, act: Act, end: number): Actor | null {
  const { plain } = scene.survey.copies
  const lead = plain.slice(Math.max(0, act.start - 80), act.start)
  if (!IS_SUFFERED.test(lead) || !BY.test(plain.slice(act.end, end))) return null
  return sufferer({ ...scene, clause: Math.max(0, act.start - 900) }, { act, lead })
}

/** Up to the last colon, where it is near the end: `sau: các Điều 5, 6 của …`. */
function upToColon(gap: string): string {
  const colon = gap.lastIndexOf(':') + 1
  return gap.length - colon > 80 ? gap : gap.slice(0, colon)
}

/** The act tells of documents to come. */
function headsAList({ copies }: Survey, act: Act, end: number): boolean {
  const { plain } = copies
  const rest = plain.slice(act.end, end)
  if (/nhu\s+sau\s*:\s*$/u.test(rest) && !/(?:van\s+ban|quyet\s+dinh|nghi\s+quyet)/u.test(rest)) {
    return false
  }
  if (!isListable(act.kind) || ANOTHER_LABEL.test(rest)) return false
  const around = plain.slice(Math.max(0, act.start - 120), end)
  return (
    opensAtOnce(rest, around) || (rest.length < 300 && (BY.test(rest) || NAMES_A_LIST.test(around)))
  )
}

/** `Ngày hết hiệu lực: 20/07/2006⏎Lịch sử hiệu lực:` the colon is that of another field. */
const ANOTHER_LABEL = /:[^:\n]{0,80}\n[^:\n]{0,60}:/u

/** Nothing stands between the act and its list but the colon or the heading's end. */
function opensAtOnce(rest: string, around: string): boolean {
  return (LIST_OPENS.test(rest) && rest.trimStart().startsWith(':')) || ARTICLE_OPENS.test(around)
}

function isListable(kind: RelationKind): boolean {
  return isChanging(kind) || kind === 'corrects' || kind === 'consolidates'
}

/** `Các văn bản sau hết hiệu lực …:` has no actor but this document. */
function whoHeads(scene: Scene, act: Act): Actor {
  const { survey } = scene
  const clause = clauseAt(survey, act.start)
  const actor = whoActs({ ...scene, clause }, act)
  const lead = survey.copies.plain.slice(clause, act.start).replace(ITEM_MARK, '')
  const isOrder = /^(?:dieu\s+\d+\s*[.:]\s*)?(?:cac|nhung|\d+)\s[^;:]{0,120}$/u.test(lead)
  return !actor.self &&
    actor.with === null &&
    isOrder &&
    /hieu\s+luc|bai\s+bo|thay\s+the/u.test(survey.copies.plain.slice(act.start, act.end))
    ? { self: true }
    : actor
}

function annex(gap: string): OpenList | null {
  const head = gap.includes('danh') ? ANNEX_HEAD.exec(gap) : null
  if (!head) return null
  const ended = head[1]?.startsWith('thay') ? 'replaces' : 'repeals'
  const isNews = /cong\s+bo/u.test(gap) || /hieu\s+luc/u.test(head[1] ?? '')
  return { kind: isNews ? 'announces' : ended, other: SELF, role: 'object', mark: 'annex' }
}

/** The heading `Căn cứ pháp lý` above a list with dashes or numbers. */
function groundsBelow(gap: string): OpenList | null {
  const item = gap.includes('can cu') ? GROUNDS.exec(gap) : null
  return item && { kind: 'basedOn', other: SELF, role: 'object', mark: item[1] ? 'dash' : 'digit' }
}

function markOf(item: RegExpExecArray | null): OpenList['mark'] {
  if (!item) return ''
  if (item[1]) return 'letter'
  return item[4] ? 'dash' : 'digit'
}

const OVER: Record<OpenList['mark'], RegExp> = {
  '': /\n\s*(?:dieu\s+\d|\d{1,3}[.)]\s|[a-z]{1,2}\)\s|[-+•]\s)|[^\d\s.]{2}\.\s/u,
  letter: /\n\s*(?:dieu\s+\d|\d{1,2}\.\s)/u,
  digit: /\n\s*dieu\s+\d|\n\s*noi\s+nhan/u,
  dash: /\n\s*(?:dieu\s+\d|\d{1,2}\.\s|[a-z]{1,2}\)\s)|\n\s*noi\s+nhan/u,
  annex: ANNEX_ENDS,
}

function isOver({ mark }: OpenList, gap: string): boolean {
  return OVER[mark].test(gap)
}
