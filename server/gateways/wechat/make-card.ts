import { pushRow, type PushKind } from '../../../shared/messages'
import type { WechatTemplate } from '../../env'
import { fitField } from './card-fields'

export interface CardWords {
  kind: PushKind
  /** At most 32 printable ASCII characters. */
  number: string
  /** `2026年11月21日 09:05`. */
  time: string
}
export type Card = { data: Record<string, { value: string }> } | { unfit: string }

const hint = '详情请打开小程序查看'

/**
 * The card's fields: number and neutral words, under the keys of this account's template.
 * @param allowed what a key takes where the template lists it
 */
export function makeCard(
  template: WechatTemplate,
  words: CardWords,
  allowed: Readonly<Record<string, readonly string[]>> = {},
): Card {
  const { phrase, status } = pushRow(words.kind)
  const values = { number: words.number, phrase, status, time: words.time, hint }
  const data: Record<string, { value: string }> = {}
  for (const [field, key] of Object.entries(template.fields)) {
    const fit = fitField(key, values[field as keyof typeof values], allowed[key])
    if ('unfit' in fit) return fit
    data[key] = fit
  }
  return { data }
}
