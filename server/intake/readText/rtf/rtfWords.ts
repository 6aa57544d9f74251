/** Groups without words of the text: tables of the format, pictures, instructions, the old form of a shape. */
export const SKIPPED = new Set(
  `annotation atnauthor atnid atndate atnicn atnref atntime background bkmkend bkmkstart blipuid colortbl comment
  datafield do docvar factoidname falt fchars fldinst filetbl fldtype footer footerf footerl footerr ftncn ftnsep ftnsepc
  generator header headerf headerl headerr info latentstyles lchars listlevel listname listoverridetable listtable
  listpicture mailmerge mmathPr nonesttables objalias objclass objdata objname objsect panose password pgp pgptbl
  pict pn pnseclvl private protusertbl revtbl rsidtbl shprslt sn sp sv stylesheet tc template themedata title
  upr userprops wgrffmtfilter windowcaption xe xmlnstbl xmlattrname xmlattrvalue xmlclose xmlname xmlopen nonshppict
  colorschememapping datastore defchp defpap`.split(/\s+/u),
)

/** Destinations marked \* whose words are the text's: a program that knows them reads them. */
export const KNOWN = new Set(['shpinst', 'shptxt', 'ud', 'picprop', 'shppict', 'cs', 'listtext'])

/** Control words and symbols that stand for characters. */
export const CHARACTERS: Record<string, string> = {
  par: '\n',
  line: '\n',
  lbr: '\n',
  sect: '\n',
  page: '\n',
  column: '\n',
  softline: '\n',
  cell: '\n',
  nestcell: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
  '\n': '\n',
  '\r': '\n',
  '\t': '\t',
}
