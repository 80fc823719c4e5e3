import { showConsents } from '../../../shared/api/consents'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { type Audience, consentKinds, pushKinds, type PushKind } from '../../../shared/words/messages'
import type { Role } from '../../../shared/permissions'
import { ask } from '../client/ask'
import { askConsent, openConsentSettings } from '../client/consent'
import { useLoaded } from '../hooks/use-loaded'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'

type Template = OutputOf<typeof showConsents>['templates'][number]

/** How many reminders WeChat may still bring, and more of them for a tap. A browser gets none: there is the inbox. */
export function Consents({ roles }: { roles: readonly Role[] }) {
  return process.env.TARO_ENV === 'weapp' ? <Left audience={audienceOf(roles)} /> : null
}

function Left({ audience }: { audience: Audience }) {
  const state = useLoaded(() => ask(showConsents, {}), [])
  const wanted: readonly PushKind[] = consentKinds[audience]
  const own = (state.value?.templates ?? [])
    .map((template) => ({ ...template, kinds: wanted.filter((kind) => template.kinds.includes(kind)) }))
    .filter(({ kinds }) => kinds.length > 0)
  if (own.length === 0) return null
  const isShut = own.some(({ kept }) => kept === 'reject')
  const more = () => void askConsent(audience).then(state.reload)
  const open = () => void openConsentSettings().then(state.reload)
  return (
    <Card tight>
      <Cell label="微信提醒" note="点一次同意，微信就能多提醒您一次；不同意也看得到，都在消息里。">
        <Button tone="quiet" small onTap={more}>
          再要几次
        </Button>
      </Cell>
      {own.map((template) => (
        <Cell
          key={template.template}
          label={template.kinds.map((kind) => pushKinds[kind].status).join('、')}
          note={spokenLeft(template)}
        />
      ))}
      {isShut ? (
        <Cell label="改掉“总是拒绝”" note="在微信的设置里打开“订阅消息”。">
          <Button tone="quiet" small onTap={open}>
            去设置
          </Button>
        </Cell>
      ) : null}
    </Card>
  )
}

const spokenLeft = ({ remaining, kept }: Template) => {
  if (remaining === null) return '一直会提醒您。'
  if (remaining > 0) return `还能提醒 ${remaining} 次。`
  if (kept === 'reject') return '您选过“总是拒绝”，不会提醒。'
  return kept === 'ban' ? '微信停用了这种提醒。' : '没有剩下的次数了。'
}

/** Whoever works here is reminded of work first. */
function audienceOf(roles: readonly Role[]): Audience {
  if (roles.includes('deputy') || roles.includes('higherDeputy')) return 'deputy'
  if (roles.includes('unitStaff')) return 'unit'
  return roles.includes('congressOffice') || roles.includes('presidiumMember') ? 'office' : 'pages'
}
