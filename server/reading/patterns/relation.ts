import type { RelationKind } from '../../legal/glossary.ts'

/**
 * Words that say what one document does to another (plain copy: lower case, no diacritics). Of words that overlap the first
 * kind wins.
 *   sửa đổi, bổ sung một số điều của Nghị định số …       amends
 *   thay thế cụm từ “…” tại khoản 4 Điều 5 Thông tư số …   amends
 *   bãi bỏ … tại Quyết định số …                          repeals
 *   không áp dụng Quyết định số … kể từ ngày …             repeals
 *   hết hiệu lực kể từ ngày Quyết định này có hiệu lực: …  repeals
 *   thay thế Quyết định số …                              replaces
 *   quy định chi tiết (và hướng dẫn thi hành) Luật …       details
 *   hướng dẫn thực hiện Quyết định số …                   guidesApplication
 *   … ban hành kèm theo Quyết định số …                   promulgates
 *   Theo đề nghị của … tại Tờ trình số …                  proposes
 */
const CHANGED = '(?:sua\\s+doi|bo\\s+sung|dieu\\s+chinh|thay\\s+the|bai\\s+bo|huy\\s+bo)'
const JOINED = `(?:\\s{0,3}(?:,|va|hoac)?\\s{0,3}(?:va\\s{1,3})?${CHANGED}){0,4}`
const CARRY_OUT = '(?:thi\\s+hanh|thuc\\s+hien|ap\\s+dung|trien\\s+khai)'

const ACTS: [RelationKind, string][] = [
  [
    'details',
    `quy\\s+dinh\\s+chi\\s+tiet(?:\\s{0,3}(?:,|va)?\\s{0,3}(?:va\\s+)?(?:huong\\s+dan|bien\\s+phap|to\\s+chuc)(?:\\s+bien\\s+phap)?\\s+${CARRY_OUT})?`,
  ],
  [
    'amends',
    `(?:sua\\s+doi|bo\\s+sung|(?<!pham\\s{1,3}vi\\s{1,3})dieu\\s+chinh)${JOINED}|thay\\s+the(?:,\\s{1,3}(?:bai\\s+bo|bo\\s+sung))?(?=\\s+(?:(?:cac|mot\\s+so)\\s+)?(?:cum\\s+tu|tu\\s+ngu|tu,\\s+cum\\s+tu|tu\\s+[“"]))`,
  ],
  ['replaces', `thay\\s+(?:the|cho)(?!\\s+(?:bang|boi)\\s+(?:cum|tu))${JOINED}`],
  [
    'repeals',
    `(?:bai\\s+bo|huy\\s+bo)${JOINED}|cham\\s+dut\\s+hieu\\s+luc|(?:khong|thoi)\\s+ap\\s+dung(?=\\s+(?:cac\\s+)?(?:quyet\\s+dinh|nghi\\s+quyet|nghi\\s+dinh|thong\\s+tu|chi\\s+thi|van\\s+ban|cong\\s+van|ke\\s+hoach|quy\\s+che))|(?:het|khong\\s+con)\\s+hieu\\s+luc`,
  ],
  ['suspendsForce', '(?:tam\\s+)?ngung\\s+(?:hieu\\s+luc|ap\\s+dung)'],
  ['suspendsExecution', '(?:tam\\s+)?dinh\\s+chi(?:\\s+viec)?\\s+thi\\s+hanh'],
  ['corrects', 'dinh\\s+chinh'],
  ['consolidates', 'hop\\s+nhat'],
  ['interprets', 'giai\\s+thich'],
  [
    'guidesApplication',
    `huong\\s+dan(?:\\s+(?:chi\\s+tiet|bo\\s+sung|viec|to\\s+chuc)){0,2}(?:\\s+${CARRY_OUT}){0,2}`,
  ],
  ['promulgates', 'ban\\s+hanh\\s+kem(?:\\s+theo)?|kem\\s+theo|ban\\s+hanh\\s+theo'],
  ['announces', 'cong\\s+bo\\s+(?:(?:kem\\s+)?theo|tai)'],
  ['repliesTo', 'phuc\\s+dap|tra\\s+loi'],
  [
    'proposes',
    '(?:xet|theo)\\s+(?:de\\s+nghi|de\\s+xuat)|(?:xet|theo)(?=\\s+(?:cac\\s+)?to\\s+trinh)',
  ],
  ['implements', '(?:trien\\s+khai|thuc\\s+hien)(?:\\s+(?:thuc\\s+hien|thi\\s+hanh))?'],
  ['ordersReview', 'ra\\s+soat'],
]

