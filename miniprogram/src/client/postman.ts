import Taro from '@tarojs/taro'
import { settleSending } from '../../../shared/api/sendings'
import { showMe } from '../../../shared/api/sign-in'
import type { Endpoint, OutputOf } from '../../../shared/grammar/endpoint'
import { numberOf } from '../../../shared/words/messages'
import { type Arrived, Refusal, type RefusalCode } from '../../../shared/words/refusals'
import { dropDraftOfSending } from './drafts'
import { onBackOnline } from './on-back-online'
import { dropWaiting, type Label, putWaiting, type Waiting, waitingOf, waitingUnder } from './outbox'
import { type Asking, carryLetter, type Letter, Offline, read, send } from './request'
import { newKeySoon } from './request-key'
import { signedIn } from './token'
import type { Answer } from './transport'
import { withFilesSent } from './waiting-files'

const day = 24 * 3_600_000
/** The server knows a key for seven days; what is older is not sent by itself any more. */
const sentUntil = 6 * day
/** How long one sees that it has arrived. */
const seenUntil = 2 * day

/** Forms that are open and wait for what they sent: what came of it is for them to show. */
const openForms = new Map<string, () => void>()
/** @returns ends it */
export function awaitInForm(key: string, again: () => void): () => void {
  openForms.set(key, again)
  return () => {
    if (openForms.get(key) === again) openForms.delete(key)
  }
}

const inHand = new Map<string, Promise<Answer>>()

/**
 * Sends something through the outbox: it is on the phone before it leaves, and stays there until it is answered.
 * @throws Offline where it waits now, Refusal `arrived_before` where what was sent before from its form has arrived
 */
export function dispatch(key: string, label: Label, letter: Letter): Promise<Answer> {
  // What was written under this key once is what it stands for.
  for (const other of waitingOf(label.account))
    if (other.about === label.about && other.key !== key && other.state !== 'arrived') dropWaiting(other)
  const held = waitingUnder(label.account, key)
  return deliver(
    held?.state === 'waiting'
      ? held
      : { ...label, key, letter, at: Date.now(), state: 'waiting', tries: held?.tries ?? 0 },
  )
}

function deliver(one: Waiting): Promise<Answer> {
  const running = inHand.get(one.key)
  if (running) return running
  const sending = carry(one).finally(() => inHand.delete(one.key))
  inHand.set(one.key, sending)
  putWaiting(one)
  return sending
}

/** Whether it is on its way right now. */
export const isOnItsWay = ({ key }: Waiting) => inHand.has(key)

async function carry(one: Waiting): Promise<Answer> {
  try {
    const asked = one.before === undefined ? one : await settledBefore(one)
    const { path = '', method = 'POST', data } = asked.letter ?? {}
    const letter: Letter = { path, method, data: await withFilesSent(data) }
    const answer = await signedIn((token) => carryLetter(letter, asked.key, token))
    if (isAnswered(answer)) settle(asked, answer)
    else goOnWaiting(asked)
    return answer
  } catch (error) {
    if (error instanceof Refusal && (error.arrived || isAboutWords(error))) refuse(one, error.message)
    else goOnWaiting(one)
    throw error
  }
}

/** What is wrong with a picture or the words stays wrong. */
const isAboutWords = ({ code }: Refusal) => ['too_large', 'bad_input', 'wrong_type'].includes(code)

/** Unless it went with its account in the meantime. */
function goOnWaiting(one: Waiting) {
  if (waitingUnder(one.account, one.key)) putWaiting({ ...one, tries: one.tries + 1 })
}

const codeOf = ({ data }: Answer) => (data as { code?: RefusalCode } | undefined)?.code

/** The server has looked at it; a busy one, one that asks for sign-in, and what stands in between have not. */
function isAnswered(answer: Answer) {
  const { statusCode } = answer
  if (statusCode >= 200 && statusCode < 300) return true
  const isLater = [401, 408, 429].includes(statusCode) || statusCode >= 500 || codeOf(answer) === 'busy'
  return !isLater && codeOf(answer) !== undefined
}

function settle(one: Waiting, answer: Answer) {
  if (answer.statusCode < 300) return arrive(one)
  const { message = '', arrived } = answer.data as { message?: string; arrived?: Arrived }
  if (codeOf(answer) === 'arrived_before' && arrived) return arrive(one)
  refuse(one, message)
}

