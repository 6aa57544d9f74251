import { codes, DIRECTIONS, DOCUMENT_CLASSES, DOCUMENT_TYPES, labelOf } from '../legal/glossary.ts'
import { printDate } from '../legal/dates.ts'
import { labelAt, t } from '../lib/labels.ts'
import type { LegalDocumentRecord } from '../models/LegalDocument.ts'
import type { UnitRecord } from '../models/Unit.ts'
import { doubtLabel } from './doubtLabel.ts'
import { linesOfSpan } from './draftText.ts'
import { optionsFrom, optionsOf } from './fields.ts'

/** The form as text, by the names of its inputs: what stands in the draft, or what was typed and refused. */
export type FormValues = Record<string, string>

export interface FieldFacts {
  document: LegalDocumentRecord
  units: UnitRecord[]
  starts: number[]
  /** What was typed, when the form comes back with faults. */
  typed?: FormValues
  errors: Record<string, string>
}

/** What the form shows of a draft. */
export function formValues(document: LegalDocumentRecord): FormValues {
  const { number, type, issuerName, parentAgency, place, title, signer, signerRole, signingMode } =
    document
  return {
    ...{ number, type, issuerName, parentAgency, place, title, signer, signerRole, signingMode },
    issuedOn: document.issuedOn ? printDate(document.issuedOn) : '',
    effectiveFrom: document.effectiveFrom ? printDate(document.effectiveFrom) : '',
    addressees: document.addressees.join('\n'),
    recipients: document.recipients.join('\n'),
    docClass: document.docClassOverruled ? document.docClass : '',
    docClassReason: document.docClassOverruled ? document.docClassReason : '',
    secrecyMark: document.secrecyMark,
    urgency: document.urgency,
    digitalSigner: document.digitalSigner,
    direction: document.direction,
    own: document.own ? '1' : '',
    responsibleUnit: document.responsibleUnit ? String(document.responsibleUnit) : '',
    reviewEveryMonths: document.reviewEveryMonths ? String(document.reviewEveryMonths) : '',
    restricted: document.secrecy ? '1' : '',
  }
}

/** Every field of the registration form, each with where it was read or that it was not. */
export function presentFields(facts: FieldFacts) {
  const values = facts.typed ?? formValues(facts.document)
  const read = (name: string, more: object = {}) => ({
    ...field(name, facts, values),
    ...where(name, facts),
    ...more,
  })
  const day = { placeholder: t('intake.placeholders.day'), inputmode: 'numeric' }
  return {
    type: read('type', {
      options: optionsOf(DOCUMENT_TYPES, values.type),
      empty: t('components.choose'),
    }),
    number: read('number', { placeholder: t('intake.placeholders.number') }),
    issuedOn: read('issuedOn', { ...day, ...partialDay(facts) }),
    issuerName: read('issuerName', { wide: true }),
    parentAgency: read('parentAgency'),
    place: read('place'),
    title: read('title', { wide: true, rows: 2 }),
    signer: read('signer'),
    signerRole: read('signerRole'),
    signingMode: read('signingMode'),
    effectiveFrom: read('effectiveFrom', day),
    ...stampFields(facts, values, read),
    addressees: read('addressees', { wide: true, rows: 2 }),
    recipients: read('recipients', { wide: true, rows: 3 }),
    ...chosenFields(facts, values),
  }
}

/** What is stamped on the document; few bear any, so they stand apart until one does. */
function stampFields(
  { errors }: FieldFacts,
  values: FormValues,
  read: (name: string, more?: object) => object,
) {
  const names = ['secrecyMark', 'urgency']
  return {
    secrecyMark: read('secrecyMark', { placeholder: t('intake.placeholders.secrecyMark') }),
    urgency: read('urgency', { placeholder: t('intake.placeholders.urgency') }),
    digitalSigner: read('digitalSigner'),
    showStamps: names.some(name => Boolean(values[name]) || name in errors),
  }
}

