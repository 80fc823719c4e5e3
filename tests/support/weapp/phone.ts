import path from 'node:path'
import { buildSync } from 'esbuild'
import type { ConstructorOptions, DOMWindow, JSDOM as Jsdom } from 'jsdom'
import { type Bundle, compile } from './compile'
import type { Host, startHost } from './host'
import type { Carried, Outside } from './outside'

/** Put here by `phone-environment.ts`. */
declare const JSDOM: { new (html: string, options: ConstructorOptions): Jsdom }

/** The address that is compiled into the weapp output. */
const apiBase = 'http://127.0.0.1:8080'

let compiled: { bundle: Bundle; host: string } | undefined

function readOutput() {
  compiled ??= {
    bundle: compile(path.resolve('miniprogram/dist/weapp')),
    host:
      buildSync({
        entryPoints: [path.resolve('tests/support/weapp/host.ts')],
        bundle: true,
        write: false,
        format: 'iife',
        target: 'es2022',
        define: { 'process.env.NODE_ENV': '"production"' },
      }).outputFiles[0]?.text ?? '',
  }
  return compiled
}

export interface Phone {
  host: Host
  close: () => void
}

/** A phone with WeChat on which the mini-program is closed; `storage` is what it left behind the last time. */
export function createPhone(parts: {
  serverUrl: string
  simulatorUrl: string
  openid: string
  now: () => Date
  storage: Map<string, string>
}): Phone {
  const { bundle, host } = readOutput()
  const { window } = new JSDOM('<!doctype html><html><body></body></html>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    url: 'http://phone.invalid/',
  })
  const simulate = async (act: string, input: object) => {
    const answer = await fetch(`${parts.simulatorUrl}/__sim/users/${parts.openid}/${act}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    return (await answer.json()) as Record<string, unknown>
  }
  const outside: Outside = {
    apiBase,
    carry: (request) => carry(request, parts.serverUrl),
    loginCode: async () => String((await simulate('login-code', {})).code),
    subscribe: (tmplIds) => simulate('subscribe', { tmplIds }),
    now: () => parts.now().getTime(),
    storage: parts.storage,
  }
  window.eval(host)
  const start = (window as DOMWindow & { startHost: typeof startHost }).startHost
  return { host: start(bundle, outside), close: () => window.close() }
}

async function carry({ url, method, headers, body }: Carried, serverUrl: string) {
  const answer = await fetch(url.replace(apiBase, serverUrl), { method, headers, body: body ?? null })
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    bytes: new Uint8Array(await answer.arrayBuffer()),
  }
}
