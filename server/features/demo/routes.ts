import { listPersonas, personaCode } from '../../../shared/api/sign-in'
import { Refusal } from '../../../shared/words/refusals'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import { personas } from './personas'

/** The persona switcher: it stands in for `wx.login` and for nothing else; sign-in itself takes the usual way. */
export function routes(bind: Bind, { env }: RouteParts) {
  if (!env.demoPersonas) return
  const simulator = env.wechat.apiBase
  bind.publicCall(listPersonas, () =>
    Promise.resolve({ personas: personas.map(({ key, name, title }) => ({ key, name, title })) }),
  )

  bind.publicCall(personaCode, async ({ params }) => {
    const persona = personas.find(({ key }) => key === params.persona)
    if (!persona) throw new Refusal('not_found')
    const answer = await fetch(`${simulator}/__sim/users/${persona.openid}/login-code`, {
      method: 'POST',
    }).catch(() => {
      throw new Refusal('unavailable')
    })
    if (!answer.ok) throw new Refusal('unavailable')
    return (await answer.json()) as { code: string }
  })
}
