import type { Clause, Spec } from './compose.ts'

const PEOPLES_COMMITTEE: Spec['head'] = ['', 'ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP']
const DEPARTMENT: Spec['head'] = ['UBND TỈNH ĐỒNG THÁP', 'SỞ CÔNG THƯƠNG']
const CHAIR = { mode: 'TM. ỦY BAN NHÂN DÂN', role: 'CHỦ TỊCH', name: 'Huỳnh Quốc Thái' }
const DIRECTOR = { mode: 'GIÁM ĐỐC', name: 'Lý Đông Hải' }
const DEPUTY = { mode: 'KT. GIÁM ĐỐC', role: 'PHÓ GIÁM ĐỐC', name: 'Châu Thị Lệ Thu' }
const TO_ALL = ['Như trên', 'Lãnh đạo Sở', 'Lưu: VT, VP']
const COUNCIL_LAW =
  'Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19 tháng 6 năm 2015'
const MAKING_LAW =
  'Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13 ngày 22 tháng 6 năm 2015'
const MAKING_DECREE = 'Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ'
const ONE_STOP =
  'Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ về thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính'
const PROPOSAL = 'Theo đề nghị của Giám đốc Sở Công Thương'
/** Cited and not registered: the demo has stub pages too. */
const ACCESS_PLAN =
  'Căn cứ Kế hoạch số 145/KH-UBND ngày 12 tháng 5 năm 2021 của UBND tỉnh Đồng Tháp về cải thiện thời gian tiếp cận điện năng'
const SUPPORT_PLAN =
  'Thực hiện Kế hoạch số 38/KH-UBND ngày 02 tháng 02 năm 2023 của UBND tỉnh Đồng Tháp về hỗ trợ cơ sở công nghiệp nông thôn'
const POWER_20 = 'Quyết định số 20/2019/QĐ-UBND ngày 29 tháng 8 năm 2019 của UBND tỉnh Đồng Tháp'
const CLUSTER_25 = 'Quyết định số 25/2018/QĐ-UBND ngày 08 tháng 10 năm 2018 của UBND tỉnh Đồng Tháp'
const CLUSTER_05 = 'Quyết định số 05/2017/QĐ-UBND ngày 15 tháng 3 năm 2017 của UBND tỉnh Tiền Giang'
const MARKET_22 = 'Quyết định số 22/2020/QĐ-UBND ngày 17 tháng 9 năm 2020 của UBND tỉnh Đồng Tháp'
const PROMOTION_11 =
  'Quyết định số 11/2022/QĐ-UBND ngày 21 tháng 4 năm 2022 của UBND tỉnh Đồng Tháp'

const article = (n: number, title: string, ...lines: string[]): Clause => ({
  heading: `Điều ${n}. ${title}`,
  lines,
})

/** Decisions of the People's Committee on our draft. */
const committee = (
  spec: Pick<Spec, 'key' | 'number' | 'issuedOn' | 'title' | 'bases' | 'clauses' | 'unit'> &
    Partial<Spec>,
): Spec => ({
  head: PEOPLES_COMMITTEE,
  place: 'Đồng Tháp',
  type: 'QUYẾT ĐỊNH',
  signer: CHAIR,
  recipients: ['Như Điều 3', 'Bộ Công Thương', 'Sở Tư pháp', 'Lưu: VT'],
  direction: 'reference',
  daysAgo: 60,
  ...spec,
})

/** Documents of the department itself. */
const own = (
  spec: Pick<Spec, 'key' | 'number' | 'issuedOn' | 'type' | 'title' | 'clauses' | 'unit'> &
    Partial<Spec>,
): Spec => ({
  head: DEPARTMENT,
  place: 'Đồng Tháp',
  signer: DEPUTY,
  recipients: TO_ALL,
  direction: 'outgoing',
  daysAgo: 59,
  ...spec,
})

