import { createServer, type Server } from 'node:http'
import type { Express } from 'express'

const TRIES = 50

/**
 * Opens the app for requests. A port that was asked for is taken or the start fails; the standard one may be busy,
 * then the next free one is taken: compare the returned `port` and say so.
 * @throws the EADDRINUSE error of an explicit port, or of the last one tried
 */
export async function listen(
  app: Express,
  { port, host, portIsExplicit }: { port: number; host: string; portIsExplicit: boolean },
): Promise<{ server: Server; port: number }> {
  for (let next = port; ; next += 1) {
    try {
      const server = await listenOn(app, next, host)
      return { server, port: (server.address() as { port: number }).port }
    } catch (error) {
      const isBusy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!isBusy || portIsExplicit || next === port + TRIES) throw error
    }
  }
}

function listenOn(app: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(app)
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}
