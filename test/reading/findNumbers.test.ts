import { expect } from 'chai'
import { extractNumbers } from '../../server/reading/index.ts'
import type { NumberCited } from '../../server/reading/index.ts'

type Row = [text: string, ...expected: string[]]

/** `number | type | date`, what is absent left out. */
const told = ({ number, type, date }: NumberCited): string =>
  [number, type, date].filter(Boolean).join(' | ')

function rows(title: string, list: Row[]): void {
  describe(title, () => {
    for (const [text, ...expected] of list) {
      it(text.replace(/\s+/gu, ' '), () => {
        const found = extractNumbers(text)
        expect(found.map(told)).to.deep.equal(expected)
        for (const { start, end, quote } of found) expect(text.slice(start, end)).to.equal(quote)
      })
    }
  })
}

rows('numbers of normative documents', [
  ['Nghị định số 41/2019/NĐ-CP ngày 5/5/2019', '41/2019/NĐ-CP | Nghị định | 2019-05-05'],
  ['Nghị định 41/2019/NĐ-CP', '41/2019/NĐ-CP | Nghị định'],
  ['Luật số 93/2031/QH17 ngày 11/6/2031', '93/2031/QH17 | Luật | 2031-06-11'],
  ['Luật Rừng ngập mặn số 93/2031/QH17', '93/2031/QH17 | Luật'],
  ['Luật Rừng ngập mặn 93/2031/QH17', '93/2031/QH17 | Luật'],
  ['Luật Rừng ngập mặn (số 93/2031/QH17)', '93/2031/QH17 | Luật'],
  ['Nghị quyết số 412/2021/UBTVQH14', '412/2021/UBTVQH14 | Nghị quyết'],
  ['Nghị quyết số 412/2004/NQ-UBTVQH11', '412/2004/NQ-UBTVQH11 | Nghị quyết'],
  ['Pháp lệnh Giá nước số 09/2003/PL-UBTVQH11', '09/2003/PL-UBTVQH11 | Pháp lệnh'],
  ['Lệnh số 08/2004/L-CTN', '08/2004/L-CTN | Lệnh'],
  ['Nghị quyết số 12.34/2027/NQ-CP', '12.34/2027/NQ-CP | Nghị quyết'],
  ['Nghị quyết số 41A/2009/NQ-CP', '41A/2009/NQ-CP | Nghị quyết'],
  ['Thông tư số 02a/2015/TT-BXD', '02a/2015/TT-BXD | Thông tư'],
  ['Nghị quyết số 733B/NQ-UBTVQH13', '733B/NQ-UBTVQH13 | Nghị quyết'],
  [
    'Thông tư liên tịch số 33/2011/TTLT-BXD-BCT-BYT',
    '33/2011/TTLT-BXD-BCT-BYT | Thông tư liên tịch',
  ],
  ['Thông tư liên tịch số 33/2003/TTLT/BXD-BCT', '33/2003/TTLT/BXD-BCT | Thông tư liên tịch'],
  ['Quyết định số 61/2007/QĐ-BNN', '61/2007/QĐ-BNN | Quyết định'],
  ['Quyết định số 93/2027/QĐ-CTUBND', '93/2027/QĐ-CTUBND | Quyết định'],
  ['Văn bản hợp nhất số 77/VBHN-BXD', '77/VBHN-BXD | Văn bản hợp nhất'],
  ['Nghị quyết số 08/2019/NQ-HĐTP', '08/2019/NQ-HĐTP | Nghị quyết'],
])

