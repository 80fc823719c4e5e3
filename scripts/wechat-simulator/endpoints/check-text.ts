import { findActiveUser } from '../active-user'
import { drawHex8 } from '../chance'
import { isAboveDay, isAboveMinute } from '../counters'
import { type Call, type Endpoint, type JsonObject } from '../endpoint'
import { refuse } from '../refusal'
import { type Reply, replyJson } from '../reply'
import { type App } from '../shapes'
import { judgeText } from '../text-rules'
import { type World } from '../world'

/** 资料, 评论, 论坛, 社交日志 (section 5, A). */
const scenes: unknown[] = [1, 2, 3, 4]

/** The content counts in characters, 2500 at most; an empty one is 44002 (assumption 19). */
function readContent(value: unknown): string {
  if (value === undefined || value === '') return refuse(44002)
  if (typeof value !== 'string' || [...value].length > 2500) return refuse(47001)
  return value
}

/** Title and nickname are judged with the content; the signature only in a profile (scene 1). */
function readRest(body: JsonObject): string[] {
  const names = body.scene === 1 ? ['title', 'nickname', 'signature'] : ['title', 'nickname']
  return names.map((name) => {
    const { [name]: value = '' } = body
    return typeof value === 'string' ? value : refuse(47001)
  })
}

/** Version, scene, openid, activity, content, quotas: the order of section 9.2, row 11. */
function answer(world: World, { body }: Call, app: App): Reply {
  const { state } = world
  if (body.version !== 2) refuse(47001)
  if (!scenes.includes(body.scene)) refuse(40129)
  findActiveUser(world, app, body.openid)
  const texts = [readContent(body.content), ...readRest(body)]
  if (isAboveMinute(world, `textCheck/${app.appid}`, state.limits.textCheckMinute)) refuse(44991)
  if (isAboveDay(world, `textCheck/${app.appid}`, state.limits.textCheckDay)) refuse(45009)

  const { suggest, label, keyword } = judgeText(state.contentWords, texts.join('\n'))
  const found = keyword === undefined ? {} : { level: 20, keyword }
  return replyJson({
    errcode: 0,
    errmsg: 'ok',
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 },
      { strategy: 'keyword', errcode: 0, suggest, label, ...found },
    ],
    result: { suggest, label },
    trace_id: [drawHex8(state), drawHex8(state), drawHex8(state)].join('-'),
  })
}

export const checkText: Endpoint = {
  kind: 'business',
  method: 'POST',
  path: '/wxa/msg_sec_check',
  answer,
}
