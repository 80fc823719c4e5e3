import { View } from '@tarojs/components'
import { type DeputyStructure, showDeputyStructure, takeDeputyStructure } from '../../../shared/api/congress'
import { spokenRate } from '../../../shared/rules/rates'
import { ask } from '../client/ask'
import { takeTable } from '../client/tables'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Bars } from '../pieces/bars'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { TroubleNotice } from '../pieces/notice'
import { PrintButton } from '../pieces/print-button'
import { today } from '../work/words'
import '../work/small-ways.scss'
import './structure-panel.scss'

/** 代表结构: by age, party, occupation, gender and education, as bars with their words. */
export function StructurePanel({ town }: { town: string | undefined }) {
  const state = useLoaded(async () => {
    const townId = await currentTown(town)
    return { townId, ...(await ask(showDeputyStructure, { params: { town: townId } })) }
  }, [])
  return (
    <Loaded state={state}>
      {({ townId, total, parts }) =>
        total === 0 ? (
          <Empty>名册里还没有现任镇人大代表，导入名册以后这里会有数。</Empty>
        ) : (
          <View className="stack upright">
            <View className="small-ways not-printed">
              <PrintButton />
              <TakeStructure town={townId} />
            </View>
            <View className="title only-printed">代表结构</View>
            <View className="note">{`现任镇人大代表 ${total} 名。年龄按今年减出生年份算。`}</View>
            <MadeUp of={{ total, parts }} />
          </View>
        )
      }
    </Loaded>
  )
}

/** Each part as bars with their words. */
export const MadeUp = ({ of: { total, parts } }: { of: DeputyStructure }) => (
  <View className="stack structure">
    {parts.map(({ part, word, rows }) => (
      <Card key={part}>
        <Heading>{word}</Heading>
        <Bars
          rows={rows.map(({ key, name, count }) => ({
            ...{ key, name, whole: count, late: 0 },
            words: `${count} 人，${spokenRate({ of: count, among: total })}`,
          }))}
        />
      </Card>
    ))}
  </View>
)

function TakeStructure({ town }: { town: string }) {
  const taking = useTask(
    () => takeTable(takeDeputyStructure, { town }, `代表结构-${today()}.xlsx`),
    () => {},
  )
  if (process.env.TARO_ENV !== 'h5') return null
  return (
    <>
      <Button tone="quiet" small busy={taking.busy} onTap={() => taking.run(undefined)}>
        导出电子表格
      </Button>
      {taking.trouble ? <TroubleNotice trouble={taking.trouble} /> : null}
    </>
  )
}