rows('old numbers', [
  ['Nghị định số 233/CP ngày 4-3-1974', '233/CP | Nghị định | 1974-03-04'],
  ['Chỉ thị 344/TTg', '344/TTg | Chỉ thị'],
  ['Quyết định số 244-CP', '244-CP | Quyết định'],
  ['Quyết định 319-HĐBT ngày 9 tháng 4 năm 1987', '319-HĐBT | Quyết định | 1987-04-09'],
  ['Thông tư số 88-TC/TCT', '88-TC/TCT | Thông tư'],
  ['Thông tư số 88 TC/HCVX ngày 3/4/1993', '88TC/HCVX | Thông tư | 1993-04-03'],
  ['Quyết định số 1230-TC/QĐ/CĐKT', '1230-TC/QĐ/CĐKT | Quyết định'],
  ['Quyết định số 66QĐ/UBTL ngày 1/2/1992', '66QĐ/UBTL | Quyết định | 1992-02-01'],
  ['Quyết định số 41/QĐ-86', '41/QĐ-86 | Quyết định'],
  ['Sắc lệnh số 51/SL', '51/SL | Sắc lệnh'],
  ['Công văn số 3.0017/19/CV-AD', '3.0017/19/CV-AD | Công văn'],
  ['Quyết định số 2719/QĐ.UBND.KT ngày 3/4/2008', '2719/QĐ.UBND.KT | Quyết định | 2008-04-03'],
  ['Nghị định số 77/CP ngày 16-8-89', '77/CP | Nghị định | 1989-08-16'],
])

rows('administrative and Party numbers', [
  ['Quyết định số 741/QĐ-UBND-HC', '741/QĐ-UBND-HC | Quyết định'],
  ['Văn bản số 88/TB-VPCP', '88/TB-VPCP | Văn bản'],
  [
    'Công văn số 271/SNV-TCBC,CTTN&BĐG ngày 3/4/2022',
    '271/SNV-TCBC,CTTN&BĐG | Công văn | 2022-04-03',
  ],
  ['Công văn số 44/BVĐKT', '44/BVĐKT | Công văn'],
  ['Kế hoạch số 61/KH-TCTTKĐA06', '61/KH-TCTTKĐA06 | Kế hoạch'],
  ['Công văn số 512/SGDĐT-GDTrH', '512/SGDĐT-GDTrH | Công văn'],
  ['Công văn số 512/KTrVB-KT', '512/KTrVB-KT | Công văn'],
  ['Nghị quyết số 22-NQ/TU', '22-NQ/TU | Nghị quyết'],
  ['Nghị quyết 22 - NQ/TW', '22-NQ/TW | Nghị quyết'],
  ['Chỉ thị số 41/CT-TW', '41/CT-TW | Chỉ thị'],
  ['Chương trình hành động số 14-CTHĐ/CU', '14-CTHĐ/CU | Chương trình hành động'],
  ['Công văn số 20417-CV/VPTW', '20417-CV/VPTW | Công văn'],
  ['Quy định số 41-QĐ/TW', '41-QĐ/TW | Quy định'],
  ['Thông báo kết luận số 88/TB-VP ngày 3/4/2022', '88/TB-VP | Thông báo | 2022-04-03'],
  ['Quyết định phê duyệt Kế hoạch số 88/QĐ-UBND', '88/QĐ-UBND | Quyết định'],
  ['QĐ số 741/QĐ-SXD', '741/QĐ-SXD | QĐ'],
  ['Nghị quyết của HĐND tỉnh số 16/NQ-HĐND', '16/NQ-HĐND | Nghị quyết'],
])

rows('numbers without a symbol', [
  ['Công điện số 1517 ngày 4/3/2020', '1517 | Công điện | 2020-03-04'],
  ['Quyết định số 41/2019 ngày 08/10/2020', '41/2019 | Quyết định | 2020-10-08'],
  ['NĐ 87/2030, 104/2032 và 07/2035', '87/2030 | NĐ', '104/2032 | NĐ', '07/2035 | NĐ'],
  ['Quyết định số 12 của Hội đồng quản trị', '12 | Quyết định'],
])

