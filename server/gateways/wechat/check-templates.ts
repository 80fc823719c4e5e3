import { type PushKind, pushKinds } from '../../../shared/words/messages'
import type { WechatTemplate, WechatTemplates } from '../../env'
import { makeCard } from './make-card'
import type { OwnTemplate } from './own-templates'
import { templateOf } from './templates'

/**
 * Whether the cards that we would send fit the templates that this account really has. Each problem is a sentence that
 * says what to set right.
 */
export function checkTemplates(configured: WechatTemplates, own: readonly OwnTemplate[]): string[] {
  if (configured === null) return ['没有设置 WECHAT_TEMPLATES，微信提醒一条也不会发。']
  return (Object.entries(configured) as [PushKind, WechatTemplate][]).flatMap(([kind, template]) => {
    const found = own.find(({ id }) => id === template.id)
    return found
      ? problemsOf(kind, template, found, configured)
      : [`WECHAT_TEMPLATES 的 ${kind}：小程序后台没有模板 ${template.id}，请到“订阅消息 ▸ 我的模板”核对。`]
  })
}

function problemsOf(
  name: PushKind,
  template: WechatTemplate,
  own: OwnTemplate,
  all: WechatTemplates,
): string[] {
  const problems: string[] = []
  const where = `WECHAT_TEMPLATES 的 ${name}（“${own.title}”）`
  const mapped: readonly string[] = Object.values(template.fields)
  const keys = own.keys.map(({ key }) => key)
  for (const key of mapped)
    if (!keys.includes(key)) problems.push(`${where}：模板里没有 ${key}，只有 ${keys.join('、')}。`)
  for (const { key, label } of own.keys)
    if (!mapped.includes(key)) problems.push(`${where}：模板的 ${key}（${label}）还没有写放哪一项。`)
  if ((template.longTerm ?? false) !== own.longTerm) {
    problems.push(
      `${where}是${own.longTerm ? '长期' : '一次性'}订阅，请${own.longTerm ? '写上' : '去掉'} "longTerm": true。`,
    )
  }
  const kinds = (Object.keys(pushKinds) as PushKind[]).filter((kind) => templateOf(all, kind) === template)
  const misfits = kinds.flatMap((kind) => {
    const card = makeCard(template, { kind, ...sample }, own.allowed)
    return 'unfit' in card ? [`${where}：${card.unfit}。`] : []
  })
  return [...problems, ...new Set(misfits)]
}

/** As long as these may become. */
const sample = { number: 'ABCD1234', time: '2026年11月21日 09:05' }
