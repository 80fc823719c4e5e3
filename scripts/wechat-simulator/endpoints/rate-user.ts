import { findActiveUser } from '../active-user'
import { type Call, type Endpoint } from '../endpoint'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App } from '../shapes'
import { type World } from '../world'

/** `getuserriskrank`: 0 is safe, 4 is not (section 5, A). The misspelt name is the platform's. */
function answer(world: World, { body }: Call, app: App): Reply {
  if (body.appid !== app.appid) refuse(40013)
  if (![0, 1, 2].includes(body.scene as number)) refuse(40129)
  const { riskRank } = findActiveUser(world, app, body.openid)
  if (typeof body.client_ip !== 'string' || !body.client_ip) refuse(47001)
  return replyJson({ errcode: 0, errmsg: 'getuserriskrank succ', unoin_id: 0, risk_rank: riskRank })
}

export const rateUser: Endpoint = { kind: 'business', method: 'POST', path: '/wxa/getuserriskrank', answer }
