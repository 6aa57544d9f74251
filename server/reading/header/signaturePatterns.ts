/**
 * The words a signature block is made of, on the shape copy:
 *   KT. GIÁM ĐỐC · TM. ỦY BAN NHÂN DÂN · K/T · T/M BAN THƯỜNG VỤ · TUQ. CHỦ TỊCH · Q. GIÁM ĐỐC · TM UBND XÃ
 *   PHÓ GIÁM ĐỐC · THỨ TRƯỞNG · CHÁNH VĂN PHÒNG · BỘ TRƯỞNG, CHỦ NHIỆM · PHÓ CHỦ TỊCH THƯỜNG TRỰC
 *   Nguyễn Văn A · TS. Nguyễn Văn A · NGUYỄN VĂN A · Đại tá Nguyễn Văn A
 */
export const MODE =
  '(?:(?:KT|TM|TL|TUQ|UQ)(?:\\s?\\.|(?=\\s\\p{Lu}{2}))|Q\\s?\\.|K\\/T\\.?|T\\/M\\.?|T\\/L\\.?)'

/** Offices, each where it may begin a role; `GIÁM ĐỐC` of `PHÓ GIÁM ĐỐC` does not begin one. */
const HEADS = [
  'PHÓ',
  'THỨ TRƯỞNG',
  'BỘ TRƯỞNG',
  'GIÁM ĐỐC',
  'CHỦ TỊCH',
  'CHỦ NHIỆM',
  'CHÁNH',
  'TỔNG (?:CỤC TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|THANH TRA|KIỂM TOÁN|THƯ KÝ|BIÊN TẬP)',
  'TỔNG CỤC PHÓ',
  'CHI CỤC TRƯỞNG',
  'CỤC TRƯỞNG',
  'VỤ TRƯỞNG',
  'VIỆN TRƯỞNG',
  'HIỆU TRƯỞNG',
  'ĐỘI TRƯỞNG',
  'TỔ TRƯỞNG',
  'HẠT TRƯỞNG',
  'TRƯỞNG (?:PHÒNG|BAN|ĐOÀN|CÔNG AN|TRẠM|KHOA|CHI NHÁNH|TIỂU BAN|BỘ PHẬN|ĐẠI DIỆN)',
  'THỐNG ĐỐC',
  'THỦ TƯỚNG',
  'THỦ TRƯỞNG',
  '(?<!BAN )BÍ THƯ',
  'ỦY VIÊN',
  'UỶ VIÊN',
  'QUYỀN',
  'CHỈ HUY',
  'CHÍNH ỦY',
  'CHÍNH UỶ',
  'TƯ LỆNH',
  'CỤC PHÓ',
  'KẾ TOÁN TRƯỞNG',
  'THẨM PHÁN',
  'THƯ KÝ',
  'CHỦ TỌA',
  'CHỦ TOẠ',
  'CHỦ TRÌ',
]
const NOT_INSIDE = '(?<!(?:PHÓ|TỔNG|CHI|QUYỀN|PHÓ TỔNG|HỘI ĐỒNG)\\s)'
export const OFFICE = `${NOT_INSIDE}(?:${HEADS.join('|').replaceAll(' ', '\\s')})(?![\\p{L}])`

/** Military and academic ranks before a name: no part of it. */
const RANKS =
  '(?:GS|PGS|TSKH|TS|ThS|Ths|THS|BS|BSCKII?|BSCKI|CK|CKII|CKI|KS|LS|NGƯT|NSƯT|Luật sư|Tiến sĩ|Thạc sĩ|Bác sĩ|Kỹ sư|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Đại uý)'
export const RANK = `(?:${RANKS}(?:\\s?[.,-]\\s?|\\s))*`
const WORD = "\\p{Lu}[\\p{Ll}'’]*"
export const NAME = `\\p{Lu}[\\p{Ll}'’]+(?:[^\\S\\n]{1,3}-?${WORD}){1,5}`

/** A name in capitals is known by its family name. */
export const NAME_IN_CAPITALS =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐINH|ĐOÀN|TRỊNH|TRƯƠNG|LÂM|MAI|ĐÀO|CAO|HÀ|LƯƠNG|TẠ|THÁI|TÔ|CHU|QUÁCH|KIỀU|LƯU|NÔNG|TÒNG|LÒ|VI|HÀN|TĂNG|PHÙNG|NGHIÊM|TIÊU|VƯƠNG|THẠCH|SƠN|CHÂU|GIÀNG|SÙNG|MA|TRIỆU|ĐÀM|LA|BẾ)(?:\s\p{Lu}+){1,4}$/u

/** `(Đã ký)`, `(Ký, đóng dấu)`, `[Chữ ký số]`: stands between role and name. */
export const SIGNED_MARK =
  '(?:[(\\[]?\\s?(?:[Đđ]ã ký(?: số)?|ĐÃ KÝ|[Kk]ý(?: tên)?(?:,? ?(?:ghi rõ họ(?: và)? tên|họ tên|đóng dấu|và đóng dấu))*|[Cc]hữ ký(?: số)?(?:, dấu)?|[Đđ]ã đóng dấu)\\s?[)\\]]?[\\s.]{0,3})'