/** Why the tick stands already: the mark of secrecy on the document. */
function whyRestricted({ document }: FieldFacts, values: FormValues): { hint?: string } {
  const mark = values.secrecyMark ?? ''
  if (mark === '' || document.decidedFields.includes('secrecy')) return {}
  return { hint: t('intake.hints.restrictedByMark', { mark }) }
}

/** Fields nobody reads from the text. */
function chosenFields(facts: FieldFacts, values: FormValues) {
  const own = (name: string, more: object) => ({ ...field(name, facts, values), ...more })
  const tick = (name: string) => ({
    id: name,
    label: t(`intake.fields.${name}`),
    hint: t(`intake.hints.${name}`),
    checked: Boolean(values[name]),
  })
  const units = { options: unitOptions(facts.units, values), empty: t('intake.noUnit') }
  return {
    docClass: own('docClass', { options: classOptions(facts, values), hint: classHint(facts) }),
    docClassReason: own('docClassReason', { hint: t('intake.hints.docClassReason') }),
    showClassReason: Boolean(values.docClass) || 'docClassReason' in facts.errors,
    direction: own('direction', { options: optionsOf(DIRECTIONS, values.direction) }),
    responsibleUnit: own('responsibleUnit', { ...units, hint: t('intake.hints.unit') }),
    reviewEveryMonths: own('reviewEveryMonths', {
      inputmode: 'numeric',
      hint: t('intake.hints.rhythm'),
    }),
    own: tick('own'),
    restricted: { ...tick('restricted'), ...whyRestricted(facts, values) },
  }
}

function field(name: string, { errors }: FieldFacts, values: FormValues) {
  return {
    id: name,
    label: t(`intake.fields.${name}`),
    value: values[name] ?? '',
    error: errors[name],
  }
}

/** "Đọc ở dòng 9", what is doubtful about it, "Không thấy trong văn bản", or that a person typed it. */
function where(
  name: string,
  { document, starts }: FieldFacts,
): { readAt?: object; hint?: string; doubt?: string } {
  if (document.decidedFields.includes(name)) return { hint: t('intake.byHand') }
  const evidence = document.evidence.find(one => one.field === name)
  if (!evidence)
    return document.hasText
      ? { hint: t(`intake.notFound.${name === 'number' ? 'number' : 'other'}`) }
      : {}
  const readAt = linesOfSpan(starts, evidence)
  return evidence.doubt ? { readAt, doubt: doubtWords(evidence.doubt) } : { readAt }
}

/** Why a person should look, in words; "Chưa chắc." where there are none for it. */
export function doubtWords(doubt: string): string {
  return t('intake.doubt', { why: doubtLabel(doubt) || t('intake.doubtUnknown') })
}

function partialDay({ document, starts }: FieldFacts): object {
  const evidence = document.evidence.find(one => one.field === 'issuedPartial')
  if (!document.issuedPartial || !evidence || document.issuedOn) return {}
  const said = document.issuedPartial.split('-').reverse().join('/')
  return {
    readAt: { ...linesOfSpan(starts, evidence), note: t('intake.partialDay', { said }) },
    hint: '',
  }
}

function classOptions({ document }: FieldFacts, values: FormValues) {
  const computed = document.docClassOverruled
    ? t('intake.classBySymbol')
    : t('intake.classComputed', { name: labelOf(DOCUMENT_CLASSES, document.docClass) })
  const others = codes(DOCUMENT_CLASSES).map(code => ({
    value: code,
    label: t('intake.classByHand', { name: labelOf(DOCUMENT_CLASSES, code) }),
  }))
  return optionsFrom([{ value: '', label: computed }, ...others], values.docClass ?? '')
}

function classHint({ document }: FieldFacts): string {
  if (document.docClassOverruled)
    return t('intake.classOverruled', { reason: document.docClassReason })
  const words = labelAt(`documentClass.${document.docClassReason}`)
  return typeof words === 'string' ? words : ''
}

function unitOptions(units: UnitRecord[], values: FormValues) {
  return optionsFrom(
    units.map(({ _id, name }) => ({ value: String(_id), label: name })),
    values.responsibleUnit ?? '',
  )
}
