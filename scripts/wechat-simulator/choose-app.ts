import { Misuse } from './misuse'
import { type App } from './shapes'
import { type State } from './state'

/** The app that a seed or the control plane speaks of: the first one when it names none. */
export function chooseApp(state: State, appid: string | undefined): App {
  if (appid === undefined) {
    const [first] = state.apps
    if (!first) throw new Misuse('there is no app')
    return first
  }
  const app = state.apps.find((one) => one.appid === appid)
  if (!app) throw new Misuse(`there is no app ${appid}`)
  return app
}
