import { Misuse } from '../misuse'
import { type Template } from '../shapes'
import { type State } from '../state'
import { chooseApp } from '../choose-app'
import { type FaultChoice, type NamedFault } from './named-fault'

function findTemplates(state: State, { templateId }: FaultChoice): Template[] {
  const templates = state.templates.filter(({ id }) => templateId === undefined || id === templateId)
  if (templates.length === 0) throw new Misuse(`there is no template ${templateId}`)
  return templates
}

export const messageFaults: NamedFault[] = [
  {
    name: 'acceptsGone',
    row: 6,
    says: 'The platform knows of no accepts, whatever was counted elsewhere: 43101. No event tells it.',
    turnOn({ state }, { openid, templateId }) {
      state.subscriptions = state.subscriptions.filter(
        (one) =>
          (openid !== undefined && one.openid !== openid) ||
          (templateId !== undefined && one.templateId !== templateId),
      )
    },
  },
  {
    name: 'templateBanned',
    row: 6,
    says: 'The template is banned: 43107.',
    turnOn({ state }, choice) {
      for (const template of findTemplates(state, choice)) template.banned = true
    },
  },
  {
    name: 'messagesBanned',
    row: 6,
    says: 'The account may send no messages: 43107.',
    turnOn({ state }, { appid }) {
      chooseApp(state, appid).messagesBanned = true
    },
  },
  {
    name: 'templateEdited',
    row: 6,
    says: 'The last key of the template has another name: 47003 for cards of before.',
    turnOn({ state }, choice) {
      for (const { keys } of findTemplates(state, choice)) {
        const last = keys[keys.length - 1]
        if (last) last.key = `${last.type}99`
      }
    },
  },
  {
    name: 'msgidBeyondDouble',
    row: 7,
    says: 'Every msgid is above 2^53 and no JavaScript number; this is so without being turned on.',
    turnOn: () => undefined,
  },
]
