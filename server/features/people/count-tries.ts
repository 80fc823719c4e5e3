import type { Context } from 'koa'
import { askerOf } from '../../http/address'
import type { Limits } from '../../http/limits'

interface Tried {
  input: { code: string }
  context: Context
  now: Date
}

/** Before a code is taken: each try counts for the account, and each wrong one for the address. @throws Refusal `too_many` */
export const countTries =
  (limits: Limits, isRight: (code: string, now: Date) => Promise<boolean>) =>
  async (accountId: string, { input, context, now }: Tried) => {
    const asker = askerOf(context)
    await limits('wrongInvite', asker, 0)
    await limits('invite', accountId)
    if (!(await isRight(input.code, now))) await limits('wrongInvite', asker)
  }