/** What stood in the register before: laid in first, so that nothing here opens a review. */
export const STANDING: Spec[] = [
  committee({
    key: 'power20',
    number: '20/2019/QĐ-UBND',
    issuedOn: '2019-08-29',
    effectiveFrom: '2019-09-10',
    title:
      'Ban hành Quy định về một cửa liên thông trong giải quyết thủ tục hành chính cấp điện qua lưới trung áp trên địa bàn tỉnh',
    unit: 'industry',
    bases: [
      COUNCIL_LAW,
      MAKING_LAW,
      ONE_STOP,
      'Căn cứ Quyết định số 45/2016/QĐ-TTg ngày 19 tháng 10 năm 2016 của Thủ tướng Chính phủ',
      PROPOSAL,
    ],
    clauses: [
      article(
        1,
        'Phạm vi điều chỉnh',
        'Quy định này điều chỉnh việc phối hợp giải quyết các thủ tục cấp điện qua lưới trung áp giữa cơ quan nhà nước và đơn vị điện lực.',
      ),
      article(
        2,
        'Đối tượng áp dụng',
        'Cơ quan, đơn vị, tổ chức, cá nhân có yêu cầu cấp điện qua lưới trung áp.',
      ),
      article(
        3,
        'Nguyên tắc phối hợp',
        '1. Một đầu mối tiếp nhận hồ sơ, một đầu mối trả kết quả.',
        '2. Không yêu cầu nộp lại giấy tờ đã có trong hồ sơ.',
      ),
      article(
        4,
        'Trình tự thực hiện',
        'Hồ sơ đề nghị cấp điện qua lưới trung áp nộp một lần tại Bộ phận Một cửa.',
      ),
      article(
        5,
        'Thời gian giải quyết',
        '1. Tổng thời gian giải quyết các thủ tục của cơ quan nhà nước và đơn vị điện lực không quá 10 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.',
        '2. Việc tiếp nhận hồ sơ, trả kết quả qua bưu chính công ích thực hiện theo Quyết định số 45/2016/QĐ-TTg.',
      ),
      article(
        6,
        'Trách nhiệm phối hợp',
        'Sở Công Thương là đầu mối theo dõi thời hạn quy định tại khoản 1 Điều 5 Quy định này.',
      ),
      article(
        7,
        'Tổ chức thực hiện',
        'Quyết định này có hiệu lực thi hành kể từ ngày 10 tháng 9 năm 2019.',
      ),
    ],
  }),
  {
    key: 'tienGiang20',
    number: '20/2019/QĐ-UBND',
    issuedOn: '2019-07-22',
    effectiveFrom: '2019-08-05',
    head: ['', 'ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG'],
    place: 'Tiền Giang',
    type: 'QUYẾT ĐỊNH',
    title: 'Quy định giá dịch vụ sử dụng diện tích bán hàng tại chợ',
    bases: [COUNCIL_LAW],
    clauses: [
      article(
        1,
        'Giá dịch vụ',
        'Giá dịch vụ sử dụng diện tích bán hàng tại chợ theo phụ lục kèm theo.',
      ),
      article(2, 'Hiệu lực', 'Quyết định này có hiệu lực thi hành kể từ ngày 05 tháng 8 năm 2019.'),
    ],
    signer: { mode: 'TM. ỦY BAN NHÂN DÂN', role: 'CHỦ TỊCH', name: 'Đoàn Văn Thuận' },
    recipients: ['Như Điều 2', 'Lưu: VT'],
    direction: 'reference',
    daysAgo: 60,
  },
  committee({
    key: 'cluster25',
    number: '25/2018/QĐ-UBND',
    issuedOn: '2018-10-08',
    effectiveFrom: '2018-10-20',
    title: 'Ban hành Quy chế phối hợp quản lý cụm công nghiệp trên địa bàn tỉnh',
    unit: 'industry',
    bases: [COUNCIL_LAW, MAKING_LAW, PROPOSAL],
    clauses: [
      article(
        1,
        'Phạm vi điều chỉnh',
        'Quy chế này quy định nguyên tắc, nội dung phối hợp quản lý cụm công nghiệp.',
      ),
      article(
        2,
        'Nội dung phối hợp',
        '1. Lập, điều chỉnh phương án phát triển cụm công nghiệp.',
        '2. Báo cáo hoạt động cụm công nghiệp trước ngày 20 của tháng cuối quý.',
      ),
      article(
        3,
        'Tổ chức thực hiện',
        'Quyết định này có hiệu lực thi hành kể từ ngày 20 tháng 10 năm 2018.',
      ),
    ],
  }),
  {
    ...committee({
      key: 'tienGiang05',
      number: '05/2017/QĐ-UBND',
      issuedOn: '2017-03-15',
      effectiveFrom: '2017-03-27',
      title: 'Ban hành Quy chế quản lý cụm công nghiệp trên địa bàn tỉnh Tiền Giang',
      unit: 'industry',
      bases: [COUNCIL_LAW, MAKING_LAW],
      clauses: [
        article(1, 'Phạm vi', 'Quy chế này áp dụng trên địa bàn tỉnh Tiền Giang.'),
        article(
          2,
          'Hiệu lực',
          'Quyết định này có hiệu lực thi hành kể từ ngày 27 tháng 3 năm 2017.',
        ),
      ],
    }),
    head: ['', 'ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG'],
    place: 'Tiền Giang',
    signer: { mode: 'TM. ỦY BAN NHÂN DÂN', role: 'CHỦ TỊCH', name: 'Đoàn Văn Thuận' },
    reviewEveryMonths: 24,
  },
  committee({
    key: 'market22',
    number: '22/2020/QĐ-UBND',
    issuedOn: '2020-09-17',
    effectiveFrom: '2020-10-01',
    title: 'Ban hành Quy định về quản lý chợ trên địa bàn tỉnh',
    unit: 'trade',
    bases: [COUNCIL_LAW, MAKING_LAW, PROPOSAL],
    clauses: [
      article(
        1,
        'Phạm vi điều chỉnh',
        'Quy định này quy định về phân hạng, giao quản lý và khai thác chợ.',
      ),
      article(
        2,
        'Phân hạng chợ',
        '1. Chợ hạng 1 có trên 400 điểm kinh doanh.',
        '2. Chợ hạng 2 có từ 200 điểm kinh doanh trở lên.',
      ),
      article(
        3,
        'Hiệu lực',
        'Quyết định này có hiệu lực thi hành kể từ ngày 01 tháng 10 năm 2020.',
      ),
    ],
  }),
  committee({
    key: 'promotion11',
    number: '11/2022/QĐ-UBND',
    issuedOn: '2022-04-21',
    effectiveFrom: '2022-05-05',
    title: 'Ban hành Quy định quản lý hoạt động khuyến công trên địa bàn tỉnh',
    unit: 'promotion',
    bases: [
      COUNCIL_LAW,
      MAKING_LAW,
      'Căn cứ Nghị định số 45/2012/NĐ-CP ngày 21 tháng 5 năm 2012 của Chính phủ về khuyến công',
      PROPOSAL,
    ],
    clauses: [
      article(
        1,
        'Phạm vi điều chỉnh',
        'Quy định này quy định việc xây dựng, thực hiện kế hoạch khuyến công địa phương.',
      ),
      article(2, 'Mức hỗ trợ', 'Mức hỗ trợ tối đa cho một đề án không quá 50% chi phí.'),
      article(3, 'Hiệu lực', 'Quyết định này có hiệu lực thi hành kể từ ngày 05 tháng 5 năm 2022.'),
    ],
  }),
  committee({
    key: 'industrialPower08',
    number: '08/2020/QĐ-UBND',
    issuedOn: '2020-02-14',
    effectiveFrom: '2020-02-28',
    title: 'Ban hành Quy chế phối hợp giải quyết thủ tục cấp điện cho dự án trong cụm công nghiệp',
    unit: 'industry',
    bases: [
      COUNCIL_LAW,
      MAKING_DECREE,
      `Căn cứ ${POWER_20} ban hành Quy định về một cửa liên thông`,
      PROPOSAL,
    ],
    clauses: [
      article(
        1,
        'Phạm vi điều chỉnh',
        'Quy chế này quy định việc phối hợp giải quyết thủ tục cấp điện cho dự án đầu tư trong cụm công nghiệp.',
      ),
      article(
        2,
        'Đối tượng áp dụng',
        'Chủ đầu tư hạ tầng cụm công nghiệp, đơn vị điện lực và cơ quan liên quan.',
      ),
      article(3, 'Nguyên tắc', 'Phối hợp theo một đầu mối, không kéo dài thời hạn.'),
      article(
        4,
        'Thời hạn phối hợp',
        '1. Hồ sơ nộp tại Bộ phận Một cửa.',
        '2. Các cơ quan phối hợp hoàn thành phần việc của mình trong tổng thời gian 10 ngày làm việc quy định tại Điều 5 Quyết định số 20/2019/QĐ-UBND.',
      ),
      article(
        5,
        'Hiệu lực',
        'Quyết định này có hiệu lực thi hành kể từ ngày 28 tháng 02 năm 2020.',
      ),
    ],
  }),
  committee({
    key: 'gridSafety09',
    number: '09/2021/QĐ-UBND',
    issuedOn: '2021-05-06',
    effectiveFrom: '2021-05-20',
    title: 'Ban hành Quy định về an toàn hành lang lưới điện trung áp trên địa bàn tỉnh',
    unit: 'industry',
    bases: [COUNCIL_LAW, `Căn cứ ${POWER_20}`, PROPOSAL],
    clauses: [
      article(
        1,
        'Phạm vi điều chỉnh',
        'Quy định này quy định trách nhiệm bảo vệ an toàn hành lang lưới điện trung áp.',
      ),
      article(2, 'Hiệu lực', 'Quyết định này có hiệu lực thi hành kể từ ngày 20 tháng 5 năm 2021.'),
    ],
  }),
  own({
    key: 'procedure143',
    number: '143/QĐ-SCT',
    issuedOn: '2021-06-18',
    type: 'QUYẾT ĐỊNH',
    title: 'Ban hành Quy trình nội bộ giải quyết hồ sơ cấp điện qua lưới trung áp',
    unit: 'office',
    signer: DIRECTOR,
    bases: [`Căn cứ ${POWER_20}`, ONE_STOP, ACCESS_PLAN, 'Theo đề nghị của Chánh Văn phòng Sở'],
    clauses: [
      article(1, 'Quy trình', 'Ban hành kèm theo Quyết định này Quy trình nội bộ gồm 05 bước.'),
      article(
        2,
        'Tổ chức thực hiện',
        'Văn phòng Sở và các phòng chuyên môn thực hiện Quyết định này.',
      ),
    ],
  }),
  own({
    key: 'guidance412',
    number: '412/HD-SCT',
    issuedOn: '2022-08-09',
    type: 'HƯỚNG DẪN',
    title: 'Lập hồ sơ cấp điện qua lưới trung áp',
    unit: 'industry',
    clauses: [
      {
        heading: '',
        lines: [
          `Thực hiện chức năng quản lý nhà nước được giao, Sở Công Thương hướng dẫn thi hành ${POWER_20} như sau:`,
        ],
      },
      {
        heading: '1. Thành phần hồ sơ',
        lines: ['Đơn đề nghị, sơ đồ vị trí và công suất đăng ký.'],
      },
      { heading: '2. Nơi nộp', lines: ['Bộ phận Một cửa của Sở hoặc cổng dịch vụ công.'] },
    ],
  }),
  own({
    key: 'plan15',
    number: '15/KH-SCT',
    issuedOn: '2026-01-20',
    type: 'KẾ HOẠCH',
    title: 'Rút ngắn thời gian tiếp cận điện năng năm 2026',
    unit: 'industry',
    bases: [`Căn cứ ${POWER_20}`],
    clauses: [
      {
        heading: 'I. MỤC TIÊU',
        lines: ['Giảm thời gian tiếp cận điện năng còn không quá 08 ngày làm việc.'],
      },
      {
        heading: 'II. TỔ CHỨC THỰC HIỆN',
        lines: ['Phòng Quản lý công nghiệp theo dõi, báo cáo trước ngày 10 của tháng cuối quý.'],
      },
    ],
  }),
  own({
    key: 'contacts96',
    number: '96/QĐ-SCT',
    issuedOn: '2023-04-12',
    type: 'QUYẾT ĐỊNH',
    title: 'Giao nhiệm vụ tư vấn, hỗ trợ cơ sở công nghiệp nông thôn tiếp cận điện trung áp',
    unit: 'promotion',
    bases: [`Căn cứ ${POWER_20}`, PROMOTION_BASE(), SUPPORT_PLAN],
    clauses: [
      article(1, 'Giao nhiệm vụ', 'Trung tâm Khuyến công tư vấn, hỗ trợ lập hồ sơ cấp điện.'),
      article(2, 'Hiệu lực', 'Quyết định này có hiệu lực kể từ ngày ký.'),
    ],
  }),
  own({
    key: 'inspection61',
    number: '61/KH-SCT',
    issuedOn: '2026-03-05',
    type: 'KẾ HOẠCH',
    title: 'Kiểm tra việc giải quyết thủ tục cấp điện qua lưới trung áp năm 2026',
    unit: 'office',
    bases: [
      `Căn cứ ${POWER_20}`,
      ACCESS_PLAN,
      'Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính',
    ],
    clauses: [
      {
        heading: 'I. NỘI DUNG',
        lines: ['Kiểm tra hồ sơ trễ hạn, lý do trễ hạn và việc xin lỗi tổ chức, cá nhân.'],
      },
    ],
  }),
  own({
    key: 'assignment31',
    number: '31/QĐ-SCT',
    issuedOn: '2020-03-16',
    type: 'QUYẾT ĐỊNH',
    title: 'Phân công đầu mối phối hợp giải quyết thủ tục cấp điện',
    unit: 'industry',
    bases: [
      'Căn cứ Quyết định số 08/2020/QĐ-UBND ngày 14 tháng 02 năm 2020 của UBND tỉnh Đồng Tháp',
      'Xét đề nghị của Trưởng phòng Quản lý công nghiệp',
    ],
    clauses: [article(1, 'Phân công', 'Phân công Phòng Quản lý công nghiệp làm đầu mối phối hợp.')],
  }),
  own({
    key: 'electronicFiles58',
    number: '58/QĐ-SCT',
    issuedOn: '2022-02-25',
    type: 'QUYẾT ĐỊNH',
    title: 'Ban hành Quy chế tiếp nhận hồ sơ điện tử lĩnh vực điện',
    unit: 'office',
    bases: [
      'Căn cứ Quyết định số 143/QĐ-SCT ngày 18 tháng 6 năm 2021 của Sở Công Thương',
      'Theo đề nghị của Chánh Văn phòng Sở',
    ],
    clauses: [
      article(1, 'Phạm vi', 'Quy chế này áp dụng cho hồ sơ nộp trực tuyến.'),
      article(2, 'Trình tự', 'Tiếp nhận theo trình tự tại Quyết định số 143/QĐ-SCT.'),
    ],
  }),
  own({
    key: 'hotline88',
    number: '88/TB-SCT',
    issuedOn: '2024-07-02',
    type: 'THÔNG BÁO',
    title: 'Công khai số điện thoại tiếp nhận phản ánh về cấp điện',
    unit: 'office',
    clauses: [
      {
        heading: '',
        lines: [
          'Sở Công Thương thông báo số điện thoại tiếp nhận phản ánh về thủ tục nêu tại Quyết định số 20/2019/QĐ-UBND ngày 29 tháng 8 năm 2019 của UBND tỉnh Đồng Tháp.',
        ],
      },
    ],
  }),
  {
    key: 'district1215',
    number: '1215/QĐ-UBND',
    issuedOn: '2020-11-04',
    head: ['', 'ỦY BAN NHÂN DÂN HUYỆN THÁP MƯỜI'],
    place: 'Tháp Mười',
    type: 'QUYẾT ĐỊNH',
    title: 'Ban hành quy trình phối hợp cấp điện qua lưới trung áp trên địa bàn huyện',
    bases: [`Căn cứ ${POWER_20}`],
    clauses: [
      article(
        1,
        'Quy trình',
        'Ban hành kèm theo Quyết định này quy trình phối hợp trên địa bàn huyện.',
      ),
    ],
    signer: { mode: 'TM. ỦY BAN NHÂN DÂN', role: 'CHỦ TỊCH', name: 'Cao Hữu Nhân' },
    recipients: ['Như Điều 2', 'Lưu: VT'],
    direction: 'reference',
    daysAgo: 58,
  },
  own({
    key: 'clusterReport366',
    number: '366/HD-SCT',
    issuedOn: '2019-03-22',
    type: 'HƯỚNG DẪN',
    title: 'Báo cáo hoạt động cụm công nghiệp',
    unit: 'industry',
    clauses: [
      {
        heading: '',
        lines: [
          `Thực hiện chức năng quản lý nhà nước được giao, Sở Công Thương hướng dẫn thi hành ${CLUSTER_25} như sau:`,
        ],
      },
      { heading: '1. Kỳ báo cáo', lines: ['Báo cáo quý và báo cáo năm.'] },
    ],
  }),
  own({
    key: 'clusterRules102',
    number: '102/QĐ-SCT',
    issuedOn: '2019-05-14',
    type: 'QUYẾT ĐỊNH',
    title: 'Ban hành Quy chế phối hợp trong Sở về quản lý cụm công nghiệp',
    unit: 'industry',
    signer: DIRECTOR,
    bases: [`Căn cứ ${CLUSTER_25}`],
    clauses: [
      article(1, 'Phạm vi', 'Quy chế này quy định việc phối hợp giữa các phòng thuộc Sở.'),
      article(2, 'Báo cáo', 'Các phòng gửi số liệu trước ngày 15 của tháng cuối quý.'),
    ],
  }),
  own({
    key: 'clusterPlan44',
    number: '44/KH-SCT',
    issuedOn: '2026-02-10',
    type: 'KẾ HOẠCH',
    title: 'Phát triển hạ tầng cụm công nghiệp năm 2026',
    unit: 'industry',
    bases: [`Căn cứ ${CLUSTER_25}`],
    clauses: [
      {
        heading: 'I. MỤC TIÊU',
        lines: ['Lấp đầy 70% diện tích đất công nghiệp của các cụm đang hoạt động.'],
      },
    ],
  }),
  own({
    key: 'clusterTeam135',
    number: '135/QĐ-SCT',
    issuedOn: '2020-07-28',
    type: 'QUYẾT ĐỊNH',
    title: 'Thành lập Tổ giúp việc quản lý cụm công nghiệp',
    unit: 'legal',
    bases: ['Căn cứ Quyết định số 102/QĐ-SCT ngày 14 tháng 5 năm 2019 của Sở Công Thương'],
    clauses: [article(1, 'Thành lập', 'Thành lập Tổ giúp việc gồm 07 thành viên.')],
  }),
  own({
    key: 'clusterFees211',
    number: '211/QĐ-SCT',
    issuedOn: '2025-09-09',
    type: 'QUYẾT ĐỊNH',
    title: 'Ban hành Quy trình tiếp nhận báo cáo cụm công nghiệp địa bàn Tiền Giang cũ',
    unit: 'industry',
    bases: [`Căn cứ ${CLUSTER_05}`],
    clauses: [
      article(1, 'Quy trình', 'Chủ đầu tư hạ tầng gửi báo cáo trước ngày 20 của tháng cuối quý.'),
      article(2, 'Tổng hợp', 'Phòng Quản lý công nghiệp tổng hợp trong 05 ngày làm việc.'),
    ],
  }),
  own({
    key: 'marketPlan77',
    number: '77/KH-SCT',
    issuedOn: '2025-12-15',
    type: 'KẾ HOẠCH',
    title: 'Kiểm tra việc quản lý, khai thác chợ năm 2026',
    unit: 'trade',
    bases: [`Căn cứ ${MARKET_22}`],
    clauses: [
      { heading: 'I. NỘI DUNG', lines: ['Kiểm tra việc phân hạng và thu tiền dịch vụ tại chợ.'] },
    ],
  }),
  own({
    key: 'marketRules120',
    number: '120/QĐ-SCT',
    issuedOn: '2021-03-03',
    type: 'QUYẾT ĐỊNH',
    title: 'Ban hành Quy trình thẩm định nội quy chợ',
    unit: 'trade',
    bases: [`Căn cứ ${MARKET_22}`],
    clauses: [article(1, 'Quy trình', 'Quy trình gồm 04 bước, thực hiện trong 10 ngày làm việc.')],
  }),
  own({
    key: 'marketGuide253',
    number: '253/HD-SCT',
    issuedOn: '2021-10-11',
    type: 'HƯỚNG DẪN',
    title: 'Xây dựng phương án giá dịch vụ chợ',
    unit: 'trade',
    clauses: [
      {
        heading: '',
        lines: [
          `Thực hiện chức năng quản lý nhà nước được giao, Sở Công Thương hướng dẫn thi hành ${MARKET_22} như sau:`,
        ],
      },
    ],
  }),
  own({
    key: 'promotionPlan18',
    number: '18/KH-SCT',
    issuedOn: '2026-01-28',
    type: 'KẾ HOẠCH',
    title: 'Khuyến công địa phương năm 2026',
    unit: 'promotion',
    bases: [`Căn cứ ${PROMOTION_11}`],
    clauses: [
      {
        heading: 'I. MỤC TIÊU',
        lines: ['Hỗ trợ 24 cơ sở công nghiệp nông thôn ứng dụng máy móc tiên tiến.'],
      },
    ],
  }),
  own({
    key: 'promotionRules161',
    number: '161/QĐ-SCT',
    issuedOn: '2022-07-19',
    type: 'QUYẾT ĐỊNH',
    title: 'Ban hành Quy trình nghiệm thu đề án khuyến công',
    unit: 'promotion',
    bases: [`Căn cứ ${PROMOTION_11}`],
    clauses: [
      article(1, 'Quy trình', 'Nghiệm thu cơ sở trong 15 ngày kể từ ngày hoàn thành đề án.'),
    ],
  }),
  own({
    key: 'records72',
    number: '72/QĐ-SCT',
    issuedOn: '2020-09-08',
    type: 'QUYẾT ĐỊNH',
    title: 'Ban hành Quy chế công tác văn thư, lưu trữ của Sở',
    unit: 'office',
    signer: DIRECTOR,
    reviewEveryMonths: 24,
    bases: [
      'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư',
    ],
    clauses: [
      article(1, 'Phạm vi', 'Quy chế này áp dụng cho các phòng, đơn vị thuộc Sở.'),
      article(
        2,
        'Đăng ký văn bản',
        'Văn bản đến được đăng ký trong ngày hoặc ngày làm việc tiếp theo.',
      ),
    ],
  }),
  own({
    key: 'procedures27',
    number: '27/KH-SCT',
    issuedOn: '2026-02-02',
    type: 'KẾ HOẠCH',
    title: 'Kiểm soát thủ tục hành chính năm 2026',
    unit: 'office',
    reviewEveryMonths: 12,
    bases: [
      'Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính',
    ],
    clauses: [
      { heading: 'I. NỘI DUNG', lines: ['Rà soát, đơn giản hóa ít nhất 05 thủ tục hành chính.'] },
    ],
  }),
]

