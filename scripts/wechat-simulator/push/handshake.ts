import { drawBits, drawCharacters } from '../chance'
import { type App } from '../shapes'
import { type World } from '../world'
import { sign } from './crypt'
import { containerHeaders, isAccepted, request, withQuery } from './post'
import { type PushConfig } from './push-shapes'

export type Handshake = { verified: boolean; status: number | null; reply: string | null }

/** GET with an echo to be given back as it is (section 6, A); a container gets a probe instead (section 1.3, A). */
export async function shakeHands(world: World, app: App, config: PushConfig): Promise<Handshake> {
  if (config.mode === 'container') {
    const heard = await request(world, config.url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...containerHeaders(app, '') },
      body: JSON.stringify({ action: 'CheckContainerPath' }),
    })
    return { verified: isAccepted(heard), status: heard?.status ?? null, reply: heard?.text ?? null }
  }
  const timestamp = String(Math.floor(world.now() / 1000))
  const nonce = String(drawBits(world.state))
  const echostr = drawCharacters(world.state, 20)
  const signature = sign(config.token, timestamp, nonce)
  const heard = await request(world, withQuery(config.url, { signature, timestamp, nonce, echostr }), {})
  return {
    verified: heard?.status === 200 && heard.text === echostr,
    status: heard?.status ?? null,
    reply: heard?.text ?? null,
  }
}