rows('blanks, line breaks and look-alikes at the joints', [
  [
    'Quyết định số\n\n31/2022/QĐ-\n\nUBND\nngày\n04/5/2022',
    '31/2022/QĐ-UBND | Quyết định | 2022-05-04',
  ],
  [
    'Quyết định số 31 / 2022 / QĐ - UBND ngày 04 / 5 / 2022',
    '31/2022/QĐ-UBND | Quyết định | 2022-05-04',
  ],
  [
    'Quyết định số 31/2022/\nQĐ\n-UBND ngày 04/5/\n2022',
    '31/2022/QĐ-UBND | Quyết định | 2022-05-04',
  ],
  ['Quyết định số 31⁄2022∕QĐ–UBND ngày 04—5—2022', '31/2022/QĐ-UBND | Quyết định | 2022-05-04'],
  ['Nghị\nđịnh số41/2019/NĐ-CPngày 5 tháng 5\nnăm 2019', '41/2019/NĐ-CP | Nghị định | 2019-05-05'],
  ['Thông tư số 12/2020/TT-BTCng ày 3/4/2020', '12/2020/TT-BTC | Thông tư | 2020-04-03'],
  ['Quyết định số 45/2016/QĐ-TTgban hành', '45/2016/QĐ-TTg | Quyết định'],
  ['Quyế t định s ố 31/2022/QĐ-UBND', '31/2022/QĐ-UBND | Quyết định'],
  ['Luật số 93/2031/QH 17 ngày 3/4/2031', '93/2031/QH17 | Luật | 2031-04-03'],
  ['Quyết định số 31/QĐ UBND ngày 3/4/2020', '31/QĐUBND | Quyết định | 2020-04-03'],
  ['Kết luận số 12/KL -HĐĐG ngày 3/4/2020', '12/KL-HĐĐG | Kết luận | 2020-04-03'],
  ['Nghị định số 41/2019/NĐ-C P của Chính phủ', '41/2019/NĐ-CP | Nghị định'],
])

rows('page furniture inside a citation', [
  [
    'theo Quyết định\n\n12\n\nsố 31/2022/QĐ-UBND\n\n13\n\nngày 04/5/2022',
    '31/2022/QĐ-UBND | Quyết định | 2022-05-04',
  ],
  [
    'theo Quyết định số 31/2022/QĐ-UBND\nCÔNG BÁO/Số 741 + 742/Ngày 02-3-2022 15\nngày 04/5/2022',
    '31/2022/QĐ-UBND | Quyết định | 2022-05-04',
  ],
  ['Quyết định số 31/2022/QĐ-UBND[2] ngày 04/5/2022', '31/2022/QĐ-UBND | Quyết định | 2022-05-04'],
  ['Quyết định¹ số 31/2022/QĐ-UBND² ngày 04/5/2022', '31/2022/QĐ-UBND | Quyết định | 2022-05-04'],
  [
    'Quyết định số 31/2022/QĐ-UBND (https://vbpl.vn/12-2020-QD-UBND) ngày 04/5/2022',
    '31/2022/QĐ-UBND | Quyết định | 2022-05-04',
  ],
])

rows('marks of Markdown and quotes around a citation', [
  ['theo **Quyết định số 31/QĐ-UBND** ngày 04/5/2022', '31/QĐ-UBND | Quyết định | 2022-05-04'],
  ['theo Quyết định số **31/QĐ-UBND**, ngày 04/5/2022', '31/QĐ-UBND | Quyết định | 2022-05-04'],
  ['theo _Quyết định_ số “31/QĐ-UBND” ngày 04/5/2022', '31/QĐ-UBND | Quyết định | 2022-05-04'],
])

rows('slips of the keyboard and of OCR', [
  ['Quyet dinh so 12/2020/QD-UBND ngay 3/4/2020', '12/2020/QD-UBND | Quyet dinh | 2020-04-03'],
  [
    'QUYẾT ĐỊNH SỐ 12/2020/QĐ-UBND NGÀY 03 THÁNG 4 NĂM 2020',
    '12/2020/QĐ-UBND | QUYẾT ĐỊNH | 2020-04-03',
  ],
  ['quyết định số 12/2020/qđ-ubnd ngày 3/4/2020', '12/2020/qđ-ubnd | quyết định | 2020-04-03'],
  ['Quyết định số 12/2020/Qđ-Ubnd', '12/2020/Qđ-Ubnd | Quyết định'],
  ['Quyết định số 77/QĐ-TTG', '77/QĐ-TTG | Quyết định'],
  ['Nghị định só 41/2019/NÐ-CP', '41/2019/NĐ-CP | Nghị định'],
  ['Luật số 93/2031/QHI7', '93/2031/QHI7 | Luật'],
  ['Luật số 93/2031QH17', '93/2031QH17 | Luật'],
  ['Thông tư sổ l2/2O20/TT-BTC ngày l3/O4/2020', 'l2/2O20/TT-BTC | Thông tư | 2020-04-13'],
  ['Thông tư số 12/2020/TT-BTC ngàv 13/4/2020', '12/2020/TT-BTC | Thông tư | 2020-04-13'],
])

