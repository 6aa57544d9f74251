/**
 * Central bodies under the abbreviations of their symbols. Rows of one name are one body.
 * Source: starter catalogue of facts (harvested from cited texts, not compared with the official database); extra names are ours.
 */
export interface IssuerRow {
  abbreviation: string
  name: string
  isFormer?: boolean
  /** Other names in use. */
  aliases?: readonly string[]
}

export const CENTRAL_ISSUERS: readonly IssuerRow[] = [
  { abbreviation: 'CP', name: 'Chính phủ', aliases: ['Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam'] },
  { abbreviation: 'BTC', name: 'Bộ Tài chính' },
  { abbreviation: 'TTg', name: 'Thủ tướng Chính phủ', aliases: ['Thủ tướng', 'Thủ tướng CP'] },
  { abbreviation: 'BYT', name: 'Bộ Y tế' },
  { abbreviation: 'QH', name: 'Quốc hội', aliases: ['Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam'] },
  { abbreviation: 'BGDĐT', name: 'Bộ Giáo dục và Đào tạo' },
  { abbreviation: 'BGTVT', name: 'Bộ Giao thông vận tải', isFormer: true },
  { abbreviation: 'BTNMT', name: 'Bộ Tài nguyên và Môi trường', isFormer: true },
  { abbreviation: 'BNNPTNT', name: 'Bộ Nông nghiệp và Phát triển nông thôn', isFormer: true, aliases: ['Bộ Nông nghiệp và PTNT'] },
  { abbreviation: 'BLĐTBXH', name: 'Bộ Lao động - Thương binh và Xã hội', isFormer: true },
  { abbreviation: 'BKHCN', name: 'Bộ Khoa học và Công nghệ' },
  { abbreviation: 'BCA', name: 'Bộ Công an' },
  { abbreviation: 'BCT', name: 'Bộ Công Thương', aliases: ['Bộ Công thương'] },
  { abbreviation: 'BVHTTDL', name: 'Bộ Văn hóa, Thể thao và Du lịch', aliases: ['Bộ VHTTDL'] },
  { abbreviation: 'BQP', name: 'Bộ Quốc phòng' },
  { abbreviation: 'BTP', name: 'Bộ Tư pháp' },
  { abbreviation: 'BTTTT', name: 'Bộ Thông tin và Truyền thông', isFormer: true },
  { abbreviation: 'NHNN', name: 'Ngân hàng Nhà nước Việt Nam', aliases: ['Ngân hàng Nhà nước'] },
  { abbreviation: 'BNV', name: 'Bộ Nội vụ' },
  { abbreviation: 'UBTVQH', name: 'Ủy ban Thường vụ Quốc hội' },
  { abbreviation: 'VPQH', name: 'Văn phòng Quốc hội' },
  { abbreviation: 'TANDTC', name: 'Tòa án nhân dân tối cao' },
  { abbreviation: 'BKHĐT', name: 'Bộ Kế hoạch và Đầu tư', isFormer: true },
  { abbreviation: 'VKSNDTC', name: 'Viện kiểm sát nhân dân tối cao' },
  { abbreviation: 'BNN', name: 'Bộ Nông nghiệp và Phát triển nông thôn', isFormer: true },
  { abbreviation: 'BNG', name: 'Bộ Ngoại giao' },
  { abbreviation: 'BXD', name: 'Bộ Xây dựng' },
  { abbreviation: 'HĐTP', name: 'Hội đồng Thẩm phán Tòa án nhân dân tối cao' },
  { abbreviation: 'TTCP', name: 'Thanh tra Chính phủ', aliases: ['Tổng Thanh tra Chính phủ'] },
  { abbreviation: 'BVHTT', name: 'Bộ Văn hóa - Thông tin', isFormer: true },
  { abbreviation: 'BGD&ĐT', name: 'Bộ Giáo dục và Đào tạo', isFormer: true },
  { abbreviation: 'BNN&PTNT', name: 'Bộ Nông nghiệp và Phát triển nông thôn' },
  { abbreviation: 'CTN', name: 'Chủ tịch nước', aliases: ['Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam'] },
  { abbreviation: 'TW', name: 'Ban Chấp hành Trung ương Đảng', aliases: ['Ban Chấp hành Trung ương', 'Trung ương Đảng', 'Bộ Chính trị', 'Ban Bí thư'] },
  { abbreviation: 'VKSTC', name: 'Viện kiểm sát nhân dân tối cao' },
  { abbreviation: 'BTM', name: 'Bộ Thương mại', isFormer: true },
  { abbreviation: 'VPCP', name: 'Văn phòng Chính phủ', aliases: ['VP Chính phủ'] },
  { abbreviation: 'UBTDTT', name: 'Ủy ban Thể dục Thể thao', isFormer: true },
  { abbreviation: 'TCT', name: 'Tổng cục Thuế' },
  { abbreviation: 'ĐCTUBTWMTTQVN', name: 'Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam' },
  { abbreviation: 'UBDT', name: 'Ủy ban Dân tộc', isFormer: true },
  { abbreviation: 'TATC', name: 'Tòa án nhân dân tối cao', isFormer: true },
  { abbreviation: 'BDTTg', name: 'Bộ Dân tộc và Tôn giáo' },
  { abbreviation: 'BCN', name: 'Bộ Công nghiệp', isFormer: true },
  { abbreviation: 'BTCCBCP', name: 'Ban Tổ chức - Cán bộ Chính phủ', isFormer: true },
  { abbreviation: 'TCHQ', name: 'Tổng cục Hải quan', isFormer: true },
  { abbreviation: 'LĐTBXH', name: 'Bộ Lao động - Thương binh và Xã hội', isFormer: true },
  { abbreviation: 'BGD', name: 'Bộ Giáo dục và Đào tạo' },
  // Named by the domain notes (3.1, 3.2), not in the starter catalogue.
  { abbreviation: 'BNNMT', name: 'Bộ Nông nghiệp và Môi trường' },
  { abbreviation: 'KTNN', name: 'Kiểm toán nhà nước' },
  { abbreviation: 'VPTW', name: 'Văn phòng Trung ương Đảng' },
  { abbreviation: 'NHNNVN', name: 'Ngân hàng Nhà nước Việt Nam' },
  { abbreviation: 'CA', name: 'Tòa án nhân dân tối cao' },
  { abbreviation: 'BBCVT', name: 'Bộ Bưu chính, Viễn thông' },
  { abbreviation: 'HĐBT', name: 'Hội đồng Bộ trưởng' },
]

