import * as api from '../../../shared/api/rules'
import type { Bind } from '../../http/bind'
import { overrideRule, pickProfile, removeOverride } from './change-rules'
import { readRules } from './queries'

export function routes(bind: Bind) {
  bind.read(api.showRules, ({ reader, actor }) => readRules(reader, actor.townId))
  bind.write(api.pickProfile, async ({ tx, actor, input, now }) => {
    await pickProfile(tx, actor, input, now)
    return readRules(tx, actor.townId)
  })
  bind.write(api.overrideRule, async ({ tx, actor, input, now }) => {
    await overrideRule(tx, actor, input, now)
    return readRules(tx, actor.townId)
  })
  bind.write(api.removeOverride, async ({ tx, actor, input, now }) => {
    await removeOverride(tx, actor, input, now)
    return readRules(tx, actor.townId)
  })
}