rows('dates', [
  ['Quyết định số 31/QĐ-UBND, ban hành ngày 3.4.2020', '31/QĐ-UBND | Quyết định | 2020-04-03'],
  ['Quyết định số 31/QĐ-UBND (ngày 3-4-2020)', '31/QĐ-UBND | Quyết định | 2020-04-03'],
  [
    'Quyết định số 31/QĐ-UBND của UBND tỉnh ký ngày 3/4/2020',
    '31/QĐ-UBND | Quyết định | 2020-04-03',
  ],
  ['Quyết định số 31/QĐ-UBND có hiệu lực từ ngày 3/4/2020', '31/QĐ-UBND | Quyết định'],
  ['Quyết định số 31/QĐ-UBND năm 2020', '31/QĐ-UBND | Quyết định'],
  ['Quyết định số 31/QĐ-UBND ngày 31/02/2020', '31/QĐ-UBND | Quyết định'],
  [
    'Luật số 93/2031/QH17 Rừng ngập mặn ngày 11/06/2031 của Quốc hội',
    '93/2031/QH17 | Luật | 2031-06-11',
  ],
  [
    'Thông tư số 15/2025/TT-BGDĐT, 22/7/2025 của Bộ trưởng',
    '15/2025/TT-BGDĐT | Thông tư | 2025-07-22',
  ],
])

rows('the day before the number, and other places', [
  [
    'Nghị định của Chính phủ ngày 03/4/2020 số 12/2020/NĐ-CP',
    '12/2020/NĐ-CP | Nghị định | 2020-04-03',
  ],
  [
    'theo Quyết định ngày 3/4/2020 của UBND tỉnh số 44/QĐ-UBND',
    '44/QĐ-UBND | Quyết định | 2020-04-03',
  ],
  [
    'Công điện số 12/CĐ-UBND hồi 15 giờ 30 phút ngày 3/4/2020',
    '12/CĐ-UBND | Công điện | 2020-04-03',
  ],
  [
    'Quyết định số 12/QĐ-UBND được UBND tỉnh ban hành ngày 3/4/2020',
    '12/QĐ-UBND | Quyết định | 2020-04-03',
  ],
  ['Quyết định số 12/QĐ-UBND ngày mùng 3 tháng 4 năm 2020', '12/QĐ-UBND | Quyết định | 2020-04-03'],
  ['Căn cứ QĐ 12 ngày 3/4/2020 của UBND', '12 | QĐ | 2020-04-03'],
])

rows('days that are not the day of the document', [
  [
    'Văn bản số 12/UBND-KT của Chủ tịch UBND tỉnh tại cuộc họp ngày 3/4/2020',
    '12/UBND-KT | Văn bản',
  ],
  ['Quyết định số 12/QĐ-UBND của UBND tỉnh áp dụng từ ngày 3/4/2020', '12/QĐ-UBND | Quyết định'],
  [
    'Quyết định số 12/QĐ-UBND của Bộ Tài chính ký ngày 3/4/2020',
    '12/QĐ-UBND | Quyết định | 2020-04-03',
  ],
  ['Quyết định số 12/QĐ-UBND được đăng ký ngày 3/4/2020', '12/QĐ-UBND | Quyết định'],
])

