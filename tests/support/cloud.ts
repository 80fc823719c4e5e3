import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../server/app'
import { createWechat } from '../../server/gateways/wechat/wechat'
import { createLog } from '../../server/http/log'
import type { TestServer } from './server'
import { control } from './simulator'
import { readHere } from './read-here'

interface Service {
  name: string
  /** `WECHAT_CLOUD=private` */
  trusts: boolean
  isPublic: boolean
}

/** Services of 微信云托管 on the database of the test, known to the simulator's gateway. */
export async function hostServices(server: TestServer, services: readonly Service[]) {
  /** Whose sign-ins were counted. */
  const counted: string[] = []
  const hosted = await Promise.all(
    services.map(async ({ name, trusts, isPublic }) => {
      const env = { ...server.env, wechat: { ...server.env.wechat, trustsCloudHeaders: trusts } }
      const { app } = createApp({
        env,
        database: server.database,
        wechat: createWechat(env.wechat, server.clock.now),
        log: createLog('silent'),
        apart: readHere(server.database.reader),
        now: server.clock.now,
        limits(limit, who) {
          if (limit === 'signIn') counted.push(who)
          return Promise.resolve()
        },
      })
      const container = createServer((request, response) => void app.callback()(request, response))
      await new Promise<void>((resolve) => container.listen(0, '127.0.0.1', resolve))
      const url = `http://127.0.0.1:${(container.address() as AddressInfo).port}`
      return { container, url, told: { name, url, isPublic } }
    }),
  )
  await control(server, '/cloud', { services: hosted.map(({ told }) => told) })
  return {
    counted,
    urls: hosted.map(({ url }) => url),
    async stop() {
      for (const { container } of hosted) {
        container.closeAllConnections()
        await new Promise((resolve) => container.close(resolve))
      }
    },
  }
}
export type HostedServices = Awaited<ReturnType<typeof hostServices>>
