import { chooseApp } from '../choose-app'
import { Misuse } from '../misuse'
import { type PushFault } from '../push/push-shapes'
import { pushEvent, replay } from '../push/queue'
import { type World } from '../world'
import { type FaultChoice, type NamedFault } from './named-fault'

function next(row: number, name: string, fault: PushFault, says: string): NamedFault {
  return {
    name,
    row,
    says,
    turnOn({ state }, { times }) {
      state.pushFaults.push(times === undefined ? fault : { ...fault, times })
      return { pushFaults: state.pushFaults }
    },
  }
}

const mebibyte = 1024 * 1024

/** An event that nobody expects, rightly signed. */
async function pushStrange(world: World, { appid, openid }: FaultChoice, fields: Record<string, unknown>) {
  const app = chooseApp(world.state, appid)
  if (!app.push) throw new Misuse('no push is configured')
  const from = openid ?? world.state.users[0]?.openid ?? `o${'0'.repeat(27)}`
  await pushEvent(world, app, { name: 'sim_unknown_event', openid: from, fields })
}

/** The answer of somebody in the pop-up, whatever it says. */
async function pushAnswer(world: World, { appid, openid, templateId }: FaultChoice, answer: string) {
  const app = chooseApp(world.state, appid)
  if (!app.push) throw new Misuse('no push is configured')
  const from = openid ?? world.state.users[0]?.openid
  const template = templateId ?? world.state.templates[0]?.id
  if (!from || !template) throw new Misuse('there is no user or no template yet')
  const row = { TemplateId: template, SubscribeStatusString: answer, PopupScene: '0' }
  await pushEvent(world, app, { name: 'subscribe_msg_popup_event', openid: from, fields: { List: row } })
}

export const pushFaults: NamedFault[] = [
  next(8, 'pushDuplicated', { kind: 'duplicated' }, 'The next event comes twice, each time the same.'),
  next(8, 'pushReordered', { kind: 'reordered' }, 'The next event comes after the one that follows it.'),
  next(8, 'pushDelayed', { kind: 'delayed' }, 'The next event comes 35 minutes later.'),
  next(8, 'pushWrongSignature', { kind: 'wrongSignature' }, 'The next event is signed with another token.'),
  next(8, 'pushWrongAppid', { kind: 'wrongAppid' }, 'The next event is for another app, and rightly signed.'),
  next(8, 'pushOldTimestamp', { kind: 'oldTimestamp' }, 'The next event is signed with a time one hour ago.'),
  next(
    8,
    'sentEventFails',
    { kind: 'sentFailed', event: 'subscribe_msg_sent_event' },
    'The next sent event says that the delivery failed.',
  ),
  next(
    8,
    'sentEventNever',
    { kind: 'lost', event: 'subscribe_msg_sent_event' },
    'The next sent event never comes.',
  ),
  {
    name: 'sentEventFirst',
    row: 8,
    says: 'Sent events come before the reply of their send.',
    turnOn: ({ state }) => void (state.sentEventDelayMs = 0),
  },
  {
    name: 'pushReplayed',
    row: 8,
    says: 'The last event that was taken comes again, with the query and body of that time.',
    async turnOn(world) {
      const last = world.state.pushes.filter(({ stage }) => stage === 'delivered').at(-1)
      if (!last) throw new Misuse('no event was delivered yet')
      await replay(world, last)
    },
  },
  {
    name: 'pushOpenBody',
    row: 8,
    says: 'Somebody who saw the query of the last event that was taken sends a body of their own with it, unsealed.',
    async turnOn(world, { openid, templateId }) {
      const last = world.state.pushes.filter(({ stage }) => stage === 'delivered').at(-1)
      if (!last) throw new Misuse('no event was delivered yet')
      const message = {
        ...last.message,
        FromUserName: openid ?? last.openid,
        Event: 'subscribe_msg_change_event',
        List: { TemplateId: templateId ?? '', SubscribeStatusString: 'reject' },
      }
      await replay(world, { ...last, message, body: JSON.stringify(message) })
    },
  },
  {
    name: 'pushOddStatus',
    row: 8,
    says: 'The next answer in a pop-up is none that a page has, but the name of what every object has.',
    turnOn: (world, choice) => pushAnswer(world, choice, '__proto__'),
  },
  {
    name: 'pushYesAndNo',
    row: 8,
    says: 'Somebody says yes and then no in one second.',
    async turnOn(world, choice) {
      await pushAnswer(world, choice, 'accept')
      await pushAnswer(world, choice, 'reject')
    },
  },
  {
    name: 'pushHugeBody',
    row: 8,
    says: 'An event of more than one mebibyte comes now.',
    turnOn: (world, choice) => pushStrange(world, choice, { Content: 'x'.repeat(mebibyte) }),
  },
  {
    name: 'pushUnknownEvent',
    row: 8,
    says: 'An event with a name that no page has comes now.',
    turnOn: (world, choice) => pushStrange(world, choice, { Detail: '1' }),
  },
  next(
    9,
    'mediaEventNever',
    { kind: 'lost', event: 'wxa_media_check' },
    'The result of the next media check never comes.',
  ),
  next(
    9,
    'mediaDownloadFailed',
    { kind: 'downloadFailed', event: 'wxa_media_check' },
    'The next media check ends with -1008.',
  ),
]
