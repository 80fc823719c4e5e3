import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { listUntold, toldHowSteps, type Untold } from '../../../shared/matters/told-how/endpoints'
import { toldHowActions } from '../../../shared/matters/told-how/table'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { answered, useForm } from '../hooks/use-form'
import { usePages } from '../hooks/use-pages'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { FormFields } from '../pieces/form-fields'
import { Lanes } from '../pieces/lanes'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintAll } from '../pieces/print-all'
import { Tag } from '../pieces/tag'
import { LookAtResident } from '../work/look-at-resident'
import { openMatter } from '../work/open-matter'
import { spokenDeadline, today, urgencyTones } from '../work/words'

const lanes = { mine: '等我告诉', others: '等别人告诉' } as const

/** The list for picking up the telephone: what to say to each, and one act that writes down that it was said. */
export default function CallList() {
  const { params } = useRouter()
  const [lane, setLane] = useState<keyof typeof lanes>('mine')
  const pages = usePages<Untold, { town: string }>(
    async (cursor) => {
      const town = await currentTown(params.town)
      return { town, ...(await ask(listUntold, { params: { town }, query: { lane, cursor } })) }
    },
    [lane],
  )
  return (
    <Page>
      <Lanes words={lanes} open={lane} onOpen={setLane} />
      <View className="not-printed">
        <Notice>
          办结了，群众还不知道结果的。打个电话、当面说或者写封信，记一笔就行；他在小程序里打开看过，会自己划掉。
        </Notice>
        <PrintAll pages={pages} />
      </View>
      <View className="section upright">
        <View className="title only-printed">还没告诉结果的</View>
        <Loaded state={pages}>
          {({ items, town }) => (
            <View className="stack">
              {items.length === 0 ? <Empty>都告诉了。</Empty> : null}
              {items.map((item) => (
                <CallCard key={item.id} town={town} item={item} done={pages.reload} />
              ))}
              <MorePages pages={pages} />
            </View>
          )}
        </Loaded>
      </View>
    </Page>
  )
}

type Told = InputOf<typeof toldHowSteps.tell>

function CallCard({ town, item, done }: { town: string; item: Untold; done: () => void }) {
  const [telling, setTelling] = useState(false)
  const { id, version, title, number, village, deputy, due, says, hasPhone, opinionId } = item
  return (
    <Card>
      <View className="board-item">
        <View className="board-subject">{title}</View>
        {due ? <Tag tone={urgencyTones[due.urgency]}>{spokenDeadline(due.on)}</Tag> : null}
      </View>
      <View className="note">{[`编号 ${number}`, village, `写给${deputy}`].filter(Boolean).join(' · ')}</View>
      <View>{says}</View>
      {hasPhone ? (
        <View className="not-printed">
          <LookAtResident town={town} id={opinionId} reasons={['tellResult']} />
        </View>
      ) : (
        <View className="note">没有留电话。</View>
      )}
      {telling ? (
        <TellForm town={town} of={{ id, version }} done={done} />
      ) : (
        <View className="small-ways">
          <Button small onTap={() => setTelling(true)}>
            告诉他了
          </Button>
          <Button small tone="quiet" onTap={() => openMatter('toldHow', town, id)}>
            告诉不到，或者看经过
          </Button>
        </View>
      )}
    </Card>
  )
}

function TellForm({
  town,
  of,
  done,
}: {
  town: string
  of: { id: string; version: number }
  done: () => void
}) {
  const form = useForm(toldHowActions.tell.input, { how: 'phone', on: today() })
  const task = useTask(
    (values: Told['form'], key) =>
      ask(toldHowSteps.tell, {
        params: { town, id: of.id },
        input: { version: of.version, form: values },
        key,
      }),
    done,
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked as Told['form'])
  }
  return (
    <View className="stack">
      <FormFields form={answered(form, task)} />
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <Button busy={task.busy} onTap={save}>
        记下来
      </Button>
    </View>
  )
}
