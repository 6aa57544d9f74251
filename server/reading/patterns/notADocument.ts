/**
 * Words right before a number that say it is something else, on the plain copy: a form, a standard, a page, a lot, a phone:
 *   mẫu số 01/GTGT   Biểu 02/TH-KH   phụ lục số 01/ĐK   tờ khai 03/TNDN   biển số 59L1-88433   thửa đất số 12   Công báo số 5
 */
const NEAR = [
  'mau',
  'bieu',
  'bang',
  'phu luc',
  'to khai',
  'mau phieu',
  'mau don',
  'qcvn',
  'tcvn',
  'tcxdvn',
  'tcxd',
  'iso',
  'hoa don',
  'bien so',
  'so dien thoai',
  'dien thoai',
  'dt',
  'tel',
  'fax',
  'thua',
  'thua dat',
  'to ban do',
  'tai khoan',
  'seri',
  'ma so',
  'so hieu',
  'ky hieu mau',
  'so nha',
  'nha so',
  'can nha',
  'nha dat',
  'duong so',
  'lo',
  'lo dat',
  'quoc lo',
  'tinh lo',
  'km',
  'cong bao',
  'ho so',
  'trang',
]
export const NOT_A_DOCUMENT = new RegExp(
  `(?<![a-z])(?:${anyOf(NEAR)})(?:\\s+so)?\\s{0,9}[:.]?\\s{0,9}$`,
  'u',
)

/**
 * Papers that carry a serial but are no documents of the register, with words between them and the number:
 *   giấy chứng nhận quyền sử dụng đất số …   hợp đồng tín dụng số 03/07/NH-TL   giấy phép xây dựng số 12/GPXD
 *   vụ án thụ lý số 45/2019/TLST-DS   chứng chỉ hành nghề số …   hóa đơn giá trị gia tăng số …
 */
const PAPERS = [
  'hop dong',
  'phu luc hop dong',
  'giay chung nhan',
  'giay phep',
  'chung chi',
  'chung thu',
  'chung minh',
  'can cuoc',
  'ho chieu',
  'hoa don',
  'bien lai',
  'thu ly',
  'van don',
  'phieu thu',
  'phieu chi',
  'phieu nhap',
  'phieu xuat',
  '(?<!trong )so do',
  'giay dang ky',
  'giay khai sinh',
  'the bao hiem',
  'the can cuoc',
  'the nha bao',
  'the hoi vien',
  'so the',
  'bang tot nghiep',
  'van bang',
  'ma so',
  'so tiet kiem',
  'tai khoan',
  'thiet ke',
  '(?<!van )ban ve(?! viec)',
  'ho so',
  'thua dat',
  'khe uoc',
]
export const SERIAL_PAPER = new RegExp(
  `(?<![a-z])(?:${anyOf(PAPERS)})(?![a-z])[^;:,.()]{0,80}$`,
  'u',
)

/** Between a form and the next of its list: `mẫu số 01/GTGT, 02/GTGT và 03/TNDN`. */
export const FORM_LIST_JOINT =
  /^\s{0,9}(?:,|;|va|hoac|den)?\s{0,9}(?:(?:mau|bieu)?\s{0,4}so)?\s{0,4}$/u

/** Symbols of forms: `01/GTGT`, `03/TNDN`, `01/TB-TĐT`, `01/CK-NSNN`, `C1-02/NS`, `01/ĐK-TCT`. Serials of two digits, no year. */
export const FORM_CODE =
  /^\d{2}[a-z]?(?:-\d{1,2})?\/(?:GTGT|TNDN|TNCN|TTĐB|TAIN|NTNN|TB-TĐT|TB-ĐKT|CK-NSNN|CK-[A-Z]+|ĐK-TCT|TT-VAT|LPTB|PBVMT|BVMT|KK-[A-Z]+|QTT-[A-Z]+|MGTH|ĐNHT|HTBT|GTKT|XSBHĐC|MBAI|SDDPNN|TK-SDDPNN)/u

/** Judgments and orders of courts: `15/2024/DS-ST`, `45/2023/HS-PT`, `07/2022/DS-GĐT`, `12/2024/QĐST-DS`, `45/2019/TLST-HNGĐ`. */
const CASES = '(?:DS|HS|HC|LĐ|KDTM|HNGĐ|HN&GĐ|PS|BPXLHC|SHTT)'
const INSTANCES = '(?:ST|PT|GĐT|TT|GDT)'
export const COURT_SYMBOL = new RegExp(
  `^\\d{1,5}\\s?/\\s?\\d{4}\\s?/\\s?(?:${CASES}-${INSTANCES}|(?:TL|QĐ|QD|TB)?${INSTANCES}-${CASES})$`,
  'u',
)

function anyOf(words: readonly string[]): string {
  return words.map(word => word.replaceAll(' ', '\\s+')).join('|')
}
