import { type Context } from 'koa'
import { describeErrcode } from './errcodes'
import { type Fault } from './fault-shapes'
import { drawQrCode } from './qr-image'
import { Refusal } from './refusal'
import { type Reply, replyImage, replyJson, replyRefusal } from './reply'
import { pause, type World } from './world'

/** `silent`: nothing more is said, and the socket stays as it is. */
export type Spoilt = Reply | 'silent'

function gatewayPage(status: 502 | 504): Reply {
  const title = status === 502 ? '502 Bad Gateway' : '504 Gateway Time-out'
  const body = `<html>\r\n<head><title>${title}</title></head>\r\n<body>${title}</body>\r\n</html>`
  return { status, type: 'text/html', body, errcode: 0 }
}

/** The reply of a fault that comes before any effect. */
export function spoilBefore(ctx: Context, fault: Fault | undefined, rid: string): Spoilt | undefined {
  switch (fault?.kind) {
    case 'reset':
      ctx.req.socket.resetAndDestroy()
      return 'silent'
    case 'hangBefore':
      return 'silent'
    case 'http502':
      return gatewayPage(502)
    case 'http504':
      return gatewayPage(504)
    case 'errcode':
      return replyRefusal(new Refusal(fault.errcode, describeErrcode(fault.errcode)), ctx.path, rid)
    default:
      return undefined
  }
}

/** Announces the whole body, sends half of it and breaks the connection. */
function breakOff(ctx: Context, { status, type, body }: Reply): void {
  const bytes = Buffer.from(body)
  ctx.res.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length })
  ctx.res.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => ctx.req.socket.resetAndDestroy())
}

/** A picture where JSON belongs, and JSON that is no error where a picture belongs. */
async function swap(reply: Reply): Promise<Reply> {
  if (typeof reply.body !== 'string') return replyJson({ errcode: 0, errmsg: 'ok' })
  const look = { width: 280, color: { r: 0, g: 0, b: 0 }, format: 'jpeg', isTransparent: false } as const
  return replyImage('image/jpeg', await drawQrCode('wxsim://swapped', look))
}

/** What becomes of a reply whose effect has taken place. */
export async function spoilAfter(
  world: World,
  ctx: Context,
  fault: Fault | undefined,
  reply: Reply,
): Promise<Spoilt> {
  switch (fault?.kind) {
    case 'hangAfter':
      return 'silent'
    case 'resetMidBody':
      breakOff(ctx, reply)
      return 'silent'
    case 'slow':
      await pause(world, fault.ms)
      return reply
    case 'truncatedJson':
      return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) }
    case 'plainText':
      return { ...reply, type: 'text/plain' }
    case 'swapped':
      return swap(reply)
    default:
      return reply
  }
}
