import { printStationCode, resolveScene, showStation } from '../../../shared/api/stations'
import { Refusal } from '../../../shared/refusals'
import type { Wechat } from '../../gateways/wechat/wechat'
import type { Bind } from '../../http/bind'
import { readStation, stationOfScene } from './queries'

export function stationRoutes(bind: Bind, wechat: Wechat) {
  bind.publicRead(showStation, ({ reader, params, now }) => readStation(reader, params.town, params.id, now))

  bind.publicRead(resolveScene, ({ reader, params }) => stationOfScene(reader, params.scene))

  bind.read(printStationCode, async ({ reader, params, now, context }) => {
    await readStation(reader, params.town, params.id, now)
    const image = await wechat.makeCode(`s${params.id}`, 'pages/station').catch(() => {
      throw new Refusal('unavailable', {}, '暂时取不到小程序码，请过一会儿再试。')
    })
    context.type = image[0] === 0xff ? 'image/jpeg' : 'image/png'
    context.set('Cache-Control', 'private, max-age=3600')
    return image
  })
}
