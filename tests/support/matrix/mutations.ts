import { contract } from '../../../server/http/contract'
import type { Endpoint } from '../../../shared/grammar/endpoint'
import { type Guard, without } from './guards'
import { cellsOf, operations } from './operations'
import { everybody, type Who } from './people'
import { policy } from './policy'
import { expected, isTold } from './row'
import { actionsOf, expectation } from './steps'
import type { Story } from './story'
import type { World } from './world'

const fewOf = <T>(all: readonly T[], most: number) => all.slice(0, most)

/** Operations that a villager is refused, asked with the guard away: those where nobody would notice. */
export async function unnoticedWithoutWho(world: World): Promise<string[]> {
  const unnoticed: string[] = []
  const named = [...contract].filter(([, endpoint]) => world.server.bound.has(endpoint))
  for (const [name, endpoint] of named) {
    const isStep = name.includes('Steps.')
    const refused = isStep ? endpoint.who !== 'person' : expectedOf(name, 'villager') === 'not_allowed'
    if (!refused || !endpoint.path.startsWith('/towns/:town')) continue
    const question = isStep
      ? {
          params: { town: world.here.town.id, id: world.here.things.handling },
          input: { version: 0, form: {} },
        }
      : cellsOf(world, name, endpoint).find(({ who, relation }) => who === 'villager' && relation === 'own')
          ?.question
    const { who } = endpoint
    endpoint.who = 'person'
    const { code } = await world.ask('villager', endpoint, question ?? {}).finally(() => (endpoint.who = who))
    if (code === 'not_allowed') unnoticed.push(name)
  }
  return unnoticed
}
const expectedOf = (name: string, who: Who) => (policy[name] ? expected(policy[name], who) : undefined)

/** Steps that are refused for this reason, asked with the guard away: those where nobody would notice. */
export async function unnoticedSteps(world: World, kind: string, story: Story, guard: Guard) {
  const cells = world.matters(kind).flatMap((matter) =>
    actionsOf(story).flatMap((action) =>
      everybody.flatMap((who) => {
        const row = story.table.actions[action]
        const told = expectation(story, matter, action, who)
        const moves = row?.moves[matter.state] !== undefined
        const is =
          guard === 'party'
            ? told === 'not_your_step' && moves
            : guard === 'moves'
              ? told === 'wrong_state'
              : story.shut(action, matter) === told
        return is ? [{ matter, action, who, told }] : []
      }),
    ),
  )
  const unnoticed: string[] = []
  // One of each step, so that it stays quick.
  const each = cells.filter(({ action }, index) => cells.findIndex((one) => one.action === action) === index)
  for (const { matter, action, who, told } of fewOf(each, 12)) {
    const form = await story.form(world.here, action, matter, world.matters(kind))
    const { code } = await without(guard, () => world.take(kind, matter, action, who, form))
    if (code === told) unnoticed.push(`${action} of ${matter.name} by ${who}`)
  }
  return { unnoticed, tried: each.length }
}

/**
 * Where the town alone is not what keeps a row apart: it is asked for by the person or the holder as well, it is written
 * through its entity, or the neighbour has nothing of the kind that could be shown.
 */
export const behindAnotherWall: ReadonlySet<string> = new Set(
  `addLocalDay checkHolidays loadHolidays removeLocalDay showCalendar noteTold listDoors
   listAgeing holdMeeting readInbox showInbox listKeySuggestions givePhone removeAvatar
   removePhone setAvatar showAvatar showOwnDetails setPortrait showPortrait showPhoto
   showPhotoForCheck showPublicPhoto listProgress listPromises revokeCode overrideRule pickProfile
   removeOverride showRules saveProfile showProfile countWork listWork searchWork
   answerAppeal appealDisqualification disqualifyUnit showOwnAwardStanding listContentChecks rateExternal listAppraisals
   listMyOpinions register.find register.lists register.add register.checkTable
   register.bringTable`.split(/\s+/),
)

/** Operations whose answer is the same when no statement asks for the town any more. */
export async function unnoticedWithoutTown(world: World): Promise<string[]> {
  const unnoticed: string[] = []
  for (const [name, endpoint] of operations(world.server.bound)) {
    const cells = cellsOf(world, name, endpoint)
    if (!endpoint.path.startsWith('/towns/:town')) continue
    const own = cells.find(({ relation, expected: told }) => relation === 'own' && told === 'yes')
    const alien = cells.filter(({ relation }) => relation === 'of another town')
    const isNoticed = async () => {
      for (const { who, question, expected: told } of alien) {
        const { code } = await without('townOfRows', () => world.ask(who, endpoint, question))
        if (!isTold(told, code)) return true
      }
      if (own === undefined) return false
      const [before, after] = [
        await answer(world, own),
        await without('townOfRows', () => answer(world, own)),
      ]
      return before !== after
    }
    if (!(await isNoticed())) unnoticed.push(name)
  }
  return unnoticed
}

async function answer(
  world: World,
  { who, endpoint, question }: { who: Who; endpoint: Endpoint; question: object },
) {
  // What everybody may read is kept for a moment.
  world.server.clock.advance({ seconds: 2 })
  const { code, body } = await world.ask(who, endpoint, question)
  return code + body
}
