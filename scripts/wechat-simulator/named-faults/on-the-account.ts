import { drawCharacters } from '../chance'
import { chooseApp } from '../choose-app'
import { type App } from '../shapes'
import { type World } from '../world'
import { type FaultChoice, type NamedFault } from './named-fault'

/** Tokens do not work any more; whoever asks for one gets another. */
function dropTokens(world: World, app: App, how: 'revoked' | 'expired'): void {
  for (const token of world.state.tokens.filter((one) => one.appid === app.appid && one.current)) {
    token.current = false
    if (how === 'revoked') token.revoked = true
    else token.expiresAt = world.now()
  }
}

/** The account changes, and the tokens of before are gone with it, so that the change is felt at once. */
function change(name: string, says: string, to: (world: World) => Partial<App>): NamedFault {
  return {
    name,
    row: 5,
    says: `${says} Tokens of before are 40001.`,
    turnOn(world, choice) {
      const app = chooseApp(world.state, choice.appid)
      Object.assign(app, to(world))
      dropTokens(world, app, 'revoked')
    },
  }
}

function drop(how: 'revoked' | 'expired') {
  return (world: World, { appid }: FaultChoice) => dropTokens(world, chooseApp(world.state, appid), how)
}

export const accountFaults: NamedFault[] = [
  { name: 'tokenRevoked', row: 5, says: 'The token is 40001 before its time.', turnOn: drop('revoked') },
  { name: 'tokenExpired', row: 5, says: 'The token is 42001.', turnOn: drop('expired') },
  {
    name: 'tokenNeverAccepted',
    row: 5,
    says: 'Every business call is 40001, whatever its token, until the faults are taken away.',
    turnOn({ state }) {
      for (const path of ['/wxa/*', '/wxaapi/*', '/cgi-bin/message/*']) {
        state.faults.push({ path, kind: 'errcode', errcode: 40001, probability: 1 })
      }
    },
  },
  change('secretRotated', 'The secret is another one: 40125.', ({ state }) => ({
    secret: drawCharacters(state, 32),
  })),
  change('secretFrozen', 'The secret is frozen: 40243.', () => ({ frozen: true })),
  change('ipNotInWhitelist', 'Only an address that is not ours may call: 40164.', () => ({
    ipWhitelist: ['203.0.113.1'],
  })),
  change('adminConfirmation', 'The administrator has not confirmed the address yet: 89503.', () => ({
    confirmation: 'waiting',
  })),
]
