import type { Endpoint } from '../../../shared/grammar/endpoint'
import { digestOf } from '../../../server/database/digest'
import { cleanDatabase } from '../clean-database'
import { startServer } from '../server'
import { outcomeOf, type Question } from './cells'
import { refusals } from '../../../shared/words/refusals'
import { addCounty, endMandate, type here as hereNames, type Peopled, peopleTown, type Who } from './people'
import type { Lived } from './row'
import { stories } from './stories'
import type { Matter, Story } from './story'
import { takingBack } from './taken-back'
import { makeThings } from './things'

/** One town that has been lived through, a neighbour of its county, and one of another county. */
export async function makeWorld() {
  // What an answer is made of is asked here, so each is made anew.
  const server = await startServer({
    publicBytes: 0,
    place: await cleanDatabase(),
    vars: { WECHAT_TRANSCRIBE: 'on' },
  })
  const [county, otherCounty] = [await addCounty(server, '云岭县'), await addCounty(server, '青山县')]
  const peopled = await peopleTown(server, '禾丰坝镇', county)
  const nextTown = await peopleTown(server, '云岭坝镇', county)
  const matters = new Map<string, Matter[]>()
  // What waits for the check of an opinion comes last, since every other story lets the check come.
  const [last, ...first] = Object.entries(stories).reverse()
  for (const [kind, story] of first.reverse()) matters.set(kind, await story.live(server, peopled))
  const things = await makeThings(server, peopled, matters.get('awardStanding'))
  const here: Lived = { ...peopled, things }
  const neighbour: Lived = { ...nextTown, things: await makeThings(server, nextTown) }
  if (last) matters.set(last[0], await last[1].live(server, here))
  // Nobody has to have lived there: whoever is asked for is refused before it is looked up.
  const faraway: Lived = { ...(await peopleTown(server, '青石镇', otherCounty)), things: neighbour.things }
  for (const at of [here, neighbour]) await endMandate(server, at)
  const takenBack = takingBack(server.database)
  const outsiders: Partial<Record<Who, Peopled['people']['office']>> = {
    neighbourOffice: neighbour.people.office,
    neighbourDeputy: neighbour.people.deputy,
    neighbourUnit: neighbour.people.unit,
    otherCounty: faraway.people.countyStaff,
  }
  for (const [who, { client }] of Object.entries(outsiders))
    here.things.deviceOf[who] = digestOf(client.token ?? '')
  const person = (who: Who) => outsiders[who] ?? here.people[who as (typeof hereNames)[number]]
  const ask = (who: Who, endpoint: Endpoint, question: Question) =>
    outcomeOf(server.url, person(who), endpoint, question)
  return {
    server,
    url: server.url,
    here,
    neighbour,
    faraway,
    takenBack,
    person,
    ask,
    /** The whole answer to whoever asks for what does not exist. */
    noSuch: JSON.stringify({ code: 'not_found', message: refusals.not_found[1] }),
    matters: (kind: string) => matters.get(kind) ?? [],
    take(kind: string, matter: Matter, action: string, who: Who, form: object) {
      const story = stories[kind] as Story
      const { id, version } = matter
      const { params, ...question } = story.question?.(here, action, matter, form) ?? {
        params: { id },
        input: { version, form },
      }
      return ask(who, story.steps[action] as Endpoint, {
        params: { town: here.town.id, ...params },
        ...question,
      })
    },
    /** The page of a matter. */
    see: (kind: string, { id }: Matter, who: Who) =>
      ask(who, stories[kind]?.show as Endpoint, { params: { town: here.town.id, kind, id } }),
  }
}
export type World = Awaited<ReturnType<typeof makeWorld>>
