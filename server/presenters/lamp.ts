import { FORCE_STATUSES, type ForceStatus } from '../legal/glossary.ts'

export interface LampView {
  code: string
  label: string
  shape: string
}

/** The drawing of each lamp in views/assets/icons.svg; word, shape and colour always go together. */
const SHAPES: Record<(typeof FORCE_STATUSES)[ForceStatus]['lamp'], string> = {
  con: 'disc',
  chua: 'clock',
  phan: 'half',
  sua: 'ringdot',
  het: 'crossed',
  ngung: 'bars2',
  ngung1: 'bars1',
  lech: 'triangle',
  unk: 'diamond',
}

/** The lamp (đèn) of a force status: colour code, word, shape. */
export function presentLamp(status: ForceStatus): LampView {
  const { lamp, vi } = FORCE_STATUSES[status]
  return { code: lamp, label: vi, shape: SHAPES[lamp] }
}
