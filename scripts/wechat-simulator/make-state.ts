import { makeCloud } from './cloud/cloud-shapes'
import { platformLimits, type Limits } from './limits'
import { registerApp, registerSubscription, registerTemplate, registerUser } from './register'
import { defaultApps, defaultCardWords, defaultContentWords, defaultTemplates } from './seed'
import { defaultLibrary } from './seed-library'
import { type Seed } from './seed-shapes'
import { type State } from './state'

export type StateOptions = Seed & {
  /** Of the generator: the same seed and the same calls give the same ids. */
  seed?: number
  imageFormat?: 'jpeg' | 'png'
  limits?: Partial<Limits>
  /** Real time that a send is worked on, in which a second one to the same user is refused (43108). */
  sendTakesMs?: number
  /** How long a receiver of events has to answer. */
  pushTimeoutMs?: number
  /** When the event about a send, or about a media check, comes after it. */
  sentEventDelayMs?: number
  mediaEventDelayMs?: number
}

/** The state at the start; made anew by `POST /__sim/reset`. */
export function makeState(options: StateOptions): State {
  const state: State = {
    chance: options.seed ?? 1,
    clockOffsetMs: 0,
    imageFormat: options.imageFormat ?? 'jpeg',
    sendTakesMs: options.sendTakesMs ?? 5,
    pushTimeoutMs: options.pushTimeoutMs ?? 5000,
    sentEventDelayMs: options.sentEventDelayMs ?? 100,
    mediaEventDelayMs: options.mediaEventDelayMs ?? 1000,
    limits: { ...platformLimits, ...options.limits },
    apps: [],
    users: [],
    codes: [],
    tokens: [],
    templates: [],
    subscriptions: [],
    ledger: [],
    messages: [],
    library: structuredClone(options.library ?? defaultLibrary),
    contentWords: structuredClone(options.contentWords ?? defaultContentWords),
    cardWords: [...(options.cardWords ?? defaultCardWords)],
    counters: {},
    requests: [],
    links: [],
    mediaChecks: [],
    voices: [],
    cloud: makeCloud(),
    faults: [],
    pushes: [],
    pushFaults: [],
  }
  for (const app of structuredClone(options.apps ?? defaultApps)) registerApp(state, app)
  for (const template of structuredClone(options.templates ?? defaultTemplates))
    registerTemplate(state, template)
  for (const user of options.users ?? []) registerUser(state, user)
  for (const subscription of options.subscriptions ?? []) registerSubscription(state, subscription)
  return state
}