/** Every act of the text, one group per kind, in the order of `ACT_KINDS`. */
export const ACT = new RegExp(
  `(?<![a-z])(?:${ACTS.map(([, words]) => `(${words})`).join('|')})(?![a-z])`,
  'gu',
)
export const ACT_KINDS: readonly RelationKind[] = ACTS.map(([kind]) => kind)

/**
 * What may stand between the act and the document it is about, where nothing else vouches for it: `một số điều của`,
 * `nội dung tại`, `Quy chế ban hành kèm theo`.
 */
const SMALL_WORDS = [
  'mot\\s+so|mot\\s+phan|toan\\s+bo|cac|nhung|noi\\s+dung|quy\\s+dinh|ten|doan|cum\\s+tu|bieu|mau|danh\\s+muc',
  'dieu|khoan|diem|muc|chuong|phan|tiet|phu\\s+luc|khoan\\s+nay|dieu\\s+nay',
  'quy\\s+che|quy\\s+trinh|thi\\s+hanh|thuc\\s+hien|bien\\s+phap|ve|viec|thong\\s+nhat',
  'tai|cua|va|trong|thuoc|to\\s+chuc|ban\\s+hanh|kem\\s+theo|trong\\s+do\\s+co|gom|cu\\s+the',
  '\\d{1,3}[a-z]?|[ivxlc]{1,5}|[a-z]|,|[“"][^“”"]{0,120}[”"]',
].join('|')
export const SHORT_WAY = new RegExp(`^(?:\\s+(?:${SMALL_WORDS})(?![a-z0-9])|\\s*,)*\\s*$`, 'u')

/** `quy định chi tiết một số điều … của Luật`: what is detailed may be told at length. */
export const LONG_WAY = /^\s[^;:]{0,240}\s(?:tai|cua|trong|thuoc|kem\s+theo)\s*$/u
/** A way that ends in a mere reference: `… theo quy định tại Nghị định số …` is about something else. */
export const LEADS_ASIDE =
  /(?:(?<!kem)\stheo|\snhu|(?:doi\s+tuong|truong\s+hop)\s+quy\s+dinh|chi\s+dao|can\s+cu|thuc\s+hien|phu\s+hop\s+voi|trai\s+voi|dap\s+ung)(?:\s+(?:dung|cac|noi\s+dung|quy\s+dinh|huong\s+dan|tinh\s+than|yeu\s+cau|che\s+do|muc|dieu\s+kien|thu\s+tuc|chi\s+dao|tai|cua)){0,5}\s*$|nhu\s+sau\s*:/u

/** `… được sửa đổi, bổ sung một số điều bởi Nghị định …`: the document named behind acts on the one before. */
export const BY = /^[^;.]{0,90}?(?:\s|^)(?:boi|hoi|theo|thao|bang|tai)\s*:?(?:\s+cac)?[\s…]*$/u
/** What makes the act before `bởi`, `theo`, `tại` a passive one; before `bởi` it may be missing. */
export const IS_SUFFERED = /(?:duoc|bi|da)\s(?:[^;:.]{0,60}\s)?$/u
/** `theo hướng dẫn tại Công văn số …`: the guidance is a thing, not an act. */
export const IS_A_THING = /(?<![a-z])theo\s+$/u
export const IS_A_THING_OF = /^\s+(?:tai|cua|so)(?![a-z])/u

