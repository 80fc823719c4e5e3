import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { KindName } from '../../../shared/workflow'
import { currentTown } from '../client/town'
import type { usePages } from '../hooks/use-pages'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { openMatter } from './open-matter'

/** Matters of one kind, a line each, opened by a tap; where there are none, what brings one. */
export function MatterList<Row extends { id: string }>({
  kind,
  pages,
  labelOf,
  noteOf,
  children,
}: {
  kind: KindName
  pages: ReturnType<typeof usePages<Row>>
  labelOf: (row: Row) => string
  noteOf: (row: Row) => string
  children: string
}) {
  const { params } = useRouter()
  const open = async (id: string) => openMatter(kind, await currentTown(params.town), id)
  return (
    <Loaded state={pages}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{children}</Empty>
        ) : (
          <View className="section">
            <Card tight>
              {items.map((row) => (
                <Cell key={row.id} label={labelOf(row)} note={noteOf(row)} onTap={() => void open(row.id)} />
              ))}
            </Card>
            <MorePages pages={pages} />
          </View>
        )
      }
    </Loaded>
  )
}
