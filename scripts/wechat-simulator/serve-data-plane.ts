import { type Context } from 'koa'
import { answerRequest } from './data-plane'
import { describeErrcode } from './errcodes'
import { type Fault } from './fault-shapes'
import { takeFault } from './faults'
import { readIncoming } from './incoming'
import { recordReply, recordRequest } from './recording'
import { Refusal } from './refusal'
import { makeRid, type Reply, replyRefusal } from './reply'
import { pause, type World } from './world'

const badGateway =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>502 Bad Gateway</body>\r\n</html>'

/** The reply of a fault that comes before any effect; `silent` when there is none. */
function spoilBefore(ctx: Context, fault: Fault | undefined, rid: string): Reply | 'silent' | undefined {
  switch (fault?.kind) {
    case 'reset':
      ctx.req.socket.resetAndDestroy()
      return 'silent'
    case 'hangBefore':
      return 'silent'
    case 'http502':
      return { status: 502, type: 'text/html', body: badGateway, errcode: 0 }
    case 'errcode':
      return replyRefusal(new Refusal(fault.errcode, describeErrcode(fault.errcode)), ctx.path, rid)
    default:
      return undefined
  }
}

/** What becomes of a reply whose effect has taken place. */
async function spoilAfter(world: World, fault: Fault | undefined, reply: Reply): Promise<Reply | 'silent'> {
  switch (fault?.kind) {
    case 'hangAfter':
      return 'silent'
    case 'slow':
      await pause(world, fault.ms)
      return reply
    case 'truncatedJson':
      return { ...reply, body: reply.body.slice(0, Math.floor(reply.body.length / 2)) }
    default:
      return reply
  }
}

/** One request of the platform's API: write it down, let a fault have its way, answer. */
export async function serveDataPlane(world: World, ctx: Context): Promise<void> {
  const rid = makeRid(world)
  const incoming = await readIncoming(ctx)
  const fault = takeFault(world.state, incoming.path)
  const recorded = recordRequest(world, incoming, rid, fault?.kind ?? null)
  const early = spoilBefore(ctx, fault, rid)
  const reply = early ?? (await spoilAfter(world, fault, await answerRequest(world, incoming, rid)))
  if (reply === 'silent') {
    // The socket stays open and unanswered until the caller gives up or the simulator closes.
    ctx.respond = false
    return
  }
  recordReply(recorded, reply)
  ctx.status = reply.status
  ctx.set('Content-Type', reply.type)
  ctx.body = reply.body
}
