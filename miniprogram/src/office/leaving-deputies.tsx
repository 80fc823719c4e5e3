import { View } from '@tarojs/components'
import type { showTerm } from '../../../shared/api/term'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { openMatter } from '../work/open-matter'

/** Who was not elected again, with what of theirs goes on without them being deputies. */
export function LeavingDeputies(props: {
  town: string
  begun: boolean
  people: OutputOf<typeof showTerm>['leaving']
}) {
  const { town, begun, people } = props
  if (people.length === 0) return null
  const open = people.some((one) => one.open.length > 0 || one.opinions > 0)
  return (
    <View className="section">
      <Heading>{`${begun ? '离任' : '没有当选'} ${people.length} 位`}</Heading>
      {open ? (
        <View className="note">
          {`没有办完的建议照常办，答复他本人；没有答复的群众留言${begun ? '已经' : '到那天'}转给镇人大办。`}
        </View>
      ) : null}
      {people.map(({ id, name, district, open: matters, opinions }) => (
        <Card key={id} tight>
          <Cell
            label={[name, district].filter(Boolean).join(' · ')}
            note={
              matters.length + opinions === 0
                ? '没有未办完的事'
                : [
                    matters.length > 0 ? `没有办完的建议 ${matters.length} 件` : '',
                    opinions > 0 ? `没有答复的群众留言 ${opinions} 条` : '',
                  ]
                    .filter(Boolean)
                    .join('，')
            }
          />
          {matters.map((one) => (
            <Cell
              key={one.id}
              label={one.title}
              note={[one.number, one.state].filter(Boolean).join(' · ')}
              onTap={() => openMatter(one.kind, town, one.id)}
            />
          ))}
        </Card>
      ))}
    </View>
  )
}
