import { View } from '@tarojs/components'
import type { SummaryView } from '../../../shared/matters/deliberation-summary/endpoints'
import { answerKinds, noteKinds } from '../../../shared/matters/deliberation-summary/words'
import { Card } from '../pieces/card'
import { Fold } from '../pieces/fold'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import { Tag } from '../pieces/tag'

/** One item after another with its answer, as deputies and the government read it. */
export function SummaryItems({ items, isSorting }: { items: SummaryView['items']; isSorting: boolean }) {
  if (items.length === 0) return null
  return (
    <>
      <Heading>{`审议意见 ${items.length} 条`}</Heading>
      {items.map(({ id, text, unit, notes, answerKind, answer, missing, isOpen }, at) => (
        <Card key={id}>
          <View className="heading">{`${at + 1}. ${text}`}</View>
          <View className="note">
            {[`${notes} 条发言`, unit && `请${unit.name}办`].filter(Boolean).join('，')}
          </View>
          {isSorting ? null : (
            <Tag tone={isOpen ? 'soon' : 'done'}>
              {isOpen ? (answerKind === null ? '等答复' : '等再答复') : '答复了'}
            </Tag>
          )}
          {answerKind === null ? null : <Part label={answerKinds[answerKind]}>{answer ?? ''}</Part>}
          {missing === null ? null : <Part label="主席团请再答复">{missing}</Part>}
        </Card>
      ))}
    </>
  )
}

/** Who said what: what is not sorted yet stands open, the rest is one tap away. */
export function SummaryNotes({ notes }: { notes: SummaryView['notes'] }) {
  const left = notes.filter(
    ({ itemNo, leftOut, kind }) => itemNo === null && leftOut === null && kind !== 'praise',
  )
  const rest = notes.filter((one) => !left.includes(one))
  return (
    <>
      {left.length === 0 ? null : <Heading>{`还没整理的发言 ${left.length} 条`}</Heading>}
      {left.map((one) => (
        <Note key={one.id} {...one} />
      ))}
      {rest.length === 0 ? null : (
        <Fold title="整理过的发言" note={`${rest.length} 条，只有镇人大办和主席团看得到`}>
          {rest.map((one) => (
            <Note key={one.id} {...one} />
          ))}
        </Fold>
      )}
    </>
  )
}

function Note({ agendaItem, group, kind, text, speaker, itemNo, leftOut }: SummaryView['notes'][number]) {
  const where = itemNo !== null ? `列在第 ${itemNo} 条` : leftOut !== null ? `不列入：${leftOut}` : null
  return (
    <Part label={[noteKinds[kind], group ?? '全体会上', speaker, agendaItem].filter(Boolean).join(' · ')}>
      {[text, where].filter(Boolean).join('\n')}
    </Part>
  )
}
