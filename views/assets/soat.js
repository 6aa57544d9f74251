/*
 * Soát in the browser: keys, rows, pop-ups, dropping files, marking a citation. Every page works without this file.
 *
 * Attributes it answers to
 *   data-search              the field that `/` goes to
 *   data-keys                the sheet of keys (`?`); data-keys-setting in it turns the single keys off
 *   data-menu                a <details> that Esc and a click elsewhere close
 *   data-row                 a row that J and K walk through; Enter follows its data-row-open link
 *   data-key="x"             a button or link pressed by that key ("Ctrl+Enter" too): in the row in focus, else outside rows
 *   data-article             a heading that [ and ] step through
 *   data-copy="words"        a button that copies the words; data-done is then said in its place
 *   data-drop                an area a file may be dropped on; holds one input of type file
 *   data-focus               takes the focus when the page opens (error summary)
 *   data-dismiss             closes the toast it stands in
 *
 * Marking a citation
 *   data-citation-text       the element that holds the text
 *   data-start="120"         on every stretch of it: the UTF-16 offset of its first character in the stored text.
 *                            The characters inside are counted from there, so a stretch must hold exactly the stored characters;
 *                            the innermost data-start around a point is the one that counts.
 *   data-skip                what is inside is not text of the document (line numbers, index marks) and is not counted
 *   data-citation-form       the form that takes start, end and quote (inputs of those names), shown when words are selected
 */
'use strict'

const SETTING = 'soat.singleKeys'
const SECTIONS = { b: '/', t: '/intake', v: '/documents', r: '/reviews', c: '/tasks', d: '/due' }
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector))
const one = selector => document.querySelector(selector)

// ---------- Setting: single keys on or off ----------

const singleKeys = () => localStorage.getItem(SETTING) !== 'off'

for (const box of all('[data-keys-setting]')) {
  box.checked = singleKeys()
  box.addEventListener('change', () => localStorage.setItem(SETTING, box.checked ? 'on' : 'off'))
}
for (const element of all('[data-keys], [data-dismiss]')) element.hidden = false

// ---------- Pop-ups ----------

function closeMenus(except) {
  const open = all('details[data-menu][open]').filter(menu => menu !== except)
  for (const menu of open) menu.open = false
  return open
}

document.addEventListener('click', event => {
  const target = event.target
  closeMenus(target.closest('details[data-menu]'))
  const dismiss = target.closest('[data-dismiss]')
  if (dismiss) dismiss.closest('.toast').remove()
  const copy = target.closest('[data-copy]')
  if (copy) void copyWords(copy)
})

async function copyWords(button) {
  await navigator.clipboard.writeText(button.dataset.copy)
  const said = button.textContent
  if (button.dataset.done) button.textContent = button.dataset.done
  setTimeout(() => (button.textContent = said), 2000)
}

function escape() {
  for (const menu of closeMenus()) menu.querySelector('summary').focus({ preventScroll: true })
}

// ---------- Rows ----------

const visible = element => element.getClientRects().length > 0
const rowInFocus = () => document.activeElement?.closest('[data-row]')

function step(by) {
  const rows = all('[data-row]').filter(visible)
  if (rows.length === 0) return
  const at = rows.indexOf(rowInFocus())
  goTo(rows[Math.min(rows.length - 1, Math.max(0, at < 0 ? 0 : at + by))])
}

function goTo(element) {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
}

function stepArticle(by) {
  const tops = all('[data-article]').map(element => element.getBoundingClientRect().top)
  const next = by > 0 ? tops.findIndex(top => top > 24) : tops.findLastIndex(top => top < -4)
  all('[data-article]')[next]?.scrollIntoView()
}

// ---------- Keys ----------

const isField = element =>
  element?.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return (event.ctrlKey || event.metaKey ? 'Ctrl+' : '') + key
}

function pressButton(name) {
  const named = all('[data-key]').filter(
    button => button.dataset.key.toLowerCase() === name.toLowerCase() && visible(button),
  )
  const row = rowInFocus()
  const button =
    named.find(candidate => row?.contains(candidate)) ??
    named.find(candidate => !candidate.closest('[data-row]'))
  button?.click()
  return Boolean(button)
}

let awaitingSection = 0

const PLAIN_KEYS = {
  '/': () => one('[data-search]')?.focus(),
  '?': () => {
    const sheet = one('[data-keys]')
    if (!sheet) return
    sheet.open = !sheet.open
    sheet.querySelector('summary').focus({ preventScroll: true })
  },
  g: event => (awaitingSection = event.timeStamp),
  j: () => step(1),
  k: () => step(-1),
  '[': () => stepArticle(-1),
  ']': () => stepArticle(1),
}

function goToSection(name, event) {
  const asked = awaitingSection > 0 && event.timeStamp - awaitingSection < 1500
  awaitingSection = 0
  if (!asked || !(name in SECTIONS)) return false
  all('.sections a')
    .find(link => link.pathname === SECTIONS[name])
    ?.click()
  return true
}

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  const name = nameOf(event)
  if (name === 'Escape') return escape()
  if (name.startsWith('Ctrl+')) return pressButton(name) && event.preventDefault()
  if (isField(event.target) || !singleKeys()) return
  if (name === 'Enter' && event.target.matches('[data-row]'))
    return event.target.querySelector('[data-row-open]')?.click()
  if (goToSection(name, event) || pressButton(name)) return event.preventDefault()
  if (!PLAIN_KEYS[name]) return
  event.preventDefault()
  PLAIN_KEYS[name](event)
})

// ---------- Files dropped ----------

for (const area of all('[data-drop]')) {
  const input = area.querySelector('input[type=file]')
  const over = on => event => {
    event.preventDefault()
    area.classList.toggle('is-over', on)
  }
  area.addEventListener('dragover', over(true))
  area.addEventListener('dragleave', over(false))
  area.addEventListener('drop', event => {
    over(false)(event)
    input.files = event.dataTransfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

// ---------- Words selected in the text of a document ----------

const elementOf = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)

/** Offset in the stored text of a point (node, offset) of the page; undefined outside the text. */
function offsetOf(node, offset) {
  const stretch = elementOf(node)?.closest('[data-start]')
  if (!stretch) return undefined
  const before = document.createRange()
  before.setStart(stretch, 0)
  before.setEnd(node, offset)
  return Number(stretch.dataset.start) + wordsOf(before).length
}

function wordsOf(range) {
  const copy = range.cloneContents()
  for (const skipped of all('[data-skip]', copy)) skipped.remove()
  return copy.textContent
}

function markCitation(form, text) {
  const selection = getSelection()
  if (!selection.rangeCount || selection.isCollapsed) return
  const range = selection.getRangeAt(0)
  if (!text.contains(range.commonAncestorContainer)) return
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  if (start === undefined || end === undefined || end <= start) return
  form.elements.start.value = start
  form.elements.end.value = end
  if (form.elements.quote) form.elements.quote.value = wordsOf(range).replace(/\s+/gu, ' ').trim()
  const fold = form.closest('details')
  if (fold) fold.open = true
}

const citationForm = one('[data-citation-form]')
const citationText = one('[data-citation-text]')
if (citationForm && citationText)
  document.addEventListener('selectionchange', () => markCitation(citationForm, citationText))

// ---------- Where the eye starts ----------

const opened = one('[data-focus]') ?? document.getElementById(location.hash.slice(1))
if (opened?.matches('[data-focus], [data-row]')) goTo(opened)
