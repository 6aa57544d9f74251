/**
 * Issuers as texts name them, on the plain copy:
 *   của Chính phủ quy định …                   → Chính phủ
 *   của Bộ trưởng Bộ Tài chính hướng dẫn …     → Bộ trưởng Bộ Tài chính
 *   của Ủy ban Dân tộc và Bộ Tư pháp về …      → both
 *   của Quốc hội khoá X, kỳ họp …              → Quốc hội khoá X
 *   giữa Bộ Tài chính, Bộ Công Thương và Bộ …  → all three
 *   Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số …
 */
export const ISSUER_AFTER = /^\s*,?\s*(?:cua|giua)\s+/u

/** Words an issuer's name ends before, with their diacritics: `tại` ends it, `Tài` does not. */
const STOPS = [
  'về',
  'quy định',
  'hướng dẫn',
  'ban hành',
  'sửa đổi',
  'bổ sung',
  'phê duyệt',
  'thông qua',
  'tại',
  'xác',
  'công bố',
  'qua',
  'giải thích',
  'đề nghị',
  'yêu cầu',
  'có',
  'được',
  'là',
  'thì',
  'cho',
  'để',
  'trong',
  'theo',
  'nhằm',
  'mà',
  'điều chỉnh',
  'bãi bỏ',
  'thay thế',
  'thành lập',
  'giao',
  'kiểm tra',
  'nội dung',
  'trên',
  'ngày',
  'như',
  'đối với',
  'hoặc',
  'kèm',
  'chỉ đạo',
  'ngưng',
  'tạm ngưng',
  'đình chỉ',
  'hết',
  'gửi',
  'do',
  'bằng',
  'với',
  'này',
  'đã',
  'đang',
  'sẽ',
  'cần',
  'phải',
  'không',
  'thực hiện',
  'triển khai',
  'tổ chức',
  'báo cáo',
  'thông báo',
  'xem',
  'chấp thuận',
  'kết luận',
  'nêu',
  'cũng',
  'khi',
  'từ',
  'đến',
  'số',
  'các văn bản',
  'đính chính',
  'công nhận',
  'liên quan',
  'ký',
  'luật',
  'bộ luật',
  'nghị định',
  'nghị quyết',
  'quyết định',
  'thông tư',
  'chỉ thị',
  'kế hoạch',
  'công văn',
  'văn bản',
  'tờ trình',
  'hạn chế',
  'tăng cường',
  'đẩy mạnh',
  'nâng cao',
  'tiếp tục',
  'nhưng',
  'sau khi',
  'quản lý',
  'hiện hành',
  'trước',
  'trừ',
  'quy chế',
  'chủ trì',
  'phối hợp',
  'ra',
  'nói',
  'kể',
  'chi tiết',
  'gồm',
  'bao gồm',
  'thuộc',
]
const stops = STOPS.map(stop => stop.replaceAll(' ', '\\s+')).join('|')
export const ISSUER_STOP = new RegExp(
  `(?<![\\p{L}])(?:${stops})(?![\\p{L}])|[;.:“”"()\\[\\]]|\\d{3}|\\n\\s*\\d{1,3}\\s*\\n|\\n\\s*(?:\\d{1,3}[.)]|[a-zđ][.)]|điều\\s+\\d|[-+•*]\\s|phụ\\s+lục|chương\\s)`,
  'gu',
)

/** Heads of bodies and offices: what may follow a comma or `và` inside a list of issuers. */
export const ISSUER_HEAD =
  /^(?:bo|so|uy ban|uy? ban|u y ban|ubnd|hdnd|hoi dong|chu tich|thu tuong|chinh phu|quoc hoi|ban|tong|vien|toa|chanh|thong doc|giam doc|bo truong|van phong|to cong tac|cuc|vu|ngan hang|kiem toan|thanh tra|uy|tinh uy|huyen uy|chi uy|dang uy|cong ty|benh vien|truong|mat tran|lien|trung tam|chi cuc|phong|thuong truc|tong cong ty|cong an|to|pho thu tuong|pho chu tich)(?![a-z])/u

/** The verb between an issuer and the document it made: `UBND tỉnh ban hành Quyết định số`. */
export const MADE_BY =
  /ng\s?ay\s*(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})|(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4}))\s*,?\s+([^;.,:()]{3,120}?)\s+(?:da\s+)?(?:ban hanh|ra|ky|co|phat hanh|thong qua)\s+([^;:]{0,160})$/u
/** `(của | chỉ đạo) ISSUER tại ` standing before a noun. */
export const ISSUER_TAI =
  /(?:cua|chi dao|do)\s+([^;.:,()]{2,110}?)\s+(?:ban hanh\s+)?tai\s+(?:cac\s+)?$/u
/** `các kế hoạch của Sở Công Thương: ` head of a list sharing type and issuer. */
export const LIST_OWNER = /(?<![a-z])cua\s+([^;.:]{2,100}?)\s*:\s*$/u
