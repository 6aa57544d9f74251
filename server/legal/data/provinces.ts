/**
 * The 34 provinces and cities since 01/7/2025, each with the former units it was formed from.
 * Source: Nghị quyết 202/2025/QH15; Nghị quyết 30/2026/QH16 (Đồng Nai a city from 30/4/2026). Codes as in the state's list.
 */
export interface ProvinceRow {
  code: string
  name: string
  kind: 'province' | 'city'
  /** Former units, the one that kept its name among them; empty when the unit did not change. */
  formedFrom: readonly string[]
  /** Other names in use, folded. */
  aliases?: readonly string[]
}

export const PROVINCES: readonly ProvinceRow[] = [
  { code: '01', name: 'Hà Nội', kind: 'city', formedFrom: [] },
  { code: '04', name: 'Cao Bằng', kind: 'province', formedFrom: [] },
  { code: '08', name: 'Tuyên Quang', kind: 'province', formedFrom: ['Hà Giang', 'Tuyên Quang'] },
  { code: '11', name: 'Điện Biên', kind: 'province', formedFrom: [] },
  { code: '12', name: 'Lai Châu', kind: 'province', formedFrom: [] },
  { code: '14', name: 'Sơn La', kind: 'province', formedFrom: [] },
  { code: '15', name: 'Lào Cai', kind: 'province', formedFrom: ['Yên Bái', 'Lào Cai'] },
  { code: '19', name: 'Thái Nguyên', kind: 'province', formedFrom: ['Bắc Kạn', 'Thái Nguyên'] },
  { code: '20', name: 'Lạng Sơn', kind: 'province', formedFrom: [] },
  { code: '22', name: 'Quảng Ninh', kind: 'province', formedFrom: [] },
  { code: '24', name: 'Bắc Ninh', kind: 'province', formedFrom: ['Bắc Giang', 'Bắc Ninh'] },
  { code: '25', name: 'Phú Thọ', kind: 'province', formedFrom: ['Vĩnh Phúc', 'Hòa Bình', 'Phú Thọ'] },
  { code: '31', name: 'Hải Phòng', kind: 'city', formedFrom: ['Hải Dương', 'Hải Phòng'] },
  { code: '33', name: 'Hưng Yên', kind: 'province', formedFrom: ['Thái Bình', 'Hưng Yên'] },
  { code: '37', name: 'Ninh Bình', kind: 'province', formedFrom: ['Hà Nam', 'Nam Định', 'Ninh Bình'] },
  { code: '38', name: 'Thanh Hóa', kind: 'province', formedFrom: [] },
  { code: '40', name: 'Nghệ An', kind: 'province', formedFrom: [] },
  { code: '42', name: 'Hà Tĩnh', kind: 'province', formedFrom: [] },
  { code: '44', name: 'Quảng Trị', kind: 'province', formedFrom: ['Quảng Bình', 'Quảng Trị'] },
  { code: '46', name: 'Huế', kind: 'city', formedFrom: [], aliases: ['thua thien hue', 'thua thien - hue'] },
  { code: '48', name: 'Đà Nẵng', kind: 'city', formedFrom: ['Quảng Nam', 'Đà Nẵng'] },
  { code: '51', name: 'Quảng Ngãi', kind: 'province', formedFrom: ['Kon Tum', 'Quảng Ngãi'] },
  { code: '52', name: 'Gia Lai', kind: 'province', formedFrom: ['Bình Định', 'Gia Lai'] },
  { code: '56', name: 'Khánh Hòa', kind: 'province', formedFrom: ['Ninh Thuận', 'Khánh Hòa'] },
  { code: '66', name: 'Đắk Lắk', kind: 'province', formedFrom: ['Phú Yên', 'Đắk Lắk'], aliases: ['dac lac', 'dak lak'] },
  { code: '68', name: 'Lâm Đồng', kind: 'province', formedFrom: ['Đắk Nông', 'Bình Thuận', 'Lâm Đồng'] },
  { code: '75', name: 'Đồng Nai', kind: 'city', formedFrom: ['Bình Phước', 'Đồng Nai'] },
  { code: '79', name: 'Hồ Chí Minh', kind: 'city', formedFrom: ['Bà Rịa - Vũng Tàu', 'Bình Dương', 'Hồ Chí Minh'], aliases: ['hcm', 'tphcm', 'tp hcm'] },
  { code: '80', name: 'Tây Ninh', kind: 'province', formedFrom: ['Long An', 'Tây Ninh'] },
  { code: '82', name: 'Đồng Tháp', kind: 'province', formedFrom: ['Tiền Giang', 'Đồng Tháp'] },
  { code: '86', name: 'Vĩnh Long', kind: 'province', formedFrom: ['Bến Tre', 'Trà Vinh', 'Vĩnh Long'] },
  { code: '91', name: 'An Giang', kind: 'province', formedFrom: ['Kiên Giang', 'An Giang'] },
  { code: '92', name: 'Cần Thơ', kind: 'city', formedFrom: ['Sóc Trăng', 'Hậu Giang', 'Cần Thơ'] },
  { code: '96', name: 'Cà Mau', kind: 'province', formedFrom: ['Bạc Liêu', 'Cà Mau'] },
]
