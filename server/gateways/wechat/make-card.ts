import { own } from '../../../shared/grammar/own'
import { pushRow, type PushKind } from '../../../shared/words/messages'
import type { WechatTemplate } from '../../env'
import { fitField } from './card-fields'

export interface CardWords {
  kind: PushKind
  /** As it is called; a higher congress's has Chinese characters, which not every field takes. */
  number: string
  /** Our own number of the same matter, taken where the other does not fit: printable ASCII. */
  ownNumber?: string
  /** So many things are told by this one card. */
  count?: number
  /** `2026年11月21日 09:05`. */
  time: string
}
export type Card = { data: Record<string, { value: string }> } | { unfit: string }

const hint = '详情请打开小程序查看'

/** What each field says, and what it says instead where the template's key does not take it. Nothing personal either way. */
function valuesOf({ kind, number, ownNumber, time, count }: CardWords): Record<string, readonly string[]> {
  const { phrase, status } = pushRow(kind)
  const says = count === undefined ? phrase : `您有 ${count} 件事，请打开看看`
  const numbers =
    count === undefined ? [number, ...(ownNumber === undefined ? [] : [ownNumber])] : [String(count)]
  return {
    number: [...numbers, ...(ownNumber === undefined ? [] : [says, status])],
    phrase: [says, phrase, status],
    status: [status],
    time: [time],
    hint: [hint],
  }
}

/**
 * The card's fields: number and neutral words, under the keys of this account's template.
 * @param allowed what a key takes where the template lists it
 */
export function makeCard(
  template: WechatTemplate,
  words: CardWords,
  allowed: Readonly<Record<string, readonly string[]>> = {},
): Card {
  const values = valuesOf(words)
  const data: Record<string, { value: string }> = {}
  for (const [field, key] of Object.entries(template.fields)) {
    const fits = (own(values, field) ?? []).map((value) => fitField(key, value, own(allowed, key)))
    const fit = fits.find((one) => 'value' in one) ?? fits[0] ?? { unfit: `${key} 没有可以写的内容` }
    if ('unfit' in fit) return fit
    data[key] = fit
  }
  return { data }
}
