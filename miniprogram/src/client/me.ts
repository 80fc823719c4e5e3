import Taro from '@tarojs/taro'
import { showMe, type TownStanding } from '../../../shared/api/sign-in'
import type { Role } from '../../../shared/permissions'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { ask } from './ask'
import { enterAs } from './browser-entry'
import { keepTemplates } from './consent'
import { standNowhere } from './here'
import { recall, remember } from './store'

export type Me = OutputOf<typeof showMe>

let held: Promise<Me> | undefined

/** Who I am, asked once until something changes it. */
export function loadMe(): Promise<Me> {
  held ??= ask(showMe, {})
    .then((me) => {
      keepTemplates(me.templates)
      remember('account', me.account)
      return me
    })
    .catch((error: unknown) => {
      held = undefined
      throw error
    })
  return held
}

/** Whose device this is as far as it knows, also without a line; nobody's: an empty text. */
export const accountNow = () => recall('account')

/** After a new binding, another persona or a read message. */
export const forgetMe = () => {
  held = undefined
  Taro.eventCenter.trigger('me')
}

export const standingIn = (me: Me | undefined, townId: string): TownStanding | undefined =>
  me?.standings.find((standing) => standing.town.id === townId)

/** Every role that this person holds somewhere; staff of a county bring theirs to all its towns. */
export const heldRoles = (me: Me | undefined): Role[] => [
  ...(me?.standings.flatMap(({ roles }) => roles) ?? []),
  ...countyRoles(me),
]

/** What somebody may be in a town, in its register or from the county. */
export const rolesIn = (me: Me | undefined, townId: string): Role[] => [
  ...(standingIn(me, townId)?.roles ?? []),
  ...countyRoles(me),
]

const countyRoles = (me: Me | undefined): Role[] => (me?.county ? ['countyStaff'] : [])

/** Another persona of the demo town takes the browser. @throws Refusal with the server's sentence, or Offline */
export async function becomePersona(key: string) {
  await enterAs(key)
  forgetMe()
  standNowhere()
}