/** The paragraph rests on what it names. OCR: `Cản cứ`; Markdown and list marks before it. */
export const BASIS_HEAD = /^[\s*_\-–+>•.()\d“"']{0,12}can\s+cu(?:\s+(?:vao|cac))?[\s*_]+/u
/** Work ordered in fulfilment of what the paragraph names first. */
export const IMPLEMENT_HEAD =
  /^[\s*_\-–+>•]{0,8}(?:(?:tiep\s+tuc|de|nham)\s+)?(?:thuc\s+hien|trien\s+khai(?:\s+thuc\s+hien)?)\s+/u
/** Between a basis or fulfilment and its document: nothing, `các`, `quy định tại`, `các Nghị định của Chính phủ:`. */
export const HEAD_WAY =
  /^(?:cac|tai|quy\s+dinh\s+tai|noi\s+dung(?:\s+tai)?)?$|^(?:cac\s+)?(?:nghi|quyet|thong|ke|cong|chi|van|luat|chuong|ket|huong)\s?[a-z]{0,8}(?:\s+(?:cua|so)\s+[^;:]{2,80})?\s*:$/u
/** `Thực hiện ý kiến chỉ đạo của … tại Công văn số …`. */
export const FULFILS_WAY =
  /^(?:[^;:]{0,60}\s)?(?:y\s+kien|chi\s+dao|ket\s+luan|nhiem\s+vu|giao|thong\s+nhat)[^;:]{0,140}\s(?:tai|theo)$/u
/** `Căn cứ chức năng, nhiệm vụ được giao tại …`: only at the very head. */
export const BASIS_WAY = /^[^;:.]{0,160}\s(?:tai|theo|cua|trong)$/u

/** Between two citations of one list: nothing but joints, an issuer, `số`. */
export const LIST_JOINT = /^\s*(?:,|va|;|,\s*va|hoac)\s*(?:cac\s+|so\s+)?$/u
/** `…, của Sở Tài chính tại Tờ trình …`; `… của Chính phủ và Thông tư …`. */
export const OWNED_JOINT =
  /^\s*(?:,|va)\s*cua\s+[^;:.]{2,90}\s+tai\s*$|^\s*,?\s*(?:cua|giua)\s+[^;:.]{2,90}?\s*(?:,|va)\s*(?:cua\s+[^;:.]{2,90}\s+tai\s*)?$/u
/** A list that goes on behind a title: `… về chữ ký số và Nghị định số …`. */
export const TITLED_JOINT = /^[^;:.]{0,260}(?:,|\sva)\s*(?:cac\s+|so\s+)?$/u
/** The words go on about the same actor: `… và bãi bỏ Quyết định số`, `, đồng thời thay thế`. */
export const GOES_ON = /(?:,|;|\sva|dong\s+thoi)\s*(?:dong\s+thoi\s+)?$/u

const THIS_NOUN =
  '(luat|bo\\s+luat|phap\\s+lenh|nghi\\s+dinh|nghi\\s+quyet(?:\\s+lien\\s+tich)?|quyet\\s+dinh|thong\\s+tu(?:\\s+lien\\s+tich)?|chi\\s+thi|quy\\s+dinh|quy\\s+che|dieu\\s+le|ke\\s+hoach|huong\\s+dan|cong\\s+van|van\\s+ban(?:\\s+hop\\s+nhat)?|thong\\s+bao|cong\\s+dien|sac\\s+lenh|lenh|hop\\s+nhat)'
/** `Quyết định này …`, `Phụ lục I kèm theo Thông tư này …` as the one that acts; not `kể từ ngày Luật này`, `theo Luật này`. */
export const THIS_ACTS = new RegExp(
  `(?<!(?:ngay|tai|cua|theo|voi|boi|bang|trong)\\s)(?<![a-z])${THIS_NOUN}\\s+nay(?![a-z])(?!(?:\\s+va)?\\s+[^;:.]{0,40}(?:duoc|bi)\\s)`,
  'gu',
)
/** The act stands right behind: `Điều 5 của Nghị định này thay thế …`. */
export const THIS_ACTS_HERE = new RegExp(`(?<![a-z])${THIS_NOUN}\\s+nay\\s+$`, 'u')
/** A clause that begins with its act: an order of this document. List marks, `Điều 1.`, `Nay` before it. */
export const ORDERS_AT_ONCE =
  /^[\s#*_>“"']{0,8}(?:(?:dieu\s+\d{1,3}[a-z]?|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ]{1,2})\s*[.:)]{1,2}[\s*_]*|[-+•–*]\s*)?(?:(?:nay|quyet\s+dinh|quyet\s+nghi)\s*:?\s+)?(?:thu\s+hoi\s+va\s+)?$/u
/** `Bộ trưởng … ban hành Thông tư sửa đổi, bổ sung …`, `Ban hành Kế hoạch triển khai …`: what is issued here acts. */
export const ISSUES =
  /ban\s+hanh\s+(?:kem\s+theo\s+[a-z\s]{4,20}\snay\s+)?(luat|bo\s+luat|phap\s+lenh|nghi\s+dinh|nghi\s+quyet|thong\s+tu(?:\s+lien\s+tich)?|quyet\s+dinh|chi\s+thi|quy\s+dinh|quy\s+che|ke\s+hoach|chuong\s+trinh|de\s+an|huong\s+dan)(?:\s[^;:.]{0,160})?[\s(]$/u
/** An unnamed document between the citation and the act does it: `góp ý dự thảo Quyết định thay thế …`. */
export const ANOTHER_ACTS =
  /(?<![a-z])(?:du\s+thao|de\s+nghi|de\s+xuat|kien\s+nghi|xem\s+xet)(?![a-z])|(?<!ban\s{1,3}hanh\s)(?<![a-z])(?:nghi\s+dinh|thong\s+tu|quyet\s+dinh|nghi\s+quyet|van\s+ban|luat)\s+$/u
/** Words before an act that make it a wish, a plan or a tale: `đề nghị bãi bỏ`, `dự thảo Nghị định sửa đổi`, `đã thay thế`. */
export const NOT_YET =
  /(?<![a-z])(?:de\s+nghi|de\s+xuat|kien\s+nghi|du\s+thao|du\s+kien|xem\s+xet|(?<!(?:quy|chuong|to|lo|giao)\s)trinh(?!\s+(?:tu|do))|tham\s+muu|nghien\s+cuu|gop\s+y|lay\s+y\s+kien|pho\s+bien|quan\s+triet|tham\s+dinh|tham\s+tra|so\s+ket|tong\s+ket|hoi\s+nghi|tap\s+huan|xay\s+dung\s+(?:du\s+thao|nghi|thong|van|luat))(?![a-z])|(?<![a-z])(?:da|dang|se|chua|can|phai|duoc|bi|khi|truoc|truoc\s+day|(?<!ve\s)viec|va\s+cac|cac\s+van\s+ban|van\s+ban|cac\s+(?:nghi\s+dinh|thong\s+tu|quyet\s+dinh|nghi\s+quyet))\s*$/u
/** `Mọi quy định trước đây … đều bãi bỏ, trong đó có …` in the closing article. */
export const ENDS_ALL =
  /(?:^|\s)(?:cac|moi|nhung|nhung)\s+(?:van\s+ban|quy\s+dinh|quyet\s+dinh)[^;:]{0,160}\s(?:deu\s+)?(?:bi\s+|duoc\s+)?$/u

/** A noun that carries a document out: `Kế hoạch … thực hiện Nghị quyết số …`. */
export const CARRIES_OUT =
  /(?:ke\s+hoach|chuong\s+trinh(?:\s+hanh\s+dong)?|de\s+an|phuong\s+an|ve(?:\s+viec)?|v\/v|ban\s+hanh|de|nham)(?:\s[^;:.]{0,120})?\s$/u
/** What is told of the carrying out, not carried out: `tiến độ thực hiện Chỉ thị`, `việc thực hiện`. */
export const TELLS_OF =
  /(?:tien\s+do|ket\s+qua|tinh\s+hinh|vuong\s+mac|kho\s+khan|(?<!ve\s)viec|qua\s+trinh|cong\s+tac|bao\s+cao|so\s+ket|tong\s+ket|danh\s+gia|kiem\s+tra|giam\s+sat|nam|duoc|da|dang|trong|kinh\s+phi|thoi\s+gian|to\s+cong\s+tac|khi|y\s+kien|tai\s+lieu)\s+$/u

/** Head of a list whose items share the act: `… thay thế và bãi bỏ các văn bản sau:`, `Bãi bỏ các Kế hoạch của UBND tỉnh:`. */
export const LIST_OPENS = /:[\s…*_]*(?:\n[^\S\n]{0,8}\d{1,3}\s*)?$/u
/** The same without a colon, a heading of its own: `Điều 1. Bãi bỏ toàn bộ 06 Thông tư⏎`. */
export const ARTICLE_OPENS =
  /(?:^|\n)[\s#*_]{0,8}dieu\s+\d{1,3}\s*[.:][\s*_]*(?:bai\s+bo|thay\s+the)\s[^\n;:]{0,60}?(?:cac|\d{1,3})\s+(?:quyet\s+dinh|nghi\s+quyet|chi\s+thi|thong\s+tu|nghi\s+dinh|van\s+ban)[^\n;:]{0,60}(?:\n[\s*_…]*)?$/u
/** A list of grounds below its heading: `CĂN CỨ PHÁP LÝ⏎- Luật …`. */
export const GROUNDS =
  /(?:^|\n)[\s#*_+•-]{0,8}(?:[ivx\d]{1,4}\s?[.)]\s{0,3})?(?:cac\s+)?can\s+cu(?:\s+phap\s+ly[\s*_:]*|[\s*_]*:[\s*_]*)\n[\s*_]*(?:([-+•])|\d{1,2}[.)])?[\s*_]*$/u
export const NAMES_A_LIST =
  /(?:sau|sau\s+day|van\s+ban|thi\s+hanh|hieu\s+luc|gom|nay|quy\s+dinh|(?:cac|nhung|\d{1,3})\s+(?:quyet\s+dinh|nghi\s+quyet|chi\s+thi|thong\s+tu|nghi\s+dinh|ke\s+hoach|cong\s+van|luat|van\s+ban|quy\s+dinh|dieu|noi\s+dung)|trong\s+do\s+co)/u
/** `DANH MỤC VĂN BẢN BỊ BÃI BỎ` heading an annex, and what ends such an annex. */
export const ANNEX_HEAD =
  /(?:^|\n)[\s*#|]{0,8}(?:[ivx\d]{1,4}\s?[.)]\s{0,3})?danh\s+muc\s[^\n.;:]{0,60}(?:quyet\s+dinh|van\s+ban|nghi\s+quyet|chi\s+thi|thong\s+tu)[^.;:]{0,120}?\s(?:bi\s+)?(bai\s+bo|thay\s+the|het\s+hieu\s+luc|huy\s+bo)(?![a-z])/u
export const ANNEX_ENDS = /\n\s*(?:noi\s+nhan|phu\s+luc|danh\s+muc|mau\s+so|dieu\s+\d)/u
/** An item of a list: `a) `, `1. `, `- `; its style decides where the list ends. */
export const LIST_ITEM =
  /(?:^|\n)[\s|*_]{0,6}(?:([a-zđ]{1,2})\s?\)|(\d{1,3})\s?[.)]|(\d{1,3})\s?\||([-+*•–]))\s*[^\n]{0,4}$/u
/** The first item behind the head, where many words for parts stand before its document: `sau đây:⏎a) Khoản 2 …; cụm từ …`. */
export const FIRST_ITEM =
  /(?<=:[\s…*_]{0,6}(?:\d{1,3}\s{1,4})?)\n[\s|*_>]{0,8}(?:([a-zđ]{1,2})\s?\)|(\d{1,3})\s?[.)]|(\d{1,3})\s?\||([-+*•–]))/u
/** Marks at the start of an item, to be put aside. */
export const ITEM_MARK = /^[\s|*_]{0,6}(?:[a-zđ]{1,2}\s?\)|\d{1,3}\s?[.)|]|[-+*•–])?[\s|]{0,6}/u