rows('odd ways to write a number', [
  ['Công văn số 1593/UBND(NC1) ngày 26/3/2024', '1593/UBND(NC1) | Công văn | 2024-03-26'],
  ['Nghị định số 43/2014-NĐ-CP', '43/2014-NĐ-CP | Nghị định'],
  ['Nghị định số 43-2014/NĐ-CP', '43-2014/NĐ-CP | Nghị định'],
  ['Nghị định số 43/NĐ-CP/2014', '43/NĐ-CP/2014 | Nghị định'],
  ['TT08/2020/TT-BTC', '08/2020/TT-BTC | TT'],
  ['công văn số 615/kvn-pc ngày 3/4/2019', '615/kvn-pc | công văn | 2019-04-03'],
  ['Thông tư liên tịch số 33/2011/TTLT - BXD - BCT', '33/2011/TTLT-BXD-BCT | Thông tư liên tịch'],
  ['Khoản 4 Điều 1Thông tư 05/2021/TT-BXD', '05/2021/TT-BXD | Thông tư'],
  ['Luật số [Khoản này hết hiệu lực từ ngày 01/7/2026] 21/2037/QH17', '21/2037/QH17 | Luật'],
  ['Công văn số 12/UBND-VX, 13/UBND-VX', '12/UBND-VX | Công văn', '13/UBND-VX | Công văn'],
])

rows('laws that amend laws', [
  [
    'theo Luật sửa đổi, bổ sung một số điều của Luật Rừng số 93/2031/QH17 và các văn bản khác',
    '93/2031/QH17 | Luật',
  ],
  [
    'Luật sửa đổi, bổ sung một số điều của Luật Rừng số 93/2031/QH17, Luật Biển số 94/2031/QH17 và Luật Hồ số 95/2031/QH17 ngày 2/3/2032',
    '93/2031/QH17 | Luật',
    '94/2031/QH17 | Luật',
    '95/2031/QH17 | Luật',
  ],
])

rows('what is no citation', [
  ['ngày 29/8/2019, tháng 8/2019, tỷ lệ 70/100, 3/20 Sở, ngành; 24/24 giờ; 120 km/h'],
  ['TCVN ISO 9001:2015, QCVN 01-132:2013/BNNPTNT, 22 TCN 211-06, TCVN 7447-7-710:2006'],
  ['mẫu số 01/GTGT, 02/GTGT và 03/TNDN; tờ khai 01/CK-NSNN; mẫu 01/TB-TĐT'],
  ['thông báo theo Mẫu số 04/TB-CNKD ban hành kèm theo'],
  ['điện thoại 0233/3852.741, hộp thư a@b.gov.vn, https://x.gov.vn/12/2020/QD-UBND'],
  ['vụ án thụ lý số 45/2019/TLST-DS ngày 3/4/2019'],
  ['hợp đồng tín dụng số 03/07/NHNT-TL ngày 25-12-2017'],
  ['giấy chứng nhận quyền sử dụng đất số CH 00123/2015; giấy phép xây dựng số 12/GPXD'],
  ['hóa đơn số 0000123, biển số 59L1-88433, căn cước số 045123456789'],
  ['nhà số 12/3A đường N, thửa đất số 986, tờ bản đồ 12, lô 45/LK3'],
  ['1.500.000 đồng/người/tháng; 30.229.191.000 đồng/HS-SV'],
  ['CÔNG BÁO/Số 741 + 742/Ngày 02-3-2022 15'],
  ['Số:        /QĐ-UBND; Số: …/2020/QĐ-UBND'],
  ['trong thời hạn 15 ngày làm việc; khoản 2 Điều 5; giai đoạn 2016-2020'],
])

rows('where a symbol ends', [
  ['theo Quyết định số 31/QĐ-UBND - UBND tỉnh giao', '31/QĐ-UBND | Quyết định'],
  ['- Quyết định số 31/QĐ-UBND\n- UBND tỉnh giao', '31/QĐ-UBND | Quyết định'],
  ['Quyết định số 31/QĐ-UBND, UBND tỉnh giao', '31/QĐ-UBND | Quyết định'],
  [
    'Thông tư 12/2020/TT-BTC\n- Nghị định 41/2019/NĐ-CP',
    '12/2020/TT-BTC | Thông tư',
    '41/2019/NĐ-CP | Nghị định',
  ],
  ['Quyết định số 31/QĐ-UBND.Điều 2', '31/QĐ-UBND | Quyết định'],
  ['các Quyết định số 31/QĐ-UBND,32/QĐ-UBND', '31/QĐ-UBND | Quyết định', '32/QĐ-UBND | Quyết định'],
])