function PROMOTION_BASE(): string {
  return `Căn cứ ${PROMOTION_11} ban hành Quy định quản lý hoạt động khuyến công`
}

/** Changes confirmed on days before the loading: each opens the reviews of the demo. */
export const CHANGES: Spec[] = [
  committee({
    key: 'market07',
    number: '007/2026/QĐ-UBND',
    issuedOn: '2026-09-28',
    effectiveFrom: '2026-10-08',
    title: 'Ban hành Quy định về phát triển và quản lý chợ trên địa bàn tỉnh Đồng Tháp',
    unit: 'trade',
    daysAgo: 42,
    bases: [
      'Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15',
      'Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15',
      PROPOSAL,
    ],
    clauses: [
      article(1, 'Phạm vi điều chỉnh', 'Quy định này áp dụng trên toàn địa bàn tỉnh Đồng Tháp.'),
      article(2, 'Phân hạng chợ', 'Chợ hạng 1 có trên 500 điểm kinh doanh.'),
      article(
        3,
        'Hiệu lực thi hành',
        '1. Quyết định này có hiệu lực thi hành kể từ ngày 08 tháng 10 năm 2026.',
        `2. Quyết định này thay thế ${MARKET_22}.`,
      ),
    ],
  }),
  committee({
    key: 'cluster03',
    number: '003/2026/QĐ-UBND',
    issuedOn: '2026-09-15',
    effectiveFrom: '2026-09-25',
    title:
      'Sửa đổi, bổ sung một số điều của Quy chế quản lý cụm công nghiệp trên địa bàn tỉnh Tiền Giang',
    unit: 'industry',
    daysAgo: 38,
    bases: ['Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15', PROPOSAL],
    clauses: [
      article(
        1,
        `Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo ${CLUSTER_05}`,
        '1. Sửa đổi Điều 1: báo cáo gửi qua hệ thống thông tin của tỉnh trước ngày 10 của tháng cuối quý.',
      ),
      article(
        2,
        'Hiệu lực thi hành',
        'Quyết định này có hiệu lực thi hành kể từ ngày 25 tháng 9 năm 2026.',
      ),
    ],
  }),
  committee({
    key: 'promotion31',
    number: '031/2026/QĐ-UBND',
    issuedOn: '2026-10-05',
    effectiveFrom: '2026-10-15',
    title: 'Sửa đổi, bổ sung một số điều của Quy định quản lý hoạt động khuyến công',
    unit: 'promotion',
    daysAgo: 26,
    bases: ['Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15', PROPOSAL],
    clauses: [
      article(
        1,
        `Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo ${PROMOTION_11}`,
        '1. Sửa đổi Điều 2: mức hỗ trợ tối đa không quá 70% chi phí.',
      ),
      article(
        2,
        'Hiệu lực thi hành',
        'Quyết định này có hiệu lực thi hành kể từ ngày 15 tháng 10 năm 2026.',
      ),
    ],
  }),
  {
    key: 'letter905',
    number: '905/STC-QLG',
    issuedOn: '2026-11-05',
    head: ['UBND TỈNH ĐỒNG THÁP', 'SỞ TÀI CHÍNH'],
    place: 'Đồng Tháp',
    type: '',
    title: 'cung cấp số liệu thu phí chợ năm 2026',
    addressee: 'Sở Công Thương',
    clauses: [
      {
        heading: '',
        lines: [
          'Để tổng hợp báo cáo UBND tỉnh, Sở Tài chính đề nghị Phòng Quản lý thương mại cung cấp số liệu thu phí chợ năm 2026, gửi về Sở Tài chính trước ngày 30/11/2026.',
        ],
      },
    ],
    signer: { mode: 'KT. GIÁM ĐỐC', role: 'PHÓ GIÁM ĐỐC', name: 'Ngô Thanh Hòa' },
    recipients: ['Như trên', 'Lưu: VT, QLG'],
    direction: 'incoming',
    task: { unit: 'trade', inDays: 4 },
    daysAgo: 12,
  },
  committee({
    key: 'cluster14',
    number: '014/2026/QĐ-UBND',
    issuedOn: '2026-10-30',
    effectiveFrom: '2026-11-12',
    title: 'Sửa đổi, bổ sung một số điều của Quy chế phối hợp quản lý cụm công nghiệp',
    unit: 'industry',
    daysAgo: 4,
    bases: ['Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15', PROPOSAL],
    clauses: [
      article(
        1,
        `Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo ${CLUSTER_25}`,
        '1. Sửa đổi khoản 2 Điều 2: báo cáo trước ngày 10 của tháng cuối quý.',
      ),
      article(
        2,
        'Hiệu lực thi hành',
        'Quyết định này có hiệu lực thi hành kể từ ngày 12 tháng 11 năm 2026.',
      ),
    ],
  }),
]

