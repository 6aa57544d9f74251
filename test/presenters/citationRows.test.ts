import { expect } from 'chai'
import { citationUse, citationUses } from '../../server/presenters/citationUse.ts'
import { doubtsOf, foldWords, stateWords } from '../../server/presenters/citationState.ts'
import { unknownId } from '../support/build.ts'

describe('the words in the row of a citation', () => {
  it('name the provision and the part of a change', () => {
    expect(
      citationUse({ relation: 'repeals', scope: 'part', pinpoint: 'khoản 2\nĐiều 5' }),
    ).to.equal('Bãi bỏ một phần: khoản 2 Điều 5')
    expect(citationUse({ relation: 'repeals', scope: 'whole', pinpoint: '' })).to.equal('Bãi bỏ')
  })
  it('do not call a citation partial that changes nothing', () => {
    expect(
      citationUse({ relation: 'implements', scope: 'part', pinpoint: 'khoản 3, khoản 4 Điều 28' }),
    ).to.equal('Thực hiện: khoản 3, khoản 4 Điều 28')
    expect(citationUse({ relation: '', scope: '', pinpoint: 'điểm a' })).to.equal('Điểm a')
  })
  it('say each thing done once, with all provisions, and count more than four', () => {
    const cites = (pinpoint: string) => ({
      relation: 'cites' as const,
      scope: '' as const,
      pinpoint,
    })
    const group = ['Điều 1', 'Điều 2', 'Điều 1', '', 'Điều 3', 'Điều 4', 'Điều 5'].map(cites)
    expect(citationUses([...group, { ...cites(''), relation: 'basedOn' as const }])).to.deep.equal([
      'Dẫn chiếu: Điều 1; Điều 2; Điều 3; Điều 4 và 1 chỗ khác',
      'Căn cứ',
    ])
  })
  it('ask of what OCR read whether it is this document', () => {
    const one = { state: 'several' as const, reason: 'readByOcr', candidates: [unknownId()] }
    expect(stateWords(one)).to.equal('Đọc từ bản quét')
    expect(foldWords(one, 1)).to.equal('Có phải văn bản này?')
    expect(stateWords({ ...one, reason: 'tooLittle' })).to.equal('Một văn bản gần khớp')
    const two = { ...one, candidates: [unknownId(), unknownId()] }
    expect(stateWords(two)).to.equal('Nhiều văn bản khớp')
    expect(foldWords(two, 2)).to.equal('Chọn trong 2')
  })
  it('tell each doubt once, until a person has said which document is meant', () => {
    const doubtful = { doubts: ['yearMismatch'], decision: '' as const }
    const words = 'Năm trong số khác năm của ngày ban hành.'
    expect(doubtsOf([doubtful, doubtful])).to.equal(words)
    expect(doubtsOf([{ ...doubtful, decision: 'linked' as const }])).to.equal('')
  })
})
