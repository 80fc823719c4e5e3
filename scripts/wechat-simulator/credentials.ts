import { refuse } from './refusal'
import { type App } from './shapes'
import { type World } from './world'

/** The administrator was asked and has not answered, or said no (section 2, A). */
const confirmationCodes = { waiting: 89503, refusedForADay: 89506, refusedForAnHour: 89507 }

/** Appid 40013, then frozen secret 40243, then secret 40125, then IP whitelist 40164 (section 9.2, row 1), then the administrator. */
export function findApp(world: World, appid: string, secret: string, address: string): App {
  const app = world.state.apps.find((one) => one.appid === appid) ?? refuse(40013)
  if (app.frozen) refuse(40243)
  if (app.secret !== secret) refuse(40125)
  if (app.ipWhitelist && !app.ipWhitelist.includes(address)) {
    refuse(40164, `invalid ip ${address} ipv6 ::ffff:${address}, not in whitelist`)
  }
  if (app.confirmation !== 'none') refuse(confirmationCodes[app.confirmation])
  return app
}