/** What waits for the clerk on the day of loading: read, not yet confirmed. */
export const DRAFTS: Spec[] = [
  {
    key: 'letter1874',
    number: '1874/STP-VB',
    issuedOn: '2026-11-18',
    head: ['UBND TỈNH ĐỒNG THÁP', 'SỞ TƯ PHÁP'],
    place: 'Đồng Tháp',
    type: '',
    title: 'đôn đốc rà soát văn bản quy phạm pháp luật sau sắp xếp',
    addressee: 'Sở Công Thương',
    clauses: [
      {
        heading: '',
        lines: [
          'Thực hiện Nghị định số 79/2025/NĐ-CP của Chính phủ và Nghị quyết số 202/2025/QH15 ngày 12 tháng 6 năm 2025, Sở Tư pháp đề nghị Sở Công Thương rà soát Quyết định số 05/2017/QĐ-UBND ngày 15 tháng 3 năm 2017 của UBND tỉnh Tiền Giang và Quyết định số 25/2018/QĐ-UBND ngày 08 tháng 10 năm 2018 của UBND tỉnh Đồng Tháp, báo cáo kết quả trước ngày 15/12/2026.',
          'Danh mục lập theo Công văn số 2210/BTP-KTVB ngày 06 tháng 10 năm 2026 của Bộ Tư pháp và Quyết định số 20/2019/QĐ-UBND.',
        ],
      },
    ],
    signer: { mode: 'KT. GIÁM ĐỐC', role: 'PHÓ GIÁM ĐỐC', name: 'Bùi Thế Vinh' },
    recipients: ['Như trên', 'Lãnh đạo Sở', 'Lưu: VT, XDKTVB'],
    direction: 'incoming',
    daysAgo: 0,
  },
  own({
    key: 'noticeDraft',
    number: '',
    issuedOn: '2026-11-20',
    type: '',
    title: 'triển khai kế hoạch rà soát văn bản năm 2027',
    addressee: 'Các phòng, đơn vị thuộc Sở',
    unit: 'office',
    direction: 'internal',
    daysAgo: 0,
    clauses: [
      {
        heading: '',
        lines: [
          'Căn cứ Kế hoạch số 27/KH-SCT ngày 02 tháng 02 năm 2026 của Sở Công Thương, Lãnh đạo Sở yêu cầu các phòng, đơn vị lập danh mục văn bản cần rà soát năm 2027, gửi Tổ pháp chế trước ngày 10/12/2026.',
          'Các phòng lưu ý Quyết định số 72/QĐ-SCT ngày 08 tháng 9 năm 2020 và Quyết định số 1507/QĐ-UBND-HC ngày 20 tháng 10 năm 2026 của UBND tỉnh.',
        ],
      },
    ],
  }),
]
