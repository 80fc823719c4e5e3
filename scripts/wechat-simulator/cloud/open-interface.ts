import { chooseApp } from '../choose-app'
import { refuse } from '../refusal'
import { type App } from '../shapes'
import { type World } from '../world'

/** The calls whose pages say that they work without a token (section 1.3, A); no others do (assumption 51). */
export const openPaths = [
  '/cgi-bin/message/subscribe/send',
  '/wxa/getwxacodeunlimit',
  '/wxa/business/getuserphonenumber',
  '/wxa/msg_sec_check',
  '/wxa/media_check_async',
  '/wxa/generate_urllink',
]

/** Who calls through the side-car, if the path is in the list of the console and the version was built since. */
export function findCloudCaller({ state }: World, path: string): App {
  const { isOn, isBuilt, paths } = state.cloud.openInterface
  if (!isOn || !isBuilt || !paths.includes(path) || !openPaths.includes(path)) refuse(48001)
  return chooseApp(state, undefined)
}
