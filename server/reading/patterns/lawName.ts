/**
 * Laws cited by name:
 *   Luật Đất đai năm 2013                  Luật Hải quan 2014
 *   Bộ luật dân sự ngày 24 tháng 11 năm 2015
 *   Luật sửa đổi, bổ sung một số điều của Luật Quản lý thuế ngày 20 tháng 11 năm 2012
 *   Luật Doanh nghiệp năm 2000, 2005, 2014
 *   Hiến pháp năm 2013, Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam
 *   BLDS 2015, BLTTHS                      the codes in short
 *   LUẬT ĐẤT ĐAI, luật đất đai 2013        other cases: only names the tables know, or with a year or day
 * Not: Luật này, Luật sư, pháp luật, Đại học Luật, LUẬT in a heading.
 */
const LAW = '(?:L[uư][aâăậặạấầ]t|l[uư][aâăậặạ]t|LU[AÂĂẬẶẠẤẦ]T)'
const CODE = '(?:B[oôộọồ]|b[oôộọồ]|B[OÔỘỌỒ])\\s{1,3}'
export const LAW_WORD = new RegExp(
  `(?<![\\p{L}\\d/-])(?:(?:${CODE})?${LAW}|Pháp lệnh|pháp lệnh|PHÁP LỆNH)(?=\\s{1,9}(?!(?:Luật|luật|LUẬT)\\s{1,9}(?!sư|SƯ))[\\p{L}\\d])|(?<![\\p{L}\\d/-])(?:Hi[eêếề]n pháp|HIẾN PHÁP)(?![\\p{L}\\d])|(?<![\\p{L}\\d/-])BL(?:DS|HS|LĐ|TTDS|TTHS|HHVN)(?![\\p{L}\\d/-])`,
  'gu',
)
export const CONSTITUTION_NAME =
  /^hien phap(?:\s+nuoc\s+(?:cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia|chxhcn)\s+viet\s+nam)?/u
export const AMENDING_LAW = /^(?:bo\s+luat|luat|phap\s+lenh)\s+sua\s+(?:doi|bo\s+sung)/u
/** What makes it one, and the word right before that. */
export const AMENDING = /sua\s+(?:doi|bo\s+sung)/uy
export const LAW_BEFORE = /(?<![a-z\d/-])(?:bo\s+luat|luat|phap\s+lenh)$/u
/** What leads to the laws an amending law lists; the law's word comes next. */
export const AMENDS = new RegExp(
  `${AMENDING_LAW.source}(?:\\s*,?\\s*bo\\s+sung)?(?:\\s+(?:mot\\s+so|cac))?(?:\\s+dieu(?:\\s+\\d{1,3}[a-z]?)?)?(?:\\s+cua)?(?:\\s+cac)?\\s+(?=(?:bo\\s+)?luat\\s|phap\\s+lenh\\s)`,
  'u',
)
export const LAW_JOINT = /^(?:\s*[,;]\s*(?:va\s+)?|\s+va\s+)(?=(?:bo\s+)?luat\s|phap\s+lenh\s)/u

/** What stands before the word where it names no law: a school, a firm, `pháp luật`. */
export const NOT_BEFORE =
  /(?:phap|dai\s+hoc|hoc\s+vien|khoa|hoc|cong\s+ty|hang|van\s+phong|phong|hoi|cu\s+nhan|thac\s+si|tien\s+si|nganh|truong|tu\s+van)\s+$/u
/** `Công ước của Liên hợp quốc về Luật Biển` is no law. */
export const CONVENTION_BEFORE = /cong\s+uoc[^.;]{0,60}\sve\s+$/u

/** What leads to a law in a line of capitals: `MỘT SỐ ĐIỀU CỦA LUẬT ĐẤT ĐAI`, `LUẬT NHÀ Ở, LUẬT ĐẤT ĐAI`. */
export const LOUD_LEAD = /(?:cua|hanh|theo|hien|voi|ve|va|tai|trong|\d[a-z]?|,)\s+$/u

/** What leads to a law whose name is written in lower case: `thi hành Luật thuế lợi tức`. */
export const LAW_LEAD = /(?:thi hanh|mot so dieu cua|dieu \d{1,3}[a-z]?(?: cua)?)\s+$/u

