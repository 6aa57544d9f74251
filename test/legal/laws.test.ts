import { expect } from 'chai'
import { starterTable } from '../../server/catalogue/starter/starterTables.ts'
import { LAWS, type LawRow } from '../../server/legal/data/laws.ts'
import { lawKey, lawOf, lawVersions } from '../../server/legal/laws.ts'

/** A row without what the facts may leave out, to be compared. */
function plain(row: LawRow): Record<string, unknown> {
  const said = Object.entries(row).filter(([, value]) => !isSilent(value))
  return Object.fromEntries(said.sort(([one], [other]) => (one < other ? -1 : 1)))
}

function isSilent(value: unknown): boolean {
  return value === '' || value === 0 || (Array.isArray(value) && value.length === 0)
}

/** The shipped facts on laws, as rows of the reader's table. */
function factsOnLaws(): LawRow[] {
  const numbers = (cell: string) => cell.split('; ').filter(Boolean)
  return starterTable('laws').map(fact => ({
    ...{ title: fact.title, number: fact.number, issuedOn: fact.issued_on },
    effectiveFrom: fact.effective_from,
    ...{ amendedBy: numbers(fact.amended_by), replacedBy: numbers(fact.replaced_by) },
    ...{ support: Number(fact.support), dissent: Number(fact.dissent) },
  }))
}

describe('the table of laws', () => {
  // The reader is a package without files of data to read, so the table stands in its code as well as among the facts of the catalogue.
  it('says what the shipped facts say, and adds only what is written from memory', () => {
    const shipped = new Set(factsOnLaws().map(row => JSON.stringify(plain(row))))
    const held = new Set(LAWS.map(row => JSON.stringify(plain(row))))
    expect([...shipped].filter(row => !held.has(row))).to.deep.equal([])
    const more = LAWS.filter(row => !shipped.has(JSON.stringify(plain(row))))
    // Of the table of documents, where it is an order of the Council of State.
    const sourced = more.filter(({ support }) => support > 0).map(({ number }) => number)
    expect(sourced).to.deep.equal(['21-LCT/HĐNN8'])
  })
})

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
