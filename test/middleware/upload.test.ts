import { expect } from 'chai'
import express from 'express'
import request from 'supertest'
import { uploadFiles } from '../../server/middleware/upload.ts'
import type { Request, Response } from 'express'
import type { UploadError } from '../../server/middleware/upload.ts'

const MEGABYTE = 1024 * 1024
const LIMITS = { fileBytes: MEGABYTE, textBytes: MEGABYTE }

interface Seen {
  body: Record<string, string>
  files: { field: string; name: string; size: number; text: string }[]
  error?: UploadError
}

const app = express()
app.post('/', uploadFiles(LIMITS), (req: Request, res: Response) => {
  const files = Array.isArray(req.files) ? req.files : []
  res.json({
    body: req.body as unknown,
    error: req.uploadError,
    files: files.map(({ fieldname, originalname, size, buffer }) => ({
      field: fieldname,
      name: originalname,
      size,
      text: buffer.subarray(0, 20).toString(),
    })),
  })
})

function seen(response: { status: number; body: unknown }): Seen {
  expect(response.status).to.equal(200)
  return response.body as Seen
}

describe('uploadFiles', () => {
  it('keeps the fields and the Vietnamese names of the files, in NFC', async () => {
    const name = 'Nghị định số 5 (dự thảo), lần 2.docx'
    const { body, files, error } = seen(
      await request(app)
        .post('/')
        .field('note', 'Ghi chú có dấu')
        .attach('file', Buffer.from('một'), name.normalize('NFD'))
        .attach('file', Buffer.from('hai'), 'Ðề án 50%.txt'),
    )
    expect(error).to.equal(undefined)
    expect(body).to.deep.equal({ note: 'Ghi chú có dấu' })
    expect(files.map(file => file.name)).to.deep.equal([name, 'Ðề án 50%.txt'])
    expect(files.map(file => file.text)).to.deep.equal(['một', 'hai'])
  })

  it('names a file over the limit, drops it, and keeps what was typed before and after it', async () => {
    const { body, files, error } = seen(
      await request(app)
        .post('/')
        .field('before', 'trước')
        .attach('file', Buffer.alloc(MEGABYTE + 1), 'to.pdf')
        .attach('file', Buffer.from('x'), 'nhỏ.txt')
        .field('after', 'sau'),
    )
    expect(error).to.deep.equal({ field: 'file', key: 'files.tooLarge', params: { limit: 1 } })
    expect(body).to.deep.equal({ before: 'trước', after: 'sau' })
    expect(files.map(file => file.name)).to.deep.equal(['nhỏ.txt'])
  })

  it('takes a file of exactly the limit', async () => {
    const bytes = Buffer.alloc(MEGABYTE, 'a')
    const { files, error } = seen(await request(app).post('/').attach('file', bytes, 'a.txt'))
    expect(error).to.equal(undefined)
    expect(files[0]?.size).to.equal(MEGABYTE)
  })

  it('stops a file that is hopelessly over the limit', async () => {
    const bytes = Buffer.alloc(11 * MEGABYTE)
    const { body, files, error } = seen(
      await request(app).post('/').field('before', 'trước').attach('file', bytes, 'a.pdf'),
    )
    expect(error?.key).to.equal('files.tooLarge')
    expect(body).to.deep.equal({ before: 'trước' })
    expect(files).to.deep.equal([])
  })

  it('refuses files that together hold too much', async () => {
    let post = request(app).post('/')
    for (let n = 0; n < 5; n += 1) post = post.attach('file', Buffer.alloc(MEGABYTE), `${n}.txt`)
    const { files, error } = seen(await post)
    expect(error).to.deep.equal({ field: 'file', key: 'files.allTooLarge', params: { limit: 4 } })
    expect(files).to.have.length(4)
  })

  it('refuses more than twenty files', async () => {
    let post = request(app).post('/').field('note', 'giữ')
    for (let n = 0; n < 21; n += 1) post = post.attach('file', Buffer.from('x'), `${n}.txt`)
    const { body, error } = seen(await post)
    expect(error).to.deep.include({ key: 'files.tooMany', params: { limit: 20 } })
    expect(body).to.deep.equal({ note: 'giữ' })
  })

  it('takes a pasted text up to the limit, line ends counted once', async () => {
    const text = 'a\r\n'.repeat(MEGABYTE / 2)
    const { body, error } = seen(await request(app).post('/').field('text', text))
    expect(error).to.equal(undefined)
    expect(body.text).to.have.length(text.length)
  })

  it('names a pasted text over the limit and keeps it', async () => {
    const text = 'ă'.repeat(MEGABYTE / 2 + 1)
    const { body, error } = seen(await request(app).post('/').field('text', text))
    expect(error).to.deep.equal({ field: 'text', key: 'files.textTooLong', params: { limit: 1 } })
    expect(body.text).to.have.length(text.length)
  })

  it('hands an empty file on: what it is worth is for its reader to say', async () => {
    const { files, error } = seen(
      await request(app).post('/').attach('file', Buffer.alloc(0), 'trống.pdf'),
    )
    expect(error).to.equal(undefined)
    expect(files).to.deep.equal([{ field: 'file', name: 'trống.pdf', size: 0, text: '' }])
  })

  it('takes a form whose file was not chosen', async () => {
    const part = (head: string, body: string) =>
      `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
    const { body, files, error } = seen(
      await request(app)
        .post('/')
        .set('Content-Type', 'multipart/form-data; boundary=x')
        .send(
          `${part('name="file"; filename=""\r\nContent-Type: application/octet-stream', '')}${part('name="text"', 'Điều 1')}--x--\r\n`,
        ),
    )
    expect({ body, files, error }).to.deep.equal({
      body: { text: 'Điều 1' },
      files: [],
      error: undefined,
    })
  })

  it('names a form that breaks off', async () => {
    const { error } = seen(
      await request(app)
        .post('/')
        .set('Content-Type', 'multipart/form-data; boundary=x')
        .send('--x\r\nContent-Disposition: form-data; name="text"\r\n\r\nĐiều'),
    )
    expect(error).to.deep.equal({ field: 'file', key: 'files.uploadBroken' })
  })

  it('lets other requests pass', async () => {
    const { body, files, error } = seen(await request(app).post('/'))
    expect({ body, files, error }).to.deep.equal({ body: {}, files: [], error: undefined })
  })
})