/** What came at once, or while its form is open, is nothing to be told of; all else is seen to have arrived. */
function arrive(one: Waiting) {
  dropDraftOfSending(one)
  const { letter: _, before: __, ...rest } = one
  const isShown = openForms.has(one.key)
  if (one.tries === 0 || isShown || !waitingUnder(one.account, one.key)) dropWaiting(one)
  else putWaiting({ ...rest, at: Date.now(), state: 'arrived' })
}

/** Its words are in the draft still: its form has them. */
function refuse({ letter: _, ...one }: Waiting, sentence: string) {
  if (one.tries === 0 || !waitingUnder(one.account, one.key)) dropWaiting(one)
  else putWaiting({ ...one, state: 'refused', sentence })
}

/** Asked without the doors of the pages, which lead through here. */
async function inquire<E extends Endpoint>(endpoint: E, asking: Asking<E>): Promise<OutputOf<E>> {
  const key = endpoint.method === 'GET' ? '' : await newKeySoon()
  return read<OutputOf<E>>(await signedIn((token) => send(endpoint, asking, key, token)))
}

const arrivedUnder = async (key: string) => (await inquire(settleSending, { params: { key } })).arrived

async function settledBefore({ before = '', ...one }: Waiting): Promise<Waiting> {
  const arrived = await arrivedUnder(before)
  if (arrived) throw new Refusal('arrived_before', {}, sayArrivedBefore(arrived), undefined, arrived)
  putWaiting(one)
  return one
}

/** What was sent before from the form has arrived, and what was changed since has not been sent. */
export const sayArrivedBefore = ({ id }: Arrived) =>
  `上一次填的已经送到，办好了${id ? `（编号 ${numberOf(id)}）` : ''}。这次改的还没有送出，请先看看最新情况。`

/** Its sender wants it back; whether it had arrived already is for the server to say. */
export function takeBack(one: Waiting) {
  putWaiting({ ...one, takenBack: true })
  return deliverAll()
}

async function finishTakingBack(one: Waiting) {
  if (await arrivedUnder(one.key)) arrive({ ...one, tries: 1 })
  else dropWaiting(one)
}

let rounds: Promise<void> | undefined

/** Sends what waits, as whoever is signed in. Nobody hears of what does not work: it goes on waiting. */
export function deliverAll(): Promise<void> {
  rounds ??= goRound()
    .catch(() => undefined)
    .finally(() => {
      rounds = undefined
      planNext()
    })
  return rounds
}

async function goRound() {
  const now = Date.now()
  for (const one of waitingOf()) if (one.state === 'arrived' && now - one.at > seenUntil) dropWaiting(one)
  const waits = waitingOf().filter(({ state }) => state === 'waiting')
  if (waits.length === 0) return
  const { account } = await inquire(showMe, {})
  for (const one of waits) {
    if (one.account !== account) continue
    if (now - one.at > sentUntil) refuse({ ...one, tries: 1 }, tooOld)
    else if (one.takenBack) await finishTakingBack(one)
    else {
      const form = openForms.get(one.key)
      if (form) form()
      else
        await deliver(one).catch((error: unknown) => {
          // Without a line the others fare no better.
          if (error instanceof Offline) throw error
        })
    }
  }
}

const tooOld = '在手机里等了太久，没有自动送出。请打开看看，还要送的再送一次。'

const pauses = [5, 15, 45, 120, 300, 600]
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

/** While something waits it is tried again, with longer and longer pauses in between. */
function planNext() {
  clearTimeout(timer)
  if (!waitingOf().some(({ state }) => state === 'waiting')) {
    failures = 0
    return
  }
  const seconds = pauses[Math.min(failures, pauses.length - 1)] ?? 600
  failures += 1
  timer = setTimeout(() => void deliverAll(), seconds * 1000)
}

/** What was sent and waits is looked after. */
export function deliverSoon() {
  if (rounds === undefined) planNext()
}

/** From the start of the program on, whatever page is open. */
export function deliverWhenOnline() {
  const begin = () => {
    failures = 0
    void deliverAll()
  }
  begin()
  onBackOnline(begin)
  // Somebody has come: what is theirs may wait.
  Taro.eventCenter.on('me', begin)
}
