import { readFileSync } from 'node:fs'
import { type Seed, seedShape } from './seed-shapes'
import { startSimulator } from './simulator'

/** The seed of `SIMULATOR_SEED_FILE`; without one, the app and the templates of `seed.ts`. */
function readSeed(file: string | undefined): Seed {
  return file ? seedShape.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

/**
 * Prints one line when ready, `{"ready":true,"url":"http://127.0.0.1:…","controlUrl":"…"}`,
 * tells a parent process the same, and ends on SIGTERM, SIGINT or with its parent.
 */
async function main(): Promise<void> {
  const port = Number(process.env.SIMULATOR_PORT ?? 0)
  const simulator = await startSimulator({ ...readSeed(process.env.SIMULATOR_SEED_FILE), port })
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.once(event, () => {
      void simulator.close()
      // The line to the parent would keep the process alive.
      if (process.connected) process.disconnect()
    })
  }
  const { url, controlUrl } = simulator
  process.send?.({ ready: true, url, controlUrl })
  process.stdout.write(`${JSON.stringify({ ready: true, url, controlUrl })}\n`)
}

main().catch((error: unknown) => {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`The WeChat simulator cannot start: ${reason}\n`)
  process.exitCode = 1
})
