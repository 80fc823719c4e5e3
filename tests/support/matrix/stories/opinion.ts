import {
  opinionSteps,
  type OpinionView,
  showOpinion,
  writeOpinion,
} from '../../../../shared/matters/opinion/endpoints'
import { type OpinionState, opinionTable } from '../../../../shared/matters/opinion/table'
import { act } from '../../../../server/engine/act'
import { systemOf } from '../../../../server/engine/kind'
import { kind } from '../../../../server/matters/opinion/kind'
import type { TestServer } from '../../server'
import { recordVoice } from '../../../../shared/matters/opinion/voice-endpoints'
import { spoken, voice } from '../../suggestion'
import { addDeputy, type TestPerson, worksInWechat, worksOnTheWeb } from '../../town'
import type { Peopled, Who } from '../people'
import type { Matter, Story } from '../story'

const withoutPhone = ', of somebody without a phone'
const risky = 'SIM_RISKY_20001 征地款的事。'

async function live(server: TestServer, { town, people }: Peopled): Promise<Matter[]> {
  const at = (id: string) => ({ params: { town: town.id, id } })
  let words = 0
  const send = async (text: string, deputyId = town.deputy.id, more: object = {}) => {
    const input = { deputyId, kind: 'report', text, again: true, ...more }
    words += 1
    return people.villager.client.call(writeOpinion, { params: { town: town.id }, input })
  }
  const take = async (
    id: string,
    action: keyof typeof opinionSteps,
    form: object,
    by: TestPerson = town.deputy,
  ): Promise<OpinionView> => {
    const { version } = await by.client.call(showOpinion, at(id))
    const endpoint = opinionSteps[action] as typeof opinionSteps.answer
    return by.client.call(endpoint, { ...at(id), input: { version, form: form as { text: string } } })
  }
  const made: Matter[] = []
  const keep = async (id: string, name: OpinionState, special = '') => {
    const { state, version } = await people.villager.client.call(showOpinion, at(id))
    if (state !== name) throw new Error(`opinion is ${state}, not ${name}`)
    made.push({ id, state, name: special || name, version })
  }
  const received = async () => {
    const { id } = await send(`路灯不亮，第 ${words} 盏。`)
    await server.run('checkOpinions')
    return id
  }
  const askWhetherSolved = (id: string) =>
    server.database.transaction(async (tx) => {
      await tx.query("UPDATE resident_opinion SET ended_on = '2026-01-05' WHERE id = ?", [id])
      await act(tx, kind, systemOf(town.id), id, 'askWhetherSolved', { form: {} }, server.clock.now())
    })
  const answer = { text: '我去看了，明天修。' }
  const end = { explanation: '路灯已经修好。' }

  const voices = { params: { town: town.id }, input: { ...voice, deputyId: town.deputy.id } }
  for (const ended of [false, true]) {
    const { id } = await town.office.client.call(recordVoice, voices)
    await server.run('checkOpinions')
    if (ended) await take(id, 'close', end)
    await server.run('checkOpinions')
    if (ended) await askWhetherSolved(id)
    const { state, version } = await town.deputy.client.call(showOpinion, at(id))
    made.push({ id, state, name: state + withoutPhone, version })
  }

  const held = await send(risky)
  await server.run('checkOpinions')
  await keep(held.id, 'held')
  await keep(await received(), 'received')
  const wish = { phone: '13900000000', call: { when: 'any' as const } }
  const called = await send('请给我回个电话。', town.deputy.id, wish)
  await server.run('checkOpinions')
  await keep(called.id, 'callAsked')
  const replied = await received()
  await take(replied, 'answer', answer)
  const closed = await received()
  await take(closed, 'close', end)
  await server.run('checkOpinions')
  await keep(replied, 'replied')
  await keep(closed, 'closed')
  const asked = await received()
  await take(asked, 'askBack', { text: '是东头的那一盏吗？' })
  await server.run('checkOpinions')
  await keep(asked, 'askedBack')
  const raised = await received()
  await take(raised, 'raise', {})
  await keep(raised, 'inSuggestion')
  const [answerHeld, endHeld] = [await received(), await received()]
  worksOnTheWeb(server, town.deputy)
  await take(answerHeld, 'answer', answer)
  await take(endHeld, 'close', end)
  await server.run('checkOpinions')
  worksInWechat(town.deputy)
  await keep(answerHeld, 'answerHeld')
  await keep(endHeld, 'endHeld')
  const left = await received()
  await server.database.transaction((tx) =>
    act(tx, kind, systemOf(town.id), left, 'deputyLeft', { form: {} }, server.clock.now()),
  )
  await keep(left, 'deputyLeft')
  const away = await send('水表坏了。', await addDeputy(server, town.id, '刘守田'))
  await server.run('checkOpinions')
  await keep(away.id, 'deputyAway')
  const ended = async (id: string) => {
    await take(id, 'close', end)
    await server.run('checkOpinions')
    return id
  }
  const unsolved = async (times: number) => {
    const id = await received()
    for (let time = 0; time < times; time += 1) {
      await take(await ended(id), 'notSolved', { text: `还是不亮，第 ${time + 1} 次。` }, people.villager)
      await server.run('checkOpinions')
    }
    return id
  }
  const saidRisky = await ended(await received())
  await take(saidRisky, 'notSolved', { text: risky }, people.villager)
  await server.run('checkOpinions')
  await keep(saidRisky, 'held', saysUnsolved)
  const followedUp = await ended(await received())
  await askWhetherSolved(followedUp)
  await keep(followedUp, 'closed', followed)
  await keep(await unsolved(1), 'unsolved')
  await keep(await unsolved(2), 'unsolvedAgain')
  // What waits for the check of WeChat comes last, since the check looks at all.
  const [answerSent, endSent] = [await received(), await received()]
  await take(answerSent, 'answer', answer)
  await take(endSent, 'close', end)
  await keep(answerSent, 'answerSent')
  await keep(endSent, 'endSent')
  await keep((await send('水渠堵了。')).id, 'sent')
  return made
}

