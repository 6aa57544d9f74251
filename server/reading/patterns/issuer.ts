/**
 * Issuers as texts name them, on the plain copy:
 *   của Chính phủ quy định …                   → Chính phủ
 *   của Bộ trưởng Bộ Tài chính hướng dẫn …     → Bộ trưởng Bộ Tài chính
 *   của Ủy ban Dân tộc và Bộ Tư pháp về …      → both
 *   của Quốc hội khoá X, kỳ họp …              → Quốc hội khoá X
 *   giữa Bộ Tài chính, Bộ Công Thương và Bộ …  → all three
 *   do UBND tỉnh ban hành                      → UBND tỉnh
 *   Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số …
 *   Bộ Y tế có Công văn số …
 */
export const ISSUER_AFTER = /^\s*,?\s*(?:cua|giua)\s*:?\s+/u
/** `Nghị định số … ngày … Chính phủ về …`: a known body right behind, then the title. */
export const TITLE_START =
  /^\s+(?:ve|quy\s+dinh|ban\s+hanh|huong\s+dan|sua\s+doi|phe\s+duyet)(?![a-z])/u
/** What joins another document of the body that spoke: `Sở Nội vụ tại Tờ trình số …, Công văn số …`. */
export const ALSO_SAID = /(?:,|(?<![a-z])va)\s+(?:cac\s+)?$/u
/** `do UBND tỉnh ban hành`, `được Chính phủ ban hành`: the name ends before the verb. */
export const MADE_AFTER = /^\s*,?\s*(?:do|duoc)\s+/u
export const MADE_AFTER_VERB =
  /^\s*(?:(?:ky|da|vua)\s+)*(?:ban\s+hanh|ky|cong\s+bo|phe\s+duyet|thong\s+qua|phat\s+hanh|cap)(?![a-z])/u

/** `Tại Công văn số 12/BXD-X ngày 1/2/2020` at the head of a sentence, and what its author does there. */
export const OPENS_WITH_IT = /(?:^|\n|[.;:\]]\s{1,3}|[-+•]\s)\s*(?:tai|theo)\s[^;,\n]{4,120}$/u
export const SAYS =
  /^\s+(?:(?:da|cung|co)\s+)*(?:co\s+y\s+kien|y\s+kien|yeu\s+cau|de\s+nghi|chi\s+dao|tra\s+loi|huong\s+dan|giao|thong\s+bao|khang\s+dinh|cho\s+biet|cho\s+rang|thong\s+nhat|chap\s+thuan|xac\s+nhan)(?![a-z])/u

/** Words an issuer's name ends before, with their diacritics: `tại` ends it, `Tài` does not. */
const STOPS = [
  'về|quy định|qui định|hướng dẫn|ban hành|sửa đổi|bổ sung|phê duyệt|thông qua|tại|xác|công bố|qua|giải thích|đề nghị',
  'yêu cầu|có|được|bị|là|thì|cho|để|trong|theo|nhằm|mà|điều chỉnh|bãi bỏ|thay thế|thành lập|giao|kiểm tra|nội dung|trên',
  'ngày|như|đối với|hoặc|kèm|chỉ đạo|ngưng|tạm ngưng|đình chỉ|hết|gửi|do|bằng|với|này|đã|đang|sẽ|cần|phải|không',
  'thực hiện|triển khai|tổ chức|báo cáo|thông báo|xem|chấp thuận|kết luận|nêu|cũng|khi|từ|đến|số|các văn bản',
  'đính chính|công nhận|liên quan|ký|luật|bộ luật|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|kế hoạch|công văn',
  'văn bản|tờ trình|hạn chế|tăng cường|đẩy mạnh|nâng cao|tiếp tục|nhưng|sau khi|quản lý|hiện hành|trước|trừ|quy chế',
  'chủ trì|phối hợp|ra|nói|kể|chi tiết|gồm|bao gồm|thuộc|trả lời|khẳng định|cho rằng|cho biết|căn cứ|ghi|v/v',
  'kính gửi|nhận|tham mưu|xử lý|giải quyết|chuyển|cùng|rằng|nên|hay|vì|bởi|dẫn|hỏi|đồng ý|thống nhất|tuyên|xử',
]
const stops = STOPS.join('|').replaceAll(' ', '\\s+')
export const ISSUER_STOP = new RegExp(
  `(?<![\\p{L}])(?:${stops})(?![\\p{L}])|[;:“”"()|\\[\\]]|(?<!tp)\\.|\\d{3}|\\n\\s*\\d{1,3}\\s*\\n|\\n\\s*(?:\\d{1,3}[.)]|[a-zđ][.)]|điều\\s+\\d|[-+•*]\\s|phụ\\s+lục|chương\\s)`,
  'gu',
)
/** A line of capitals below the name is another thing: `của⏎Ban Thường vụ Tỉnh ủy⏎⏎ĐẢNG CỘNG SẢN VIỆT NAM`. */
export const LOUD_LINE = /\n\s*\p{Lu}{3,}\s+\p{Lu}{2,}/u

/** Behind a name in capitals a blank line ends it: `… CỦA CHỦ TỊCH UBND THÀNH PHỐ⏎⏎CHỦ TỊCH UBND THÀNH PHỐ …`. */
export const BLANK_LINE = /(?<=\S{3})\s*\n[^\S\n]*\n/u

/** Heads of bodies and offices: what may follow a comma or `và` inside a list of issuers. */
const HEADS =
  '(?:bo|so|uy ban|uy? ban|u y ban|ubnd|hdnd|hoi dong|chu tich|thu tuong|chinh phu|quoc hoi|ban|tong|vien|toa|chanh|thong doc|giam doc|bo truong|van phong|to cong tac|cuc|vu|ngan hang|kiem toan|thanh tra|uy|tinh uy|huyen uy|chi uy|dang uy|cong ty|benh vien|truong|mat tran|lien|trung tam|chi cuc|phong|thuong truc|tong cong ty|cong an|to|pho thu tuong|pho chu tich)(?![a-z])'
