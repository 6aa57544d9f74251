/**
 * Codes of technical standards, on the shape copy:
 *   TCVN ISO 9001:2015   TCVN 6001-1:2008   QCVN 01-132:2013/BNNPTNT   QCĐP 01:2022/BN   QCVN 08-MT:2015/BTNMT   TCXDVN 323:2004
 *   22 TCN 211-06   14TCN 12-2002   TCCS 05:2010/VNRA   ĐLVN 17:2017   ISO/IEC 17025:2017   ISO 9001
 */
const BODY = '(?:TCVN|QCVN|QCĐP|QCTĐHN|TCXDVN|TCXD|TCCS|TCN|TCQS|ĐLVN|ISO|IEC|ASTM|AASHTO)'
const CODE = '[A-Z]{0,3}\\d{1,6}(?:[-.]\\d{1,5}){0,3}(?:-[A-ZĐ]{1,4}(?=:))?'
export const STANDARD = new RegExp(
  `(?<![\\p{L}\\d/-])(?:\\d{2}\\s?(?=TCN))?${BODY}(?:[\\s/]{1,9}(?:ISO|IEC|TS|EN|IDT|HACCP)){0,3}(?:\\s{1,9}số)?\\s{0,9}${CODE}(?:\\s?[:-]\\s?(?:(?:19|20)\\d{2}|\\d{2}(?!\\d)))?(?:/[A-ZĐƯ&]{2,12}(?:-[A-ZĐ]{1,8})?)?`,
  'gu',
)
/** What a text with a standard in it must hold: asked first, it is the cheap question. */
export const MAY_HOLD_STANDARD =
  /TCVN|QCVN|QCĐP|TCXD|TCCS|TCN|TCQS|ĐLVN|ISO|IEC|ASTM|AASHTO|QCTĐHN/u
