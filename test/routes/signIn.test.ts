import { expect } from 'chai'
import { newUser, testApp } from '../support/app.ts'
import { useDatabase } from '../support/database.ts'

describe('sign-in', () => {
  useDatabase()
  it('lets a person in', async () => {
    const { signedIn } = testApp()
    const reader = await signedIn('reader')
    const page = await reader.get('/nowhere')
    expect(page.status).to.equal(404)
    expect(page.text).to.contain('Không có trang này').and.contain(reader.actor.name)
  })
  it('x', async () => {
    const { visitor } = testApp()
    const user = await newUser(['reader'])
    const wrong = await visitor().post('/sign-in', {
      username: user.username,
      password: 'sai',
      returnTo: '/due',
    })
    expect(wrong.status).to.equal(422)
    expect(wrong.text).to.contain(user.username)
  })
})
