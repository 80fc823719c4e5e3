import { type App, type User } from './shapes'
import { changeEvent, popupEvent } from './push/events'
import { pushEvent } from './push/queue'
import { type World } from './world'

function findOwner({ state }: World, { appid }: User): App | undefined {
  return state.apps.find((app) => app.appid === appid)
}

/** What the user chose by hand; what a kept choice answered is not told (assumption 40). */
export async function tellAnswers(
  world: World,
  user: User,
  answers: [string, 'accept' | 'reject'][],
): Promise<void> {
  const app = findOwner(world, user)
  if (app && answers.length > 0) await pushEvent(world, app, popupEvent(world, user.openid, answers))
}

export async function tellDropped(world: World, user: User, templateIds: string[]): Promise<void> {
  const app = findOwner(world, user)
  if (app && templateIds.length > 0) await pushEvent(world, app, changeEvent(user.openid, templateIds))
}
