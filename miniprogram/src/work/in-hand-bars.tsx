import { View } from '@tarojs/components'
import type { FigureGroup } from '../../../shared/api/figures'
import { figureWords } from '../../../shared/rules/rates'
import { Bars } from '../pieces/bars'
import { Heading } from '../pieces/heading'
import { lateFirst } from './late-first'

/**
 * What each has in hand, the late part dark, those with most that is late first.
 * @param most so many of them; all where nothing is said
 */
export function InHandBars(props: {
  title: string
  groups: readonly FigureGroup[]
  most?: number
  onOpen?: (key: string) => void
}) {
  const { title, groups, most, onOpen } = props
  const busy = lateFirst(groups.filter(({ key, counts }) => key !== '' && counts.inHand > 0))
  if (busy.length === 0) return null
  return (
    <View className="section">
      <View className="section-head">
        <Heading>{`${title}${figureWords.inHand}`}</Heading>
      </View>
      <Bars
        rows={busy.slice(0, most).map(({ key, name, counts: { inHand, overdue } }) => ({
          key,
          name,
          whole: inHand,
          late: overdue,
          words: `${figureWords.inHand} ${inHand}${overdue > 0 ? `，${figureWords.overdue} ${overdue}` : ''}`,
        }))}
        {...(onOpen ? { onOpen } : {})}
      />
    </View>
  )
}