/** Lower case words no law's name begins with. */
export const NOT_A_NAME =
  /^(?:này|sư|sửa|quy định|có|được|do|trên|khác|và|thì|là|của|về|mới|hiện|nào|chuyên|nếu|cũng|pháp|năm|số|ban hành (?!văn bản)|tại|theo|đã|sẽ|ngày|nói|cũ|vừa|đang|phải|không|cho|các|những|để|định|lệ|hoặc|hay|trong|chủ tịch|CHỦ TỊCH)(?![\p{L}])/u

/** Lower case words a name not in the tables ends before. */
const STOPS = [
  'được',
  'đã',
  'thì',
  'chưa',
  'có',
  'quy định',
  'tại',
  'trong',
  'này',
  'là',
  'để',
  'ban hành',
  'ngày',
  'năm',
  '(?<!(?:chuyển|đổi|[Dd]ân|nghệ|kinh tế|dữ liệu) )số',
  'của',
  'về',
  'sửa đổi',
  'bổ sung',
  'tương ứng',
  'hiện',
  'không',
  'phải',
  'do',
  'cho',
  'khi',
  'với',
  'bằng',
  'đối với',
  'cũng',
  'như',
  'theo',
  'hết',
  'trước',
  'sau',
  'từ',
  'đến',
  'nhằm',
  'nếu',
  'mà',
  'thông qua',
  'cần',
  'sẽ',
  'đang',
  'chỉ',
  'nêu',
  'vừa',
  'mới',
  'khác',
  'gồm',
  'bao gồm',
  'yêu cầu',
  'hướng dẫn',
  'vào',
  'ra',
  'thi hành',
  'trừ',
  'hoặc',
  'nên',
  'nhưng',
  'quyết định',
  'và (?:Luật|Bộ luật|Nghị|Thông tư|Quyết định|Pháp lệnh|Chỉ thị|Hiến pháp|các|những|luật|bộ luật|nghị|thông tư|quyết định|chỉ thị|văn bản|hướng dẫn|pháp lệnh|pháp luật|điều|khoản|quy|người|việc|được|có|phù hợp|theo|trên|tại|thực hiện|tổ chức thực|một|đề nghị|giao|kế hoạch|đồng)',
]
const stops = STOPS.map(stop => stop.replaceAll(' ', '\\s+')).join('|')
export const NAME_STOP = new RegExp(
  `(?<![\\p{L}])(?:${stops})(?![\\p{L}])|[;.:()“”"[\\]/]|\\d|(?<![\\p{L}])Luật(?![\\p{L}])|\\n\\s*(?=\\n|\\p{Lu}|[-+*•])`,
  'gu',
)
/** First words of names that hold a comma: `Phòng, chống …`, `Quản lý, sử dụng …`. */
export const COMMA_HEAD =
  /^(?:phong|quan ly|bao ve|cham soc|ho tro|dau tu|xay dung|thuc hanh tiet kiem|nhap canh|xuat canh|kham benh|an toan|to chuc|trat tu|pho bien|thi dua|tin nguong|hien|giam sat|ky ket|tiep nhan|che do|khai thac|giao thong)\s*$/u

/** Adopted by the National Assembly, the date behind: `được Quốc hội khóa XIII … thông qua ngày 23/6/2014`. */
export const ADOPTED = /^\s*(?:da\s+)?duoc\s+(quoc\s+hoi)[^;.()]{0,80}?thong\s+qua\s+(?=ng\s?ay\s)/u
/** `Luật đất đai sửa đổi 1998` */
export const REVISED = /^\s+sua\s+doi(?=\s+(?:nam\s+)?(?:19|20)\d{2}(?![\d/-]))/u
/** `được sửa đổi, bổ sung năm 2025`, `(sửa đổi, bổ sung các năm 2009, 2019 và 2022)`, `(sửa đổi 2017)`. */
export const AMENDED_IN =
  /^[\s,(]{0,4}(?:(?:da\s+)?duoc\s+)?sua\s+doi(?:\s*,?\s*bo\s+sung)?(?:\s+mot\s+so\s+dieu)?\s+(?:(?:vao|cac|trong)\s+){0,2}((?:nam\s+)?(?:19|20)\d{2}(?![\d/-])(?:(?:\s*,\s*|\s+va\s+)(?:nam\s+)?(?:19|20)\d{2}(?![\d/-])){0,6})/u
