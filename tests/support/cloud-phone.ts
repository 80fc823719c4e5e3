import fs from 'node:fs'
import type { TestServer } from './server'
import { control, loginCode } from './simulator'

/** What is compiled into a mini-program that was built for 微信云托管. */
export interface CloudBuild {
  env: string
  service: string
}

interface Call {
  config: { env: string }
  path: string
  method: string
  header: Record<string, string>
  data?: unknown
}
type Sending = { url: string; header: Record<string, string>; name?: string; filePath?: string }

/**
 * The phone's own client in this process, on a `Taro` whose cloud is the gateway of the simulator. What goes by HTTPS
 * goes to the public address of the environment, past WeChat.
 */
export async function openCloudPhone(server: TestServer, openid: string, { env, service }: CloudBuild) {
  const storage = new Map<string, unknown>()
  /** The messages that left the phone. */
  const calls: Call[] = []
  const inits: unknown[] = []
  const uploaded: string[] = []
  let downloaded = Buffer.alloc(0)

  const cloud = {
    init: (config: unknown) => void inits.push(config),
    async callContainer(call: Call) {
      calls.push(call)
      const { config, header, path, method, data } = call
      if (config.env !== env) throw new Error('no such environment')
      const answer = await control<{ errMsg: string; statusCode?: number; data?: unknown }>(server, '/call', {
        openid,
        service: header['X-WX-SERVICE'],
        path,
        method,
        header,
        ...(data === undefined ? {} : { data }),
      })
      if (answer.statusCode === undefined) throw Object.assign(new Error(answer.errMsg), answer)
      return answer
    },
  }
  const Taro = {
    cloud: cloud as typeof cloud | undefined,
    login: async () => ({ code: await loginCode(server, openid) }),
    request: () => Promise.reject(new Error('a message left the phone over HTTPS')),
    async uploadFile({ url, header, name = '', filePath = '' }: Sending) {
      uploaded.push(url)
      const form = new FormData()
      form.set(name, new Blob([new Uint8Array(fs.readFileSync(filePath))]), 'picture.jpg')
      const answer = await fetch(url, { method: 'POST', headers: header, body: form })
      return { statusCode: answer.status, data: await answer.text() }
    },
    async downloadFile({ url, header }: Sending) {
      const answer = await fetch(url, { headers: header })
      downloaded = Buffer.from(await answer.arrayBuffer())
      return { statusCode: answer.status, tempFilePath: 'wxfile://tmp_1.jpg' }
    },
    getUserCryptoManager: () => ({
      getRandomValues: ({ length, success }: { length: number; success: (got: object) => void }) =>
        setTimeout(() => success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }), 0),
    }),
    getStorageSync: (name: string) => storage.get(name) ?? '',
    setStorageSync: (name: string, value: unknown) => void storage.set(name, value),
    removeStorageSync: (name: string) => void storage.delete(name),
  }

  jest.resetModules()
  jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }))
  Object.assign(globalThis, {
    API_BASE: server.simulator.publicUrl,
    CLOUD_ENV: env,
    CLOUD_SERVICE: service,
  })
  process.env.TARO_ENV = 'weapp'
  const { ask } = await import('../../miniprogram/src/client/ask')
  const { Offline } = await import('../../miniprogram/src/client/request')
  const { downloadPhoto, sendPhoto } = await import('../../miniprogram/src/client/photos')
  return {
    ask,
    Offline,
    sendPhoto,
    downloadPhoto,
    calls,
    inits,
    uploaded,
    storage,
    downloaded: () => downloaded,
    /** WeChat from before there was a cloud. */
    beOld: () => {
      Taro.cloud = undefined
    },
  }
}
export type CloudPhone = Awaited<ReturnType<typeof openCloudPhone>>
