import { reportConsents, showConsents } from '../../../shared/api/consents'
import { type PushKind, pushKinds } from '../../../shared/words/messages'
import { own } from '../../../shared/grammar/own'
import { templateOf } from '../../gateways/wechat/templates'
import type { Bind } from '../../http/bind'
import type { RouteParts } from '../../routes'
import type { EntryKind } from './balance'
import { keepLines, type Line, readBalances } from './ledger'

export function routes(bind: Bind, { env }: RouteParts) {
  const { templates } = env.wechat
  const kinds = Object.keys(pushKinds) as PushKind[]
  const known = new Map(Object.values(templates ?? {}).map((template) => [template.id, template]))

  bind.accountWrite(reportConsents, async ({ tx, accountId, input, now }) => {
    const answered = input.answers.flatMap(({ template, answer }): Omit<Line, 'accountId'>[] => {
      const entry = own(entryOf, answer)
      return entry ? [{ templateId: template, entry, source: 'tap', tap: input.tap }] : []
    })
    const balances = await readBalances(tx, accountId)
    const kept = input.kept
      // The same choice is reported at every tap.
      .filter(({ template, choice }) => balances.get(template)?.kept !== choice)
      .map(({ template, choice }) => ({
        templateId: template,
        entry: keptEntryOf[choice],
        source: 'tap' as const,
        tap: input.tap,
      }))
    const lines = [...answered, ...kept].filter(({ templateId }) => known.has(templateId))
    await keepLines(
      tx,
      lines.map((line) => ({ ...line, accountId })),
      now,
    )
    return { done: true as const }
  })

  bind.accountRead(showConsents, async ({ reader, accountId }) => {
    const balances = await readBalances(reader, accountId)
    return {
      templates: [...known.values()].map(({ id, longTerm }) => {
        const balance = balances.get(id)
        const forGood = longTerm === true && balance?.last === 'granted'
        return {
          template: id,
          kinds: kinds.filter((kind) => templateOf(templates, kind)?.id === id),
          remaining: forGood ? null : (balance?.remaining ?? 0),
          kept: balance?.kept ?? null,
        }
      }),
    }
  })
}

const entryOf: Readonly<Record<string, EntryKind>> = {
  accept: 'granted',
  acceptWithAudio: 'granted',
  acceptWithAlert: 'granted',
  reject: 'refused',
  ban: 'banned',
}
const keptEntryOf = { accept: 'keptAccept', reject: 'keptReject', ban: 'keptBan' } as const