/** `… hết hiệu lực (kể từ ngày Quyết định này có hiệu lực)`, `… được thay thế bằng Quyết định này` behind a document. */
export const ENDS_BEHIND =
  /(?:^|\s)(?:(het\s+hieu\s+luc|khong\s+con\s+hieu\s+luc)(?:\s+thi\s+hanh|\s+toan\s+bo|\s+mot\s+phan|\s+va\s+duoc\s+thay\s+the){0,3}|(?:deu\s+|duoc\s+|bi\s+)(bai\s+bo|huy\s+bo|thay\s+the))/u
/** What makes this document the cause: `kể từ ngày Quyết định này có hiệu lực`, `bằng Quyết định này`. */
export const BY_THIS = new RegExp(
  `^[^;]{0,60}(?:ngay|bang|boi|theo|tai|khi)\\s+${THIS_NOUN}\\s+nay(?![a-z])`,
  'u',
)
/** The closing clause tells no cause of its own: nothing but a day may follow. */
export const BARE_END =
  /^\s*(?:toan\s+bo\s*)?(?:(?:ke\s+)?tu\s+ngay\s+(?:ky|ban\s+hanh|\d[^;.\n]{0,30}))?\s*(?:[.;,]|\/|\n|$)/u
/** Words that put such a clause into the closing article of an acting document. */
export const TAKES_EFFECT =
  /nay\s+(?:co\s+hieu\s+luc|thay\s+the|bai\s+bo)|hieu\s+luc\s+thi\s+hanh|dieu\s+khoan\s+thi\s+hanh|to\s+chuc\s+thuc\s+hien/u
