import type { Role } from '../../server/legal/glossary.ts'

/** The invented department of the demo. Nobody here exists. */
export const DEMO_HOME = {
  name: 'Sở Công Thương tỉnh Đồng Tháp',
  superiorName: 'UBND tỉnh Đồng Tháp',
  provinceCode: '82',
  provinceName: 'Đồng Tháp',
  abbreviations: ['SCT'],
}

/** One password for all, shown at every start: the demo listens on this machine only. */
export const DEMO_PASSWORD = 'soat trinh dien'

export const DEMO_UNITS = [
  { key: 'industry', name: 'Phòng Quản lý công nghiệp', shortName: 'QLCN', symbols: ['QLCN'] },
  { key: 'trade', name: 'Phòng Quản lý thương mại', shortName: 'QLTM', symbols: ['QLTM'] },
  { key: 'office', name: 'Văn phòng Sở', shortName: 'VP', symbols: ['VP'] },
  { key: 'legal', name: 'Tổ pháp chế', shortName: 'TPC', symbols: ['PC'] },
  { key: 'promotion', name: 'Trung tâm Khuyến công', shortName: 'TTKC', symbols: ['TTKC'] },
]

export interface DemoPerson {
  username: string
  name: string
  roles: Role[]
  unit: string
  isHead?: boolean
  isDirector?: boolean
  /** What to try as this person; printed at the start. */
  tries?: string
}

export const DEMO_PEOPLE: DemoPerson[] = [
  {
    username: 'quantri',
    name: 'Lâm Quốc Triệu',
    roles: ['admin'],
    unit: 'office',
    tries: 'quản trị: người dùng, tác vụ',
  },
  {
    username: 'phapche',
    name: 'Hồ Thị Bích Vân',
    roles: ['legalLead', 'reviewer', 'clerk'],
    unit: 'legal',
    isHead: true,
    tries: 'Tổ trưởng Tổ pháp chế: duyệt, giao việc',
  },
  {
    username: 'vanthu',
    name: 'Trương Mỹ Duyên',
    roles: ['clerk'],
    unit: 'office',
    tries: 'văn thư: thả công văn, kiểm tra, đăng ký',
  },
  {
    username: 'chuyenvien',
    name: 'Đặng Minh Khôi',
    roles: ['reviewer'],
    unit: 'industry',
    tries: 'chuyên viên rà soát',
  },
  { username: 'tracuu', name: 'Phan Ngọc Hân', roles: ['reader'], unit: 'trade', tries: 'tra cứu' },
  {
    username: 'truongphongcn',
    name: 'Võ Thành Lộc',
    roles: ['reviewer'],
    unit: 'industry',
    isHead: true,
  },
  {
    username: 'truongphongtm',
    name: 'Ngô Kim Thoa',
    roles: ['reviewer'],
    unit: 'trade',
    isHead: true,
  },
  { username: 'chuyenvientm', name: 'Mai Hữu Phước', roles: ['reviewer'], unit: 'trade' },
  { username: 'chanhvp', name: 'Tạ Văn Nghĩa', roles: ['reviewer'], unit: 'office', isHead: true },
  {
    username: 'khuyencong',
    name: 'Kiều Thanh Tùng',
    roles: ['reviewer'],
    unit: 'promotion',
    isHead: true,
  },
  {
    username: 'giamdoc',
    name: 'Lý Đông Hải',
    roles: ['reader'],
    unit: 'office',
    isDirector: true,
  },
]

/** Lines for the terminal: who can be tried, and the one password. */
export function demoSignIn(): string[] {
  const tried = DEMO_PEOPLE.filter(person => person.tries)
  return [
    ...tried.map(({ username, tries }) => `${username.padEnd(12)} ${tries ?? ''}`),
    `mật khẩu chung: ${DEMO_PASSWORD}`,
  ]
}

/** The one password of the demo's people. */
export function demoSignInPassword(): string {
  return DEMO_PASSWORD
}
