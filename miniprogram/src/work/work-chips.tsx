import { View } from '@tarojs/components'
import type { WorkCounts } from '../../../shared/api/work'
import { kindWords } from '../../../shared/matters/kinds'
import type { KindName } from '../../../shared/workflow'
import { Chips } from '../pieces/chips'
import { press } from '../pieces/press'
import { countsIn, isNarrowed, ofKind, type Shown } from './narrowing'
import '../pieces/chip.scss'

interface Counted {
  counts: WorkCounts | undefined
  shown: Shown
  onShow: (shown: Shown) => void
}

/** What is counted is all of a lane, and not what a village or a unit leaves of it: then a word stands alone. */
const wordIn = (shown: Shown) => {
  const { overdue: _, ...rest } = ofKind(shown, undefined)
  return (word: string, count: string) => (isNarrowed(rest) ? word : `${word} ${count}`)
}

/** How much there is of each kind; a tap narrows the list to it. */
export function KindChips({ counts, shown, onShow }: Counted) {
  if (counts === undefined) return null
  const { kinds, all } = countsIn(counts, shown.lane, shown.kind)
  const word = wordIn(shown)
  if (kinds.length < 2 && shown.kind === undefined) return null
  return (
    <View className="work-chips">
      <Chips<KindName | 'all'>
        words={
          Object.fromEntries([
            ['all', word('全部', all)],
            ...kinds.map(({ name, count }) => [name, word(kindWords[name], count)]),
          ]) as Record<KindName | 'all', string>
        }
        chosen={shown.kind ?? 'all'}
        onChoose={(chosen) => onShow(ofKind(shown, chosen === 'all' ? undefined : chosen))}
      />
    </View>
  )
}

/** How much of it is late, to be shown alone, and how much is soon. */
export function UrgencyChips({ counts, shown, onShow }: Counted) {
  if (counts === undefined) return null
  const { overdue, ...whenever } = shown
  const { late, soon } = countsIn(counts, shown.lane, shown.kind)
  const word = wordIn(shown)
  return (
    <>
      {late || overdue ? (
        <View
          id="work-overdue"
          className={`chip${overdue ? ' chip-on' : ''}`}
          {...press(() => onShow(overdue ? whenever : { ...shown, overdue: 'yes' }), {
            as: 'checkbox',
            on: overdue === 'yes',
          })}
        >
          {word('逾期', late || '0')}
        </View>
      ) : null}
      {soon && word('', soon) ? <View className="note">{word('快到期', soon)}</View> : null}
    </>
  )
}
