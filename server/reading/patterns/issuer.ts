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

/** Words an issuer's name ends before. */
const STOPS = [
  've',
  'quy dinh',
  'huong dan',
  'ban hanh',
  'sua doi',
  'bo sung',
  'phe duyet',
  'thong qua',
  'tai',
  'xac',
  'cong bo',
  'quy',
  'qua',
  'giai thich',
  'de nghi',
  'yeu cau',
  'co',
  'duoc',
  'la',
  'thi',
  'cho',
  'de',
  'trong',
  'theo',
  'nham',
  'dieu chinh',
  'bai bo',
  'thay the',
  'thanh lap',
  'giao',
  'kiem tra',
  'noi',
  'tren',
  'ngay',
  'nhu',
  'doi voi',
  'hoac',
  'kem',
  'chi dao',
  'ngung',
  'tam ngung',
  'dinh chi',
  'het',
  'gui',
  'do',
  'bang',
  'voi',
  'nay',
  'da',
  'dang',
  'se',
  'chi',
  'can',
  'phai',
  'khong',
  'nham',
  'thuc hien',
  'trien khai',
  'to chuc',
  'bao cao',
  'thong bao',
  'va cac',
  'va nhung',
  'xem',
  'chap thuan',
  'ket luan',
  'neu',
  'con',
  'cung',
  'khi',
  'tu',
  'den',
  'so',
  'cac van ban',
  'dinh chinh',
  'cong nhan',
  'phan',
  'dan',
  'lien quan',
  'ky',
  'luat',
  'bo luat',
  'nghi dinh',
  'nghi quyet',
  'quyet dinh',
  'thong tu',
  'chi thi',
  'ke hoach',
  'cong van',
  'van ban',
  'to trinh',
  'han che',
  'tang cuong',
  'day manh',
  'nang cao',
  'hien',
  'tiep',
]
/** Words of `STOPS` that also begin names, kept when the name has just begun with an office (`Tổng cục Thống kê`). */
export const ISSUER_STOP = new RegExp(
  `(?<![a-z])(?:${STOPS.map(stop => stop.replaceAll(' ', '\\s+')).join('|')})(?![a-z])|[;.:“”"()\\[\\]]|\\d{3}`,
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