/** Bodies of a province by the abbreviation of their symbols; not unique nationally, so always read with a province. */
export const PROVINCIAL_SYMBOLS: Readonly<Record<string, string>> = {
  UBND: 'Ủy ban nhân dân',
  UB: 'Ủy ban nhân dân',
  CTUBND: 'Ủy ban nhân dân',
  HĐND: 'Hội đồng nhân dân',
  TTHĐND: 'Thường trực Hội đồng nhân dân',
  VPUBND: 'Văn phòng Ủy ban nhân dân',
  TU: 'Tỉnh ủy',
  SCT: 'Sở Công Thương',
  STP: 'Sở Tư pháp',
  SNV: 'Sở Nội vụ',
  STC: 'Sở Tài chính',
  SXD: 'Sở Xây dựng',
  SYT: 'Sở Y tế',
  SKHCN: 'Sở Khoa học và Công nghệ',
  SGDĐT: 'Sở Giáo dục và Đào tạo',
  SNNMT: 'Sở Nông nghiệp và Môi trường',
  SDTTG: 'Sở Dân tộc và Tôn giáo',
  SVHTTDL: 'Sở Văn hóa, Thể thao và Du lịch',
  SKHĐT: 'Sở Kế hoạch và Đầu tư',
  SGTVT: 'Sở Giao thông vận tải',
  SLĐTBXH: 'Sở Lao động - Thương binh và Xã hội',
  STTTT: 'Sở Thông tin và Truyền thông',
  SNNPTNT: 'Sở Nông nghiệp và Phát triển nông thôn',
  STNMT: 'Sở Tài nguyên và Môi trường',
  CAT: 'Công an tỉnh',
}
