import { type Browser, chromium } from 'playwright-core'

let launched: Promise<Browser> | undefined

/** One Chromium for all people of a test file. */
export function openBrowser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      // There is a microphone, it hears a tone, and whoever is asked lets it be heard.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return launched
}

export async function closeBrowser() {
  await (await launched)?.close()
  launched = undefined
}
