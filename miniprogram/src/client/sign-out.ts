import { signOut } from '../../../shared/api/sign-in'
import { dropCopiesOf } from './copies'
import { dropDraftsOf } from './drafts'
import { standNowhere } from './here'
import { forgetMe } from './me'
import { send } from './request'
import { newKey } from './request-key'
import { forget, recall, remember } from './store'
import { forgetToken } from './token'
import { onBackOnline } from './on-back-online'
import { dropFiles } from './waiting-files'
import { dropOutboxOf } from './outbox'
import { dropRollsOf } from './rolls'

/** Tokens of sessions that were left and that the server does not know to be over yet. */
const left = () => recall('left').split(' ').filter(Boolean)
const most = 5

/** Ends the session: here at once, with all that is kept for the account; at the server as soon as it can be told. */
export function leave(account: string) {
  // A browser's session is a cookie that goes along by itself: only that it was left is remembered.
  const token = process.env.TARO_ENV === 'h5' ? 'the-cookie-of-this-browser' : recall('token')
  if (token) remember('left', [...left(), token].slice(-most).join(' '))
  forgetToken()
  forget('account')
  dropDraftsOf(account)
  dropOutboxOf(account)
  dropRollsOf(account)
  dropCopiesOf(account)
  dropFiles({ account })
  forgetMe()
  standNowhere()
  void endLeft()
}

let ending: Promise<void> | undefined

/** Tells the server of every session that was left without a line. */
export function endLeft(): Promise<void> {
  ending ??= endAll().finally(() => {
    ending = undefined
  })
  return ending
}

async function endAll() {
  for (const token of left()) {
    const answer = await send(signOut, {}, newKey(), token).catch(() => undefined)
    // 401: it had ended by itself.
    if (answer?.statusCode !== 200 && answer?.statusCode !== 401) return
    const rest = left().filter((one) => one !== token)
    if (rest.length > 0) remember('left', rest.join(' '))
    else forget('left')
  }
}

/** From the start of the program on. */
export function endLeftWhenOnline() {
  void endLeft()
  onBackOnline(() => void endLeft())
}
