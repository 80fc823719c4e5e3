import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { listDeputies } from '../../../shared/api/people'
import { showTown } from '../../../shared/api/towns'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { recordVoice } from '../../../shared/matters/opinion/voice-endpoints'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { answered, useForm } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import type { Lists } from '../pieces/field'
import { FormFields } from '../pieces/form-fields'
import { Heading } from '../pieces/heading'
import { Lanes } from '../pieces/lanes'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { loadAreas } from '../work/areas-of-village'
import { deputyOption } from '../work/deputy-option'
import { today } from '../work/words'
import { SlipLookup } from './slip-lookup'

const lanes = { write: '登记一条', look: '凭回执查' } as const

/** Whoever comes without a phone is heard here, and hears here what became of it. */
export default function Voices() {
  const { params } = useRouter()
  const [lane, setLane] = useState<keyof typeof lanes>('write')
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [{ deputies }, { villages, stations }, area] = await Promise.all([
      ask(listDeputies, { params: { town } }),
      ask(showTown, { params: { town } }),
      loadAreas(town),
    ])
    const lists = {
      deputy: deputies.map(deputyOption),
      ...{ village: villages, area },
      station: stations.map(({ id, name }) => ({ id, name })),
    }
    return { town, lists }
  }, [])
  return (
    <Page>
      <Lanes words={lanes} open={lane} onOpen={setLane} />
      <Loaded state={state}>
        {({ town, lists }) =>
          lane === 'write' ? <Write town={town} lists={lists} /> : <SlipLookup town={town} />
        }
      </Loaded>
    </Page>
  )
}

type Slip = OutputOf<typeof recordVoice>

/** What is typed of a resident is kept on no device. */
function Write({ town, lists }: { town: string; lists: Lists }) {
  const [slip, setSlip] = useState<Slip>()
  const form = useForm(recordVoice.input, begun())
  const task = useTask(
    (input: InputOf<typeof recordVoice>, key) => ask(recordVoice, { params: { town }, input, key }),
    (made) => {
      form.setValues(begun())
      setSlip(made)
    },
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked as InputOf<typeof recordVoice>)
  }
  if (slip) return <SlipCard slip={slip} again={() => setSlip(undefined)} />
  return (
    <View className="section">
      <Notice>
        没有手机的群众当面、打电话或写信来说的，照原话登记，和用手机说的一样办、一样限时。登记好了给他一张回执。不用拍照。
      </Notice>
      <View style={{ marginTop: '16px' }}>
        <FormFields form={answered(form, task)} lists={lists} />
        {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
        <View id="record-voice" style={{ marginTop: '16px' }}>
          <Button busy={task.busy} onTap={save}>
            登记，转给代表
          </Button>
        </View>
      </View>
    </View>
  )
}

const begun = () => ({ spokeHow: 'inPerson', spokeOn: today(), kind: 'report' })

/** To be printed, or copied by hand onto any paper. */
function SlipCard({ slip, again }: { slip: Slip; again: () => void }) {
  return (
    <View className="section stack upright">
      <Card>
        <Heading>回执</Heading>
        <Heading large>{`回执码 ${spacedCode(slip.code)}`}</Heading>
        <View>{`留言编号 ${slip.no}，核对以后就转给${slip.deputy}。`}</View>
        <View className="note">
          拿这张回执，或者记住回执码，到代表之家、站点或镇人大办，工作人员和代表都能替您查办到哪一步。
        </View>
      </Card>
      <View className="note not-printed">请打印，或者把回执码抄给他。上面没有姓名和电话。</View>
      <View className="not-printed">
        <PrintButton />
      </View>
      <View className="not-printed" id="another-voice">
        <Button tone="quiet" onTap={again}>
          再登记一条
        </Button>
      </View>
    </View>
  )
}

const spacedCode = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`
