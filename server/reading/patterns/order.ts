import { DAY_WORD, LONG_DATE, SHORT_DATE } from './date.ts'

/**
 * Orders in prose, on the plain copy.
 *
 * A day:      trước ngày 26/4/2019 · chậm nhất (là, vào) ngày 15 tháng 3 năm 2024 · hạn cuối: ngày … · đến hết ngày … · trong ngày …
 * With hour:  trước 16h00 ngày 25/4/2024 · trước 17 giờ 00 phút, thứ Sáu, ngày …
 * No year:    trước ngày 31/10 · chậm nhất ngày 05 tháng 7
 */
const BEFORE =
  '(truoc|(?:cham|muon)\\s+nhat(?:\\s+(?:la|vao|den|trong))?|han\\s+(?:cuoi(?:\\s+cung)?|chot)|(?:den\\s+)?het|trong)'
const HOUR = '(?:(\\d{1,2})\\s?(?:h|g|gio|:)\\s?(?:\\d{2})?\\s?(?:phut)?\\s*,?\\s*)?'
const WEEKDAY = '(?:(?:thu\\s+[a-z0-9]{2,5}|chu\\s+nhat)\\s*,?\\s*)?'
export const DUE_DAY = new RegExp(
  `(?<![a-z])${BEFORE}\\s*:?\\s{1,4}${HOUR}${WEEKDAY}(?:${DAY_WORD}\\s*(?:la\\s+|:\\s*)?)(?:${SHORT_DATE}|${LONG_DATE}|(\\d{1,2})(?:\\s?/\\s?|\\s+thang\\s+)(\\d{1,2})(?![\\d/-]|\\s?/|\\s+nam))`,
  'gu',
)
/** `trong tháng 5/2024`, `chậm nhất tháng 3 năm 2024`, `trước tháng 6/2024`, `trong tháng 5` */
export const DUE_MONTH = new RegExp(
  `(?<![a-z])${BEFORE}\\s+(?:cuoi\\s+)?thang\\s+(\\d{1,2})(?:(?:\\s?[/-]\\s?|\\s+nam\\s+)(\\d{4}))?(?![\\d/])`,
  'gu',
)
/** `trong Quý II/2024`, `hết quý 3 năm 2024`, `trong quý IV` */
export const DUE_QUARTER = new RegExp(
  `(?<![a-z])${BEFORE}\\s+(?:cuoi\\s+)?quy\\s+(iv|i{1,3}|[1-4])(?:(?:\\s?[/-]\\s?|\\s+nam\\s+)(\\d{4}))?(?![\\da-z/])`,
  'gu',
)
/** `trong thời hạn 05 ngày làm việc kể từ ngày nhận được …`, `trong vòng 10 ngày, kể từ ngày ký`, `sau 03 ngày kể từ ngày 01/4/2024` */
export const DUE_TERM = new RegExp(
  `(?<![a-z])(?:trong|sau|cham\\s+nhat(?:\\s+la)?)\\s+(?:(?:thoi\\s+(?:han|gian)|vong)\\s+)?(?:khong\\s+qua\\s+)?(\\d{1,3})\\s*(?:\\([a-z ]{1,20}\\)\\s*)?(ngay(?:\\s+lam\\s+viec)?)\\s*,?\\s*(?:ke\\s+)?(?:tu|sau)\\s+(?:khi|ngay)\\s+(?:${SHORT_DATE}|${LONG_DATE}|(ky|ban\\s+hanh)(?![a-z])|[a-z][a-z ]{2,60})`,
  'gu',
)

/**
 * Where an order may stand: the words of a day, month or quarter behind those of a term, or the word of a review. The first runs
 * over every text, so it begins with what is rare.
 */
export const ANCHOR = /\s(?:ng\s?a\s?[yv](?![a-z])|thang\s{1,4}\d|quy\s{1,4}[iv\d]|soat(?![a-z]))/gu
export const ANCHOR_BEHIND =
  /(?:(?<![a-z])(?:ra|truoc|nhat|la|vao|den|chot|cuoi|cung|het|trong|phut|gio|h|hai|ba|tu|nam|sau|bay)|[:,)\d])$/u
/** Before a month or a quarter no hour stands: `12 tháng 5 năm 2020` is the day of a document. */
export const MONTH_BEHIND = /(?<![a-z])(?:truoc|nhat|la|vao|den|chot|cuoi|cung|het|trong)$/u

/** What is done again and again has no one day: `trước ngày 15 hằng tháng`, `chậm nhất ngày 05/12 hàng năm`. */
export const RECURS = /^\s*,?\s*(?:h[aă]ng|moi|cua)\s+(?:nam|thang|quy|tuan|ky)(?![a-z])/u

/**
 * Right before a day, words that tell a fact and not a term:
 *   các văn bản được ban hành trước ngày …      hợp đồng đã ký trước ngày …      có hiệu lực trong ngày …
 */
export const FACT_BEFORE =
  /(?:(?<![a-z])(?:duoc|da|bi)(?![a-z])[^,;.]{0,60}|hieu\s+luc(?:\s+thi\s+hanh)?|(?<![a-z])do(?![a-z])[^,;.]{0,60}(?:ban\s+hanh|ky|cap)|\()\s*$/u
/** A condition orders nothing: `Trường hợp … trước ngày … thì …`. */
export const CONDITION =
  /^\s*(?:[-+*•–]\s*|\d{1,2}[.)]\s*|[a-z]\)\s*)?(?:truong\s+hop|neu|khi|doi\s+voi\s+truong\s+hop)(?![a-z])/u
