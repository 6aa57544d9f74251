import { expect } from 'chai'
import { lawKey, lawOf, lawVersions } from '../../server/legal/laws.ts'

describe('laws by name', () => {
  it('knows the versions of a law, oldest first', () => {
    expect(lawVersions('Luật đất đai').map(({ number }) => number)).to.deep.equal([
      null,
      null,
      '13/2003/QH11',
      '45/2013/QH13',
      '31/2024/QH15',
    ])
  })

  for (const [short, number] of [
    ['BLDS', '91/2015/QH13'],
    ['Luật DN', '68/2014/QH13'],
    ['Luật TCCQĐP', '77/2015/QH13'],
    ['Luật Ban hành văn bản QPPL', '80/2015/QH13'],
    ['Luật Tổ chức HĐND và UBND', '11/2003/QH11'],
    ['Luật HN&GĐ', '52/2014/QH13'],
  ] as const) {
    it(`${short} is a short name`, () => {
      expect(lawVersions(short).map(version => version.number)).to.include(number)
    })
  }

  it('spells one name one way', () => {
    expect(lawKey('Luật Sĩ quan Quân đội  nhân dân')).to.equal(
      lawKey('luật sỹ quan quân đội nhân dân'),
    )
  })

  it('tells a version by its year, by its day, by its amendment', () => {
    expect(lawOf({ name: 'Luật Nhà ở', year: 2014 }).law?.number).to.equal('65/2014/QH13')
    expect(lawOf({ name: 'Luật Nhà ở', issuedOn: '2023-11-27' }).law?.number).to.equal(
      '27/2023/QH15',
    )
    expect(lawOf({ name: 'Luật Sở hữu trí tuệ', amendedIn: [2009, 2022] }).law?.number).to.equal(
      '50/2005/QH11',
    )
  })

  it('tells a version by the citing day', () => {
    expect(lawOf({ name: 'Luật Đất đai', citedOn: '2019-05-06' }).law?.number).to.equal(
      '45/2013/QH13',
    )
    expect(lawOf({ name: 'Luật Đất đai', citedOn: '2010-05-06' }).law?.number).to.equal(
      '13/2003/QH11',
    )
  })

  it('keeps both candidates between issue and effect', () => {
    const { law, candidates } = lawOf({ name: 'Luật Nhà ở', citedOn: '2024-02-01' })
    expect(law).to.equal(null)
    expect(candidates.map(({ number }) => number)).to.deep.equal(['65/2014/QH13', '27/2023/QH15'])
  })

  it('keeps all candidates without year and day, and none of an unknown name', () => {
    expect(lawOf({ name: 'Luật Doanh nghiệp' }).candidates).to.have.length(4)
    expect(lawOf({ name: 'Luật Cây dừa nước' })).to.deep.equal({ law: null, candidates: [] })
  })
})
