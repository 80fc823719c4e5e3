import { type Audience, consentKinds, pushRow, type PushKind } from '../../../shared/words/messages'
import type { WechatTemplate, WechatTemplates } from '../../env'

/** The account's own template for this kind, or the general one that serves in its place. */
export function templateOf(templates: WechatTemplates, kind: PushKind): WechatTemplate | undefined {
  const { general } = pushRow(kind)
  return templates?.[kind] ?? (general ? templates?.[general] : undefined)
}

/** WeChat's limit for one question. */
const atMost = 5

/** The questions to ask in each audience's taps. One-time and long-term templates are never in the same one (20002). */
export function templatesToAsk(templates: WechatTemplates): Record<Audience, string[][]> {
  const ask = (audience: Audience) => {
    const found = consentKinds[audience].flatMap((kind) => templateOf(templates, kind) ?? [])
    return [false, true]
      .map((longTerm) =>
        found.filter((template) => (template.longTerm ?? false) === longTerm).map(({ id }) => id),
      )
      .map((ids) => [...new Set(ids)].slice(0, atMost))
      .filter((ids) => ids.length > 0)
  }
  return { pages: ask('pages'), deputy: ask('deputy'), unit: ask('unit'), office: ask('office') }
}
