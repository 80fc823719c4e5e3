import * as api from '../../../shared/api/congress'
import { spreadsheet } from '../../../shared/grammar/register'
import { beijingDay } from '../../../shared/rules/days'
import type { Bind } from '../../http/bind'
import { readAbout, readRule } from './about'
import { readCountyStaff } from './staff'
import { readStructure, writeStructure } from './structure'

export function routes(bind: Bind) {
  bind.publicRead(api.showAbout, ({ reader, params }) => readAbout(reader, params.town))
  bind.publicRead(api.showCongressRule, ({ reader, params }) => readRule(reader, params.town, params.id))

  bind.read(api.showDeputyStructure, ({ reader, actor, now }) => readStructure(reader, actor.townId, now))
  bind.read(api.takeDeputyStructure, async ({ reader, actor, now, context }) => {
    const structure = await readStructure(reader, actor.townId, now)
    context.attachment(`代表结构-${beijingDay(now)}.xlsx`)
    context.type = spreadsheet
    context.set('Cache-Control', 'private, no-store')
    return writeStructure(structure)
  })

  bind.accountRead(api.showCountyStaff, ({ reader, accountId, params, now }) =>
    readCountyStaff(reader, accountId, params.county, now),
  )
}
