const SIGNALS: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Calls `stop` once when the program is asked to end: Ctrl-C, SIGTERM, a closed terminal, or the death of the
 * launcher that holds our other end of the IPC channel. Then exits; a second signal does not hurry it. A server
 * that ends when told to has done its work (0); work cut short says so by another `exitCode`. Returns the undo.
 */
export function onStop(
  stop: (reason: string) => Promise<unknown>,
  { exitCode = 0 }: { exitCode?: number } = {},
): () => void {
  let stopping = false
  const end = (reason: string) => {
    if (stopping) return
    stopping = true
    stop(reason).then(
      () => process.exit(exitCode),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  const onDisconnect = () => end('disconnect')
  for (const signal of SIGNALS) process.on(signal, end)
  process.on('disconnect', onDisconnect)
  return () => {
    for (const signal of SIGNALS) process.off(signal, end)
    process.off('disconnect', onDisconnect)
    // Listening to the channel keeps the program alive.
    if (process.connected) process.channel?.unref()
  }
}
