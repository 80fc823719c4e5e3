import * as z from 'zod/mini'
import { id, line } from '../grammar/fields'
import { type CodeTarget, codeTargets } from '../words/words'
import { done, get, post, showsPicture } from '../grammar/endpoint'

const target = z.enum(Object.keys(codeTargets) as CodeTarget[])
const scene = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,32}$/))

/** What is printed in a 小程序码, and what stands after `/q/` in a link: both lead to the same place. */
export const resolveScene = get('/scenes/:scene', {
  who: 'anyone',
  says: '扫码得到的短码指向哪里：站点、代表，还是公开栏；停用了的也说得出是哪个镇的',
  output: z.strictObject({
    townId: id(),
    townName: z.string(),
    kind: target,
    stationId: z.nullable(id()),
    deputyId: z.nullable(id()),
    /** Why it leads no further than to the home of the town: taken back, or its deputy or station is no more. */
    ended: z.nullable(z.enum(['revoked', 'gone'])),
  }),
})

/** For the screen on the wall of a station: the code that hangs at its door. */
export const showSceneImage = get('/scenes/:scene/image', {
  who: 'anyone',
  says: '短码对应的小程序码图片；停用了就没有',
  ...showsPicture,
})

export const listCodes = get('/towns/:town/qr-codes', {
  who: 'printCodes',
  says: '公开栏、站点和代表的小程序码：有没有，停用过几张',
  output: z.strictObject({
    targets: z.array(
      z.strictObject({
        kind: target,
        id: id(),
        name: z.string(),
        code: z.nullable(z.strictObject({ scene, at: z.iso.datetime(), by: z.nullable(z.string()) })),
        revoked: z.array(
          z.strictObject({
            scene,
            at: z.iso.datetime(),
            by: z.nullable(z.string()),
            because: z.string(),
          }),
        ),
      }),
    ),
  }),
})
export type CodeOfTarget = z.output<(typeof listCodes)['output']>['targets'][number]

/** The code in force, whether it is made now or was there before: WeChat is asked once for each. */
export const makeCode = post('/towns/:town/qr-codes', {
  who: 'printCodes',
  says: '要一张小程序码：有了就用原来的，没有就向微信要一张存下来',
  input: z.strictObject({ kind: target, id: id() }),
  output: z.strictObject({ scene }),
})

export const showCodeImage = get('/towns/:town/qr-codes/:scene/image', {
  who: 'printCodes',
  says: '小程序码的图片，存着的那一张',
  ...showsPicture,
})

export const revokeCode = post('/towns/:town/qr-codes/:scene/revoke', {
  who: 'printCodes',
  says: '停用一张小程序码；再扫它的人会看到它停用了，能去本镇首页',
  input: z.strictObject({
    because: line('停用的原因', 60, { help: '例如：贴的地方换了、码被人盖住换掉了。' }),
  }),
  output: done,
})
