/**
 * Plans, programmes and projects known by a short name, and the name each stands for, without its years. Written from public
 * usage, chưa đối chiếu; a register adds its own (`Knowledge.planNames`).
 */
export const PLAN_ALIASES: readonly (readonly [alias: string, title: string])[] = [
  ['Đề án 06', 'Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia'],
  ['Đề án 30', 'Đề án đơn giản hóa thủ tục hành chính trên các lĩnh vực quản lý nhà nước'],
  ['Đề án 1956', 'Đề án đào tạo nghề cho lao động nông thôn'],
  ['Đề án 896', 'Đề án tổng thể đơn giản hóa thủ tục hành chính, giấy tờ công dân và các cơ sở dữ liệu liên quan đến quản lý dân cư'],
  ['Đề án 938', 'Đề án tuyên truyền, giáo dục, vận động, hỗ trợ phụ nữ tham gia giải quyết một số vấn đề xã hội liên quan đến phụ nữ'],
  ['Đề án 939', 'Đề án hỗ trợ phụ nữ khởi nghiệp'],
  ['Chương trình 135', 'Chương trình phát triển kinh tế - xã hội các xã đặc biệt khó khăn vùng đồng bào dân tộc và miền núi'],
  ['Chương trình 30a', 'Chương trình hỗ trợ giảm nghèo nhanh và bền vững đối với các huyện nghèo'],
  ['Chương trình OCOP', 'Chương trình mỗi xã một sản phẩm'],
  ['Chương trình 134', 'Chương trình hỗ trợ đất sản xuất, đất ở, nhà ở và nước sinh hoạt cho hộ đồng bào dân tộc thiểu số nghèo'],
  ['Dự án 661', 'Dự án trồng mới 5 triệu ha rừng'],
  ['Chương trình MTQG xây dựng nông thôn mới', 'Chương trình mục tiêu quốc gia xây dựng nông thôn mới'],
  ['Chương trình mục tiêu quốc gia xây dựng NTM', 'Chương trình mục tiêu quốc gia xây dựng nông thôn mới'],
  ['Chương trình MTQG xây dựng NTM', 'Chương trình mục tiêu quốc gia xây dựng nông thôn mới'],
  ['Chương trình MTQG giảm nghèo bền vững', 'Chương trình mục tiêu quốc gia giảm nghèo bền vững'],
  ['Chương trình xây dựng nông thôn mới', 'Chương trình mục tiêu quốc gia xây dựng nông thôn mới'],
  ['Chương trình MTQG phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi', 'Chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi'],
]

/** Abbreviations that stand inside names of plans, and the words they are read as. */
export const PLAN_WORDS: Readonly<Record<string, string>> = {
  ATTP: 'an toàn thực phẩm',
  BVMT: 'bảo vệ môi trường',
  CCHC: 'cải cách hành chính',
  CĐS: 'chuyển đổi số',
  CNTT: 'công nghệ thông tin',
  DTTS: 'dân tộc thiểu số',
  'KT-XH': 'kinh tế - xã hội',
  MTQG: 'mục tiêu quốc gia',
  NTM: 'nông thôn mới',
  PBGDPL: 'phổ biến, giáo dục pháp luật',
  PCTN: 'phòng, chống tham nhũng',
  TTHC: 'thủ tục hành chính',
  VBQPPL: 'văn bản quy phạm pháp luật',
}
