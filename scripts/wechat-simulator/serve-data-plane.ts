import { type Context } from 'koa'
import { answerRequest } from './data-plane'
import { takeFault } from './faults'
import { readIncoming } from './incoming'
import { recordReply, recordRequest } from './recording'
import { makeRid } from './reply'
import { type Route } from './route'
import { spoilAfter, spoilBefore } from './spoil'
import { type World } from './world'

/** One request of the platform's API: write it down, let a fault have its way, answer. */
export async function serveDataPlane(world: World, ctx: Context, route: Route): Promise<void> {
  const rid = makeRid(world)
  const incoming = await readIncoming(ctx)
  const fault = takeFault(world.state, incoming.path)
  const recorded = recordRequest(world, incoming, rid, fault?.kind ?? null, route)
  const early = spoilBefore(ctx, fault, rid)
  const reply =
    early ?? (await spoilAfter(world, ctx, fault, await answerRequest(world, incoming, rid, route)))
  if (reply === 'silent') {
    // The socket stays open and unanswered until the caller gives up or the simulator closes.
    ctx.respond = false
    return
  }
  recordReply(recorded, reply)
  // A container knows a success of the side-car by this header (section 1.3, A).
  if (route === 'cloud' && reply.errcode === 0) ctx.set('x-openapi-seqid', rid)
  ctx.status = reply.status
  ctx.set('Content-Type', reply.type)
  ctx.body = reply.body
}