/** What is in the past: `Ngày 27/8/2021, Sở đã ban hành …`. */
export const TAKES_EFFECT = /hieu\s+luc(?:\s+thi\s+hanh)?\s+(?:ke\s+)?(?:tu|den|tu\s+sau)(?![a-z])/u

/** Work that may be ordered, as written: without its marks "chuyển" is "chuyên" and "sở" is "số". */
export const ACTION =
  /(?<!\p{L})(?:gửi|báo\s+cáo|tổng\s+hợp|hoàn\s+(?:thành|thiện|tất)|(?<!(?:quá|công|chương|quy|lộ|tiến)\s)trình|thực\s+hiện|(?:tự\s+)?r[àa]\s+soát|đề\s+xuất|nộp|triển\s+khai|tham\s+mưu|cập\s+nhật|tổ\s+chức\s+(?=\p{Ll})|xây\s+dựng|ban\s+hành|phối\s+hợp|chủ\s+trì|kiểm\s+tra|theo\s+dõi|đôn\s+đốc|(?<!thiết\s)lập|cung\s+cấp|góp\s+ý|(?:cho|có)\s+ý\s+kiến|phản\s+ánh|đăng\s+ký|xử\s+lý|khắc\s+phục|trả\s+lời|giải\s+quyết|hướng\s+dẫn|kết\s+thúc|thông\s+báo|tiếp\s+tục|khẩn\s+trương|chủ\s+động|(?:chịu|có)\s+trách\s+nhiệm|đánh\s+giá|quán\s+triệt|tăng\s+cường|nghiên\s+cứu|bổ\s+sung|sửa\s+đổi)(?!\p{L})/giu
/** Words that order; as nouns (`theo yêu cầu`, `ý kiến chỉ đạo`, `được giao`) they do not. */
export const ORDERS =
  /(?<!\p{L})(?:đề\s+nghị|(?<!(?:có|theo|ứng|các|những|đích,)\s)yêu\s+cầu|(?<!(?:được|đã|hoạch)\s)giao|phân\s+công|(?<!(?:kiến|sự|tác|lãnh)\s)chỉ\s+đạo|kính\s+mong)(?!\p{L})/giu
/**
 * What a name of a unit or of its head begins with, as written: `các phòng`, `Văn phòng Sở`, `Phòng Quản lý công nghiệp`,
 * `Trưởng các phòng`, `UBND cấp xã`, `Thủ trưởng các đơn vị`. It has a capital, or a word of number before it.
 */
export const UNIT =
  /(?<!\p{L})(?:(?:các|từng|toàn\s+bộ)\s+)?(?:văn\s+phòng|phòng|sở|ban|[uủ][yỷ]\s+ban|ubnd|hđnd|hội\s+đồng|thanh\s+tra|trung\s+tâm|chi\s+cục|tổng\s+cục|cục|vụ|viện|(?:phó\s+)?trưởng|giám\s+đốc|thủ\s+trưởng|chánh|chủ\s+tịch|đơn\s+vị|cơ\s+quan|bộ|tổ|đảng\s+[uủ][yỷ]|chi\s+bộ|công\s+an|đoàn|địa\s+phương|doanh\s+nghiệp|xã|phường|huyện|nhóm|hội|công\s+chức|cá\s+nhân)(?!\p{L})/giu
/** What may stand between a unit and its verb and is no part of its name. */
export const UNIT_TAIL =
  /[\s,]+(?:(?:cần|phải|đang|sẽ|thường\s+xuyên|nghiêm\s+túc|kịp\s+thời|căn\s+cứ|trực\s+tiếp|thực\s+hiện\s+nghiêm|tiến\s+hành)\s*)*$/u

/** Before a unit that only receives: `gửi về Văn phòng Sở`, `báo cáo UBND tỉnh`, `theo đề nghị của Sở`. */
export const RECEIVES =
  /(?:(?<![a-z])(?:ve|toi|cho|den|qua|cua|voi|tai|thuoc|tu|va|bao\s+cao|trinh|phoi\s+hop|tham\s+muu|gui|do|nhu|trong|o|theo|la|xin|hop\s+thu)|[(/])\s*$/u

/** What is done all the time, or has been done, is told, not ordered. */
export const HABIT = /(?<![a-z])(?:thuong\s+xuyen|da)(?![a-z])/u

/** `rà soát` as an order or as work going on; as a noun (`kết quả rà soát`, `về việc rà soát`) it is neither. */
export const REVIEW = /(?<![a-z])ra\s+soat(?![a-z])/gu
export const REVIEW_NOUN =
  /(?<![a-z])(?:ket\s+qua|ke\s+hoach|cong\s+tac|ve\s+viec|viec|ve|bao\s+cao|da|duoc|sau\s+khi|qua|dot|ky|kiem\s+tra\s*,|tu\s+kiem\s+tra\s*,|thong\s+qua|thuong\s+xuyen|danh\s+muc)\s*$/u
export const UNDERWAY =
  /(?<![a-z])dang\s+(?:(?:tiep\s+tuc|tien\s+hanh|trien\s+khai|thuc\s+hien|to\s+chuc|phoi\s+hop|chu\s+tri|quy\s+trinh|viec|cong\s+tac|khan\s+truong)\s+){0,4}$/u
/** Right before a document that is not what is reviewed but what the review follows: `rà soát … theo Công văn số …`. */
export const FOLLOWED =
  /(?<![a-z])(?:theo|can\s+cu|thuc\s+hien|trien\s+khai|tinh\s+than|huong\s+dan\s+tai|yeu\s+cau\s+(?:tai|cua)|theo\s+(?:dung\s+)?quy\s+dinh\s+(?:tai|cua)|chi\s+dao\s+tai|va\s+huong\s+dan)\s*$/u
