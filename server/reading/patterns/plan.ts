/**
 * Plans, programmes, projects named without a number:
 *   Kế hoạch CCHC giai đoạn 2016-2020 của UBND tỉnh
 *   Chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025
 *   Chiến lược phát triển du lịch đến năm 2030, tầm nhìn đến năm 2045
 *   Quy hoạch tỉnh thời kỳ 2021-2030
 *   Kế hoạch kiểm tra năm 2024 của Sở Y tế        one year: only with its owner
 *   Đề án “Phát triển ứng dụng dữ liệu … giai đoạn 2022 - 2025”
 *   Đề án 06, Chương trình 135, Chương trình 30a   a code
 */
export const PLAN_NOUN =
  /(?<![\p{L}\d])(?:Kế\s{1,3}hoạch|Chương\s{1,3}trình|Đề\s{1,3}án|Dự\s{1,3}án|Chiến\s{1,3}lược|Quy\s{1,3}hoạch)(?=[\s“"])/gu

/** A code right behind the noun; not a count (`Dự án 12 triệu`), not the start of a number. */
export const PLAN_CODE =
  /^(?:Đề án|Chương trình|Dự án)\s+(?:\d{2,4}[a-z]?)(?![\p{L}\d]|\s?[/.,-]\s?\d|\s?[/-]\s?\p{L}|\s+(?:năm|triệu|tỷ|ngày|tháng|người|hộ|xã|huyện|nhiệm vụ|ha|km|m|tuần|giờ|đồng|phòng)(?![\p{L}]))/u

const YEAR = '(?:19|20)\\d{2}'
/** The years it runs, behind its name. */
export const PLAN_PERIOD = new RegExp(
  `(?:(?:[,(]\\s?)?(?:giai\\s+đoạn|thời\\s+kỳ|thời\\s+kì|nhiệm\\s+kỳ|các\\s+năm|giai\\s+đoạn\\s+năm)\\s+(?:từ\\s+năm\\s+)?(?<from>${YEAR})\\s*(?:-|–|đến(?:\\s+năm)?)\\s*(?<to>${YEAR})|(?<years>${YEAR}\\s*-\\s*${YEAR})|(?:[,(]\\s?)?đến\\s+năm\\s+(?<until>${YEAR})|năm\\s+(?<year>${YEAR}))\\)?(?:\\s*,?\\s*(?:và\\s+)?(?:tầm\\s+nhìn|định\\s+hướng)\\s+(?:đến\\s+)?(?:năm\\s+)?(?<vision>${YEAR}))?`,
  'u',
)
/** What no plan's name holds: its end, a number, a verb. */
export const PLAN_STOP =
  /\n\s*\n\s*(?=[-+*•\d]|\p{Lu}\p{Ll}+\s)|[.;:()“”"]|\d|(?<![\p{L}])(?:số(?=\s*[:\d])|của|do|là|được|đã|đang|sẽ|này|trên|theo|tại|ngày|nêu|gồm|như|nhằm|để|không|cần|phải|khi|nếu|ban\s+hành|phê\s+duyệt|kèm)(?![\p{L}])/u
/** The plan this document itself makes: `Ban hành kèm theo Quyết định này Kế hoạch …`, `Phê duyệt Đề án …`. */
export const OWN_PLAN =
  /(?:kem\s+theo[^.;]{0,60}|(?:^|[.;:\n]|dieu\s+1)\s*(?:nay\s+)?(?:phe\s+duyet|ban\s+hanh|thong\s+qua|dieu\s+chinh)(?:\s+va\s+[a-z]+)?)\s*$/u
/** The words before a plan that a numbered document makes: the number already names it. */
export const MADE_BY_NUMBER =
  /(?:ban\s+hanh|phe\s+duyet|thong\s+qua|dieu\s+chinh|cong\s+bo|ve|ve\s+viec)\s+$/u
/** A second plan named behind the first: the years are its. */
export const ANOTHER_PLAN =
  /[,;]\s+(?:Kế hoạch|Chương trình|Đề án|Dự án|Chiến lược|Quy hoạch)\s|\svà\s+(?:Kế hoạch|Chương trình|Đề án|Chiến lược|Quy hoạch)\s/u
