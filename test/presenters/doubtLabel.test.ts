import { expect } from 'chai'
import { doubtLabel } from '../../server/presenters/doubtLabel.ts'

describe('the words of a doubt', () => {
  it('name the known code an unknown one is near', () => {
    expect(doubtLabel('unknownIssuer:BNNMT')).to.match(/gần nhất là BNNMT\.$/u)
  })
  it('keep what stands behind the first colon whole', () => {
    expect(doubtLabel('twoSpellings:48/KH:TCT')).to.contain('48/KH:TCT')
  })
  it('are the label alone where it needs no word', () => {
    expect(doubtLabel('incompleteNumber')).to.match(/^Số thiếu phần ký hiệu/u)
  })
  it('are none for a doubt nobody put into words', () => {
    expect(doubtLabel('nobodyKnows')).to.equal('')
  })
})
