import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Grouping, type LedgerAsked, ledgerWidths, showFigures } from '../../../shared/api/figures'
import { showTown } from '../../../shared/api/towns'
import { suggestionStates } from '../../../shared/matters/suggestion/states'
import { ask } from '../client/ask'
import { takeLedger } from '../client/ledger'
import { currentTown } from '../client/town'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Chips } from '../pieces/chips'
import { Choose, type Option } from '../pieces/choose'
import { Field } from '../pieces/field'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'

const narrowings = { session: '会次', unit: '单位', category: '类别', state: '办理状态' } as const
type Narrowing = keyof typeof narrowings
const days = { from: '交办日期从', to: '交办日期到' } as const

const states: Option[] = Object.entries(suggestionStates)
  .filter(([state]) => state !== 'draft')
  .map(([id, { label }]) => ({ id, name: label }))

/** What the figures know of a town is what its ledger can be narrowed to. */
async function loadPanel(wanted: string | undefined) {
  const town = await currentTown(wanted)
  const groupsOf = async (by: Grouping): Promise<Option[]> =>
    (await ask(showFigures, { params: { town }, query: { by } })).groups
      .filter(({ key }) => key !== '')
      .map(({ key, name }) => ({ id: key, name }))
  const { id, name } = await ask(showTown, { params: { town } })
  return {
    ...{ id, name },
    options: {
      session: await groupsOf('session'),
      unit: await groupsOf('unit'),
      category: await groupsOf('category'),
      state: states,
    },
  }
}

/** The ledger as a spreadsheet, for the shelf and for the county. */
export function LedgerPanel({ town }: { town: string | undefined }) {
  const [taken, setTaken] = useState(false)
  const [asked, setAsked] = useState<LedgerAsked>({})
  const state = useLoaded(() => loadPanel(town), [])
  const task = useTask(
    ({ id, name, query }: { id: string; name: string; query: LedgerAsked }) =>
      takeLedger(id, query, `${name}代表建议台账-${today()}.xlsx`),
    () => setTaken(true),
  )
  return (
    <Loaded state={state}>
      {({ id, name, options }) => (
        <View className="stack">
          <Card>
            <Heading>{`${name}代表建议台账`}</Heading>
            <View>
              三张表：一件建议一行，一轮办理一行，合计和“各项比率”同一个算法。提交过的都在里面，草稿不在。打印是横的，每页有表头。
            </View>
            <View className="note">台账里没有群众的姓名、电话和留言。里面有还没公开的事，请不要外传。</View>
          </Card>
          <Narrow options={options} asked={asked} onAsk={setAsked} />
          <Chips
            words={ledgerWidths}
            chosen={asked.columns ?? 'all'}
            onChoose={(columns) => setAsked({ ...asked, columns: columns })}
          />
          <View className="ledger-act">
            <Button busy={task.busy} onTap={() => task.run({ id, name, query: asked })}>
              下载电子表格
            </Button>
          </View>
          {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
          {taken && process.env.TARO_ENV === 'h5' ? (
            <Notice tone="done">已经下载，请在“下载”文件夹里找。</Notice>
          ) : null}
        </View>
      )}
    </Loaded>
  )
}

function Narrow(props: {
  options: Record<Narrowing, readonly Option[]>
  asked: LedgerAsked
  onAsk: (asked: LedgerAsked) => void
}) {
  const { options, asked, onAsk } = props
  const [open, setOpen] = useState<Narrowing>()
  const all = { id: '', name: '全部' }
  return (
    <View className="stack">
      <Card tight>
        {(Object.keys(narrowings) as Narrowing[]).map((name) => (
          <Cell key={name} label={narrowings[name]} onTap={() => setOpen(name)}>
            {options[name].find(({ id }) => id === asked[name])?.name ?? all.name}
          </Cell>
        ))}
      </Card>
      {(['from', 'to'] as const).map((end) => (
        <Field
          key={end}
          field={{ name: end, label: days[end], kind: 'day', reach: 'counted', optional: true }}
          value={asked[end]}
          error={undefined}
          onChange={(day) => onAsk({ ...asked, [end]: day === '' ? undefined : String(day) })}
        />
      ))}
      {open === undefined ? null : (
        <Choose
          title={narrowings[open]}
          options={[all, ...options[open]]}
          chosen={[asked[open] ?? '']}
          several={false}
          onChoose={([id]) => onAsk({ ...asked, [open]: id === '' ? undefined : id })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </View>
  )
}
