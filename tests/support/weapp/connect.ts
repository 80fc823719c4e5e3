import fs from 'node:fs'
import type { TestServer } from '../server'
import { control, loginCode } from '../simulator'
import type { Answered, Outside } from './outside'

/** The address that is compiled into the weapp output. */
const compiledApiBase = 'http://127.0.0.1:8080'

/** Connects a phone in the hands of one WeChat user to the server of the test and the simulator of WeChat. */
export function connect(
  server: TestServer,
  openid: string,
  storage: Map<string, string>,
  privacyAgreed = true,
): Outside {
  const send = async (url: string, request: RequestInit): Promise<Answered> => {
    const answer = await fetch(url.replace(compiledApiBase, server.url), request)
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      bytes: new Uint8Array(await answer.arrayBuffer()),
    }
  }
  return {
    apiBase: compiledApiBase,
    carry: ({ url, body, ...request }) => send(url, { ...request, body: body ?? null }),
    upload({ url, name, filePath, formData, ...request }) {
      const form = new FormData()
      for (const [said, value] of Object.entries(formData)) form.set(said, value)
      form.set(name, new Blob([new Uint8Array(fs.readFileSync(filePath))]), 'picture.jpg')
      return send(url, { ...request, body: form })
    },
    loginCode: () => loginCode(server, openid),
    subscribe: (tmplIds) => control(server, `/users/${openid}/subscribe`, { tmplIds }),
    setting: () => control(server, `/users/${openid}/setting`),
    phoneCode: () => control(server, `/users/${openid}/phone-code`, {}),
    privacyAgreed,
    now: () => server.clock.now().getTime(),
    storage,
  }
}