/** What excludes a part from the end: `…, trừ Điều 3 của Thông tư`. */
export const EXCEPT =
  /^[^;.:]{0,260},?\s(?:tru|ngoai\s+tru)\s+(?:cac\s+)?(?:dieu|khoan|diem|noi\s+dung|quy\s+dinh|phu\s+luc)/u

/** The sender says the file comes along: `(gửi kèm)`, `(có văn bản gửi kèm)`, `được đính kèm`. Behind the document. */
export const ATTACHED_BEHIND =
  /^[^;.\n]{0,160}?(?:\((?:xin\s+|co\s+|duoc\s+)?(?:cac\s+|ban\s+|file\s+|toan\s+van\s+)?(?:van\s+ban\s+|sao\s+|photo\s+|scan\s+|tai\s+lieu\s+)?(?:duoc\s+|xin\s+)?(?:sao\s+)?(?:gui|dinh|dong)\s+kem(?:\s+theo)?(?:\s+(?:cong\s+van|van\s+ban)\s+nay)?\s*\)|\s(?:duoc|xin|co)\s+(?:gui|dinh)\s+kem|\s(?:gui|dinh)\s+kem\s+(?:theo\s+)?(?:cong\s+van|van\s+ban|thong\s+bao|to\s+trinh)\s+nay)/u
/** … and before it: `Gửi kèm Công văn số …`, `đính kèm bản sao Quyết định số …`; not `danh mục gửi kèm theo Công văn số …`. */
export const ATTACHED_BEFORE =
  /(?:gui|dinh|sao\s+gui)\s+kem(?:\s+theo\s+(?:day|cong\s+van\s+nay|van\s+ban\s+nay))?\s*:?\s*(?:cac\s+)?(?:ban\s+sao\s+|toan\s+van\s+|noi\s+dung\s+|ban\s+chup\s+)*$/u