export const ISSUER_HEAD = new RegExp(`^${HEADS}`, 'u')

/** The same heads as written, where a name standing before its document may start. */
export const HEAD_WORD =
  /(?<![\p{L}\d])(?:Bộ|Sở|Uỷ|Ủy|UBND|HĐND|Hội|Chủ|Phó|Trưởng|Hiệu|Thủ|Chính phủ|Quốc|Ban|Tổng|Viện|Toà|Tòa|Chánh|Thống|Giám|Văn|Tổ|Cục|Vụ|Ngân|Kiểm|Thanh|Tỉnh|Thành|Huyện|Chi|Đảng|Công|Bệnh|Trường|Mặt|Liên|Trung|Phòng|Thường|Bảo|Kho|Thuế|Hải quan|Cảng|HĐTV|Hiệp|Tập|Đoàn|Cơ|Học|Đại|BHXH|TAND|VKSND|MTTQ)(?=\s|$)/gu

/** The verb between an issuer and the document it made: `UBND tỉnh ban hành Quyết định số`. */
export const MADE_BY = new RegExp(
  `ng\\s?ay\\s*(?:(\\d{1,2})\\s?[/.-]\\s?(\\d{1,2})\\s?[/.-]\\s?(\\d{4})|(\\d{1,2})\\s+thang\\s+(\\d{1,2})\\s+nam\\s+(\\d{4}))\\s*,?\\s+(${HEADS}(?:[^;.,:()]|,\\s+ban bi thu){0,118}?)\\s+(?:da\\s+)?(?:ban hanh|ra(?!\\s+soat)|ky|co(?!\\s+phan)|phat hanh|thong qua)\\s+([^;:]{0,160})$`,
  'u',
)

/** What links a name to the document behind it, with its diacritics: the name ends where the match starts. */
const VERBS =
  'ban hành|công bố|phê duyệt|thông qua|chỉ đạo|giao|hướng dẫn|kết luận|yêu cầu|đề nghị|thống nhất|chấp thuận|trả lời|cho ý kiến|có ý kiến|cho phép|thông báo|báo cáo|quy định|trình|nêu|quyết định|đề xuất|xác nhận|cam kết|kiến nghị|đồng ý|thẩm định|thẩm tra|góp ý|xác nhận'.replaceAll(
    ' ',
    '\\s+',
  )
/** Words a link ends with: a quick look before the long one. */
export const MAY_LINK = /(?:tại|theo|các|những|số|hành|có|ra|ký|qua|gửi|bày|trình|\()\s*$/u
export const LINKS_BEFORE: readonly RegExp[] = [
  /\s+tại\s*(?:các\s+|những\s+)?$/u,
  /\s*\([^()\n]{3,90}\)\s+tại\s+$/u,
  new RegExp(
    `\\s+(?:đã\\s+|vừa\\s+|mới\\s+)?(?:${VERBS})(?:\\s+\\p{Ll}+){0,8}\\s+(?:tại|theo)\\s+(?:các\\s+|những\\s+)?$`,
    'u',
  ),
  /\s+(?:đã\s+|vừa\s+|mới\s+|tiếp\s+tục\s+)?(?:(?:ký\s+)?ban\s+hành|có|ra|phát\s+hành|ký|thông\s+qua|gửi|trình(?:\s+bày)?)\s+(?:các\s+|những\s+|một\s+số\s+)?$/u,
]
/** Whom a document is sent to makes it not: `trình HĐND tỉnh tại Tờ trình số …`. */
export const SENT_TO = /(?:gửi|trình|tham mưu|cho|đến)\s+$/u
/** `đề nghị của Sở Tư pháp (Báo cáo số …`: only behind `của`. */
export const BRACKET_BEFORE = /\s*\(\s*(?:theo\s+|tại\s+)?$/u

/** Who told what the document in brackets holds; the name ends before the verb or the subject. */
export const TOLD_BEFORE =
  /(?<![a-z])(?:nghe|bao\s+cao\s+cua|to\s+trinh\s+cua|de\s+nghi\s+cua|y\s+kien\s+cua)\s+([^;:.,()]{4,90}?)\s+(?:bao\s+cao|trinh\s+bay|trinh|ve)\s[^;:()]{2,300}\(\s*$/u

/** `các kế hoạch của Sở Công Thương: ` head of a list sharing type and issuer. */
export const LIST_OWNER = /(?<![a-z])cua\s+([^;.:]{2,100}?)\s*:\s*$/u

/** A place at the end of a local body's name: `tỉnh Bình Minh`, `xã Tân Lập`. Not `xã hội`, `Tỉnh ủy`. */
export const PLACE =
  /(?<![\p{L}]|tác\s)(?:[Tt]ỉnh|[Tt]hành\s+phố|TP\.?|[Hh]uyện|[Qq]uận|[Tt]hị\s+xã|[Tt]hị\s+trấn|[Xx]ã|[Pp]hường|[Đđ]ặc\s+khu)(?![\p{L}])(?!\s+(?:hội|Hội|ủy|uỷ|đoàn|đội|trực))(?:\s+(?:\p{Lu}[\p{L}\d'’.-]{0,20}|\d{1,2})(?:\s+\p{Lu}[\p{L}\d'’.-]{0,20}){0,5})?/gu
/** What may follow a place inside a name. */
export const AFTER_PLACE =
  /^\s+(?:và|tỉnh|thành|huyện|quận|thị|xã|phường|khóa|khoá|nhiệm)(?![\p{L}])/u
