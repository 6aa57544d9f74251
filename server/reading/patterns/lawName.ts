/**
 * Laws cited by name:
 *   Luật Đất đai năm 2013                  Luật Hải quan 2014
 *   Bộ luật dân sự ngày 24 tháng 11 năm 2015
 *   Luật sửa đổi, bổ sung một số điều của Luật Quản lý thuế ngày 20 tháng 11 năm 2012
 *   Luật Doanh nghiệp năm 2000, 2005, 2014
 *   Hiến pháp năm 2013, Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam
 * Not: Luật này, Luật sư, pháp luật, LUẬT in a heading.
 */
export const LAW_WORD = /(?<![\p{L}\d])(?:Bộ luật|Bộ Luật|Luật|Pháp lệnh|Hiến pháp)(?=\s)/gu
export const CONSTITUTION_NAME =
  /^hien phap(?:\s+nuoc\s+cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam)?/u
export const AMENDING_LAW = /^(?:bo luat|luat|phap lenh)\s+sua\s+doi/u

/** Words no law's name begins with. */
export const NOT_A_NAME =
  /^(?:bo luat|luat|phap lenh)\s+(?:nay|su|sua|quy\s+dinh|co|duoc|do|tren|khac|va|thi|la|cua|ve|moi|hien|nao|chuyen|neu|cung|phap|nam|so|ban hanh (?!van ban)|tai|theo|da|se|ngay|noi|cu|vua|dang|phai|khong|cho|cac (?!to chuc|cong cu))(?![a-z])/u
/** Words a name not in the gazetteer ends before. */
export const NAME_STOP =
  /(?<![a-z])(?:duoc|da|thi|chua|co|quy\s+dinh|tai|trong|nay|la|de|ban\s+hanh|ngay|nam|so|cua|ve|sua\s+doi|tuong\s+ung|va\s+(?:cac|nhung|luat|bo\s+luat|nghi|thong|quyet|chi|van\s+ban|huong|phap|dieu|khoan|chinh|dong)|hien|khong|phai|do|cho|khi|voi|bang|doi\s+voi|cung|nhu|theo\s+quy|het)(?![a-z])|[;.:()“”"[\]]|\d|\n\s*\n\s*-/u
/** Adopted by the National Assembly, the date behind: `được Quốc hội khóa XIII … thông qua ngày 23/6/2014`. */
export const ADOPTED = /^\s*(?:da\s+)?duoc\s+(quoc\s+hoi)[^;.()]{0,80}?thong\s+qua\s+(?=ng\s?ay\s)/u