function standing(who: Who, { name, state }: Matter) {
  if (who === 'villager' && name.endsWith(withoutPhone)) return 'not_found'
  if (who === 'villager') return ['resident']
  if (who === 'office') return ['congressOffice']
  if (who === 'deputy' && state === 'deputyAway') return 'not_found'
  if (who === 'deputy') return state === 'sent' || state === 'held' ? 'not_found' : ['deputy']
  return 'not_found'
}

const known: Record<string, object> = {
  answer: { text: '明天修。' },
  writeBeforeCall: { text: '晚上七点打给您。' },
  called: { outcome: 'noAnswer', on: voice.spokeOn },
  askBack: { text: '是哪一盏？' },
  split: { text: '水管也漏水。' },
  toPetition: { kind: 'legal', extent: 'whole' },
  sendBack: { reason: '请写明日期。' },
  write: { text: '还有一盏。' },
  redirect: { referredTo: 'petitionOffice', explanation: '请到信访办反映。' },
  close: { explanation: '已经修好。' },
  closeAfterSuggestion: { explanation: '已经修好。' },
  rate: { rating: 'satisfied' },
  notSolved: { text: '昨晚又不亮了。' },
  handBack: { reason: '请再去看一次。' },
  takeOver: { explanation: '已经请水厂来修了。' },
}

/** What is special about one of the held, and about one of the ended. */
const saysUnsolved = 'held: says that nothing is solved'
const followed = 'closed: asked whether it is solved'

/** What the office types for whoever has no phone. */
const ofResident = /^(write|rate|notSolved|saySolved|stopAsking)ByWord$/

function shut(action: string, { name, state }: Matter): string | undefined {
  if (ofResident.test(action))
    return name.endsWith(withoutPhone) || (action === 'writeByWord' && state === 'askedBack')
      ? shut(action.slice(0, -6), { name, state } as Matter)
      : 'has_phone'
  if (action === 'closeAfterSuggestion') return 'suggestion_not_ended'
  if (action === 'release' && name === saysUnsolved) return 'said_unsolved'
  if (action === 'releaseUnsolved' && name !== saysUnsolved) return 'not_said_unsolved'
  const isAsked = name === followed || name.endsWith(withoutPhone)
  if ((action === 'saySolved' || action === 'stopAsking') && state === 'closed' && !isAsked)
    return 'not_asked_whether_solved'
  return undefined
}

export const opinionStory: Story = {
  table: opinionTable,
  steps: opinionSteps,
  elsewhere: {
    raiseInMeeting: ['meeting', 'raiseItem'],
    closeInMeeting: ['meeting', 'explainItem'],
    askBackInMeeting: ['meeting', 'askAgainItem'],
  },
  show: showOpinion,
  live,
  standing,
  shut,
  form({ town }, action) {
    const own = action.replace(/ByWord$/, '')
    if (own === 'passOn') return { deputyId: town.deputy.id }
    return own === action ? (known[own] ?? {}) : { ...known[own], ...spoken }
  },
  facts: () => ({
    writtenIn: 'received',
    says: 'answers',
    goesTo: 'received',
    wants: 'answer',
    unsolved: 'first',
  }),
}
