import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'chai'
import { endProcess, isRunning, markOf, processesWith } from '../../server/engines/processes.ts'
import { firstLine } from '../support/engineFolder.ts'

describe('processes', () => {
  it('tells a process from a later one of the same number', async () => {
    const sleeper = spawn('sleep', ['60'])
    const mark = markOf(sleeper.pid ?? 0)
    expect(isRunning(mark)).to.equal(true)
    const earlier = { ...mark, startedAt: 'before' }
    expect(isRunning(earlier)).to.equal(false)
    await endProcess(earlier)
    expect(isRunning(mark)).to.equal(true)
    await endProcess(mark)
    expect(isRunning(mark)).to.equal(false)
  })

  it('insists when a process does not listen', async () => {
    const deaf = spawn(process.execPath, ['-e', DEAF])
    await firstLine(deaf.stdout)
    const exit = once(deaf, 'exit')
    await endProcess(markOf(deaf.pid ?? 0), 200)
    expect((await exit)[1]).to.equal('SIGKILL')
  })

  it('takes the unreaped remains of a process for gone', async () => {
    // The shell does not wait for its child, which becomes a zombie.
    const shell = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'])
    const pid = Number(await firstLine(shell.stdout))
    const mark = markOf(pid)
    await endProcess(mark)
    expect(isRunning(mark)).to.equal(false)
    shell.kill()
  })

  it('finds processes by the words of their command line', () => {
    const sleeper = spawn('sleep', ['61.5'])
    expect(processesWith(['sleep', '61.5']).map(({ pid }) => pid)).to.deep.equal([sleeper.pid])
    expect(processesWith(['sleep', '61'])).to.deep.equal([])
    sleeper.kill()
  })
})

const DEAF = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('ready')`
