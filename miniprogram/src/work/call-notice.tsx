import { callTimes } from '../../../shared/matters/opinion/call-back'
import type { OpinionView } from '../../../shared/matters/opinion/endpoints'
import { spokenDate } from '../../../shared/rules/days'
import { Notice } from '../pieces/notice'
import { today } from './words'

/** Somebody would rather be called: by when, at which time, and how often it rang in vain. */
export function CallNotice({ call }: Pick<OpinionView, 'call'>) {
  if (call === null) return null
  const { on, time, tries } = call
  const by = on === null ? '' : `最晚${spokenDate(on, today())}，`
  const tried = tries === 0 ? '' : `已经打过 ${tries} 次，没有打通。`
  return (
    <Notice tone="soon">{`请代表打个电话：${by}${callTimes[time]}${time === 'any' ? '' : '方便'}。${tried}`}</Notice>
  )
}
