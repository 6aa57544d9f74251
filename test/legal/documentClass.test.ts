import { expect } from 'chai'
import { classifyDocument } from '../../server/legal/documentClass.ts'

type Input = Parameters<typeof classifyDocument>[0]

describe('classifyDocument', () => {
  const rows: [Input, string, string][] = [
    [{ number: '31/2022/QĐ-UBND', type: 'decision' }, 'qppl', 'high'],
    [
      { number: '542/QĐ-UBND-HC', type: 'decision', issuedOn: '2021-02-03' },
      'administrative',
      'high',
    ],
    [{ number: '19/KH-SXD', type: 'plan' }, 'administrative', 'high'],
    [{ number: '08-NQ/TU', type: 'resolution' }, 'party', 'high'],
    [{ number: '40/2021', type: 'decision' }, 'unknown', 'none'],
    [{ number: '71/2026/QĐ-CTUBND', type: 'decision', issuedOn: '2026-03-02' }, 'qppl', 'medium'],
    [
      { number: '71/2025/QĐ-CTUBND', type: 'decision', issuedOn: '2025-03-02' },
      'administrative',
      'medium',
    ],
    [
      {
        number: '3/2025/QĐ-UBND',
        type: 'decision',
        issuer: 'UBND xã Bình An',
        issuedOn: '2025-05-05',
      },
      'administrative',
      'low',
    ],
    [{ number: '15/2007/QĐ-BXD', type: 'decision', issuedOn: '2007-05-05' }, 'qppl', 'medium'],
    [
      { number: '15/2017/QĐ-BXD', type: 'decision', issuedOn: '2017-05-05' },
      'administrative',
      'medium',
    ],
    [{ number: '12/VBHN-BXD', type: null }, 'administrative', 'high'],
    [{ number: '118/CP', type: 'decree', issuedOn: '1994-01-01' }, 'unknown', 'none'],
    [{ number: null, type: 'law' }, 'qppl', 'high'],
  ]
  for (const [input, documentClass, confidence] of rows) {
    it(`${input.number ?? 'no number'} ${input.issuedOn ?? ''}`, () => {
      expect(classifyDocument(input)).to.include({ documentClass, confidence })
    })
  }
})
