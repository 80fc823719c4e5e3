import * as api from '../../../shared/api/roster'
import { spreadsheet } from '../../../shared/grammar/register'
import { Refusal, wrongField } from '../../../shared/words/refusals'
import { TooManyWaiting } from '../../gateways/apart/work-apart'
import { BadWorkbook } from '../../gateways/workbooks/bad-workbook'
import type { Bind } from '../../http/bind'
import { keyOf } from '../../http/request'
import { readImports } from '../imports/records'
import { answersOf, bringReading } from './import-roster'
import type { Reading } from './parse-workbook'
import { progressOf } from './progress'
import { readWorkbook } from './read-workbook'
import { reportOf } from './report'
import { takeBackRoster } from './take-back'
import { makeTemplate } from './template'

/** A roster on a page of the desk: the same reading, the same checks and the same sentences as on the command line. */
export function routes(bind: Bind) {
  for (const [endpoint, apply] of [
    [api.checkRoster, false],
    [api.bringRoster, true],
  ] as const)
    bind.upload(endpoint, read, async ({ tx, actor, prepared, input, now, context }) => {
      const sending = `${actor.accountId} ${keyOf(context)}`
      const report = await bringReading(
        tx,
        prepared,
        { townId: actor.townId },
        {
          ...{ apply, now, fileName: input.fileName, personId: actor.person?.id ?? null },
          ...{ answers: answersOf(input), ...(apply ? { told: { sending, of: input.work } } : {}) },
        },
      )
      return reportOf(prepared, report)
    })
  bind.read(api.showProgress, ({ actor, query }) =>
    Promise.resolve(progressOf(`${actor.accountId} ${query.sending}`)),
  )
  bind.read(api.takeTemplate, async ({ context }) => {
    context.attachment('名册模板.xlsx')
    context.type = spreadsheet
    return makeTemplate()
  })
  bind.read(api.listImports, ({ reader, actor, query }) =>
    readImports(reader, actor.townId, 'roster', query.cursor),
  )
  bind.write(api.takeBackRoster, ({ tx, actor, params, now }) => takeBackRoster(tx, actor, params.id, now))
}

/** @throws Refusal `bad_input` with how to save it so that it can be read, `unavailable` */
async function read(file: Buffer | undefined, input: api.HowToRead): Promise<Reading> {
  if (file === undefined) throw wrongField('table', '没有收到文件，请重新选一个 .xlsx 或 .csv 文件。')
  try {
    return await readWorkbook(file, input)
  } catch (error) {
    if (error instanceof BadWorkbook) throw wrongField('table', error.message)
    if (error instanceof TooManyWaiting)
      throw new Refusal('unavailable', {}, '同时导入的人太多，请过一会儿再试。')
    throw error
  }
}
