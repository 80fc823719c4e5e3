import path from 'node:path'
import { buildSync } from 'esbuild'
import type { ConstructorOptions, DOMWindow, JSDOM as Jsdom } from 'jsdom'
import type { Bundle } from './compile'
import type { Host, startHost } from './host'
import type { Outside } from './outside'

/** Put here by `phone-environment.ts`. */
declare const JSDOM: { new (html: string, options: ConstructorOptions): Jsdom }

export interface Phone {
  host: Host
  close: () => void
}

/** A phone with WeChat, on which the mini-program is not yet open. */
export function createPhone(bundle: Bundle, outside: Outside): Phone {
  const { window } = new JSDOM('<!doctype html><html><body></body></html>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: 'http://phone.invalid/',
  })
  window.eval(readHost())
  const start = (window as DOMWindow & { startHost: typeof startHost }).startHost
  return { host: start(bundle, outside), close: () => window.close() }
}

let bundled: string | undefined

/** The host as one script for the window. */
function readHost(): string {
  bundled ??= buildSync({
    entryPoints: [path.resolve('tests/support/weapp/host.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  }).outputFiles[0]?.text
  return bundled ?? ''
}
