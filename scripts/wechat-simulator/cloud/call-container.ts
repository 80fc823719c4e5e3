import { chooseApp } from '../choose-app'
import { type User } from '../shapes'
import { type World } from '../world'
import { ownerHeaders, reuseHeaders } from './caller-headers'
import { type CloudFault, type Service } from './cloud-shapes'

const kibibyte = 1024
const mostText = 100 * kibibyte
const mostBinary = 20 * kibibyte * kibibyte
const mostReply = 1000 * kibibyte

export type ContainerCall = {
  user: User
  service: Service
  path: string
  method: string
  header: Record<string, string>
  body: { kind: 'text' | 'binary'; bytes: Buffer } | undefined
  via: 'wx' | 'public' | 'reuse'
}

type Outcome = {
  errMsg: string
  statusCode?: number
  header?: Record<string, string>
  data?: unknown
}

function fail(reason: string): Outcome {
  return { errMsg: `cloud.callContainer:fail ${reason}` }
}

/** The public route adds nothing and takes nothing away, forged names included (section 1.3, D; section 9.2). */
function headersOf(
  world: World,
  { user, header, via }: ContainerCall,
  fault: CloudFault | undefined,
): Record<string, string> {
  const app = chooseApp(world.state, user.appid)
  const owner = ownerHeaders(world, app, user, header)
  if (fault === 'forged') return owner
  if (via === 'public') return header
  if (via === 'reuse' || fault === 'fromOnly') return reuseHeaders(world, app, user, header)
  if (fault === 'withoutOpenid') delete owner['X-WX-OPENID']
  return owner
}

function readData(text: string, type: string | null): unknown {
  if (!type?.includes('json')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `wx.cloud.callContainer` with its limits (section 1.3, A): 100 KiB of text or 20 MiB, 1000 KiB back, 60 s. */
export async function callContainer(world: World, call: ContainerCall): Promise<Outcome> {
  const { service, body } = call
  const most = body?.kind === 'binary' ? mostBinary : mostText
  if (body && body.bytes.length > most) return fail(`data exceeds ${most} bytes`)
  const fault = world.state.cloud.faults.shift()
  const isPublic = call.via === 'public' || fault === 'forged'
  if (isPublic && !service.isPublic) return { errMsg: 'request:ok', statusCode: 404, data: '' }
  if (!isPublic) call.user.lastActiveAt = world.now()

  const headers = headersOf(world, call, fault)
  const signal = AbortSignal.any([world.closing, AbortSignal.timeout(world.state.cloud.callTimeoutMs)])
  const init = { method: call.method, headers, signal, redirect: 'manual' as const }
  try {
    const response = await fetch(new URL(call.path, service.url), {
      ...init,
      ...(body ? { body: new Uint8Array(body.bytes) } : {}),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    if (bytes.length > mostReply) return fail(`response exceeds ${mostReply} bytes`)
    return {
      errMsg: 'cloud.callContainer:ok',
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      data: readData(bytes.toString(), response.headers.get('content-type')),
    }
  } catch {
    return fail(signal.aborted ? 'timeout' : 'the container does not answer')
  }
}
