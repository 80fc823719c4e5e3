import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listDutyFiles } from '../../../shared/api/duty-files'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { recordDuty, recordDutyFor } from '../../../shared/matters/duty-record/endpoints'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { answered, useForm } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { FormFields } from '../pieces/form-fields'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

/** What no other part of the house saw: by whoever did it, or by the office for who has no phone. */
export default function RecordDuty() {
  const { params } = useRouter()
  return params.for === 'deputy' ? <ForDeputy /> : <Own />
}

function Own() {
  const form = useForm(recordDuty.input, { doneOn: today(), dutyKind: 'trainingAttended' })
  const { params } = useRouter()
  const task = useTask(
    async (input: InputOf<typeof recordDuty>, key) => {
      const town = await currentTown(params.town)
      return { town, ...(await ask(recordDuty, { params: { town }, input, key })) }
    },
    ({ town, id }) => openMatter('dutyRecord', town, id),
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked as InputOf<typeof recordDuty>)
  }
  return (
    <Page>
      <View className="section stack">
        <Notice>
          走访、接访、建议、培训这些已经自己记好了，不用再填。只有别处没有记的才在这里补，镇人大办看过就进档案。
        </Notice>
        <FormFields form={answered(form, task)} />
        {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
        <Button busy={task.busy} onTap={save}>
          交给镇人大办核实
        </Button>
      </View>
    </Page>
  )
}

function ForDeputy() {
  const form = useForm(recordDutyFor.input, { doneOn: today(), dutyKind: 'otherDuty', spokeHow: 'phone' })
  const { params } = useRouter()
  const people = useLoaded(async () => {
    const { files } = await ask(listDutyFiles, { params: { town: await currentTown(params.town) } })
    return { deputy: files.map(({ id, name, group }) => ({ id, name, note: group })) }
  }, [])
  const task = useTask(
    async (input: InputOf<typeof recordDutyFor>, key) => {
      const town = await currentTown(params.town)
      return { town, ...(await ask(recordDutyFor, { params: { town }, input, key })) }
    },
    ({ town, id }) => openMatter('dutyRecord', town, id),
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked as InputOf<typeof recordDutyFor>)
  }
  return (
    <Page>
      <View className="section stack">
        <Notice>没有手机的代表说的、写在纸上的，记进来当时就算，并告诉本人。</Notice>
        <Loaded state={people}>{(lists) => <FormFields form={answered(form, task)} lists={lists} />}</Loaded>
        {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
        <Button busy={task.busy} onTap={save}>
          记入履职档案
        </Button>
      </View>
    </Page>
  )
}
