import * as z from 'zod/mini'
import { id, line } from '../grammar/fields'
import { type CodeTarget, codeTargets } from '../words/words'
import { done, get, post, showsPicture } from '../grammar/endpoint'

const target = z.enum(Object.keys(codeTargets) as CodeTarget[])
const scene = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,32}$/))

/** What is printed in a 小程序码, and what stands after `/q/` in a link: both lead to the same place. */
export const resolveScene = get('/scenes/:scene', {
  who: 'anyone',
  says: '扫码得到的短码指向哪里：站点、村、代表、一件公开的建议，还是公开栏；停用了的也说得出是哪个镇的',
  output: z.strictObject({
    townId: id(),
    townName: z.string(),
    kind: target,
    stationId: z.nullable(id()),
    deputyId: z.nullable(id()),
    villageId: z.nullable(id()),
    matterId: z.nullable(id()),
    /** Why it leads no further than to the home of the town: taken back, or what it was for is no more. */
    ended: z.nullable(z.enum(['revoked', 'gone'])),
  }),
})

/** Whoever has opened a code says so, and nothing else: a number of the day goes up. A code that is no code counts nothing. */
export const countScan = post('/scenes/:scene/scans', {
  who: 'anyone',
  says: '扫了一次码：当天的次数加一；不记是谁、用什么手机、从哪里来',
  output: done,
})

/** For the screen on the wall of a station: the code that hangs at its door. */
export const showSceneImage = get('/scenes/:scene/image', {
  who: 'anyone',
  says: '短码对应的小程序码图片；停用了就没有',
  ...showsPicture,
})

/** `recentScans` are those of the last thirty days. */
export const recentDays = 30
/** How often it was scanned: of nobody in particular. A code that was taken back may still hang somewhere. */
const scans = { scans: z.int(), recentScans: z.int() }

export const listCodes = get('/towns/:town/qr-codes', {
  who: 'printCodes',
  says: '公开栏、站点、村、代表和公开的建议的小程序码：有没有，扫过几次，停用过几张',
  output: z.strictObject({
    targets: z.array(
      z.strictObject({
        kind: target,
        id: id(),
        name: z.string(),
        code: z.nullable(
          z.strictObject({ scene, at: z.iso.datetime(), by: z.nullable(z.string()), ...scans }),
        ),
        revoked: z.array(
          z.strictObject({
            scene,
            at: z.iso.datetime(),
            by: z.nullable(z.string()),
            because: z.string(),
            ...scans,
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
