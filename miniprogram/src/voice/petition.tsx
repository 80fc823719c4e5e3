import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Endpoint, InputOf } from '../../../shared/grammar/endpoint'
import {
  listMyPetitions,
  type PetitionReceipt,
  type PetitionView,
  recordPetition,
  showPetition,
  showReceipt,
  writePetition,
} from '../../../shared/matters/petition/endpoints'
import { petitionKinds, petitionOffices } from '../../../shared/matters/petition/words'
import { mayDo } from '../../../shared/permissions'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { answered, useForm } from '../hooks/use-form'
import { useLoaded } from '../hooks/use-loaded'
import { useMe } from '../hooks/use-me'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { FormFields } from '../pieces/form-fields'
import { Heading } from '../pieces/heading'
import { Lanes } from '../pieces/lanes'
import { Loaded } from '../pieces/loaded'
import { Notice, TroubleNotice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PetitionBeside } from '../work/petition-beside'
import { Looks } from '../work/told-line'
import { today } from '../work/words'

const own = { write: '我要登记', mine: '我登记的' } as const
const forOthers = { ...own, typed: '代别人登记', look: '凭回执查' } as const

/** 信访、举报、打官司的事: not the deputies' to settle; registered here, and pointed to where it is handled. */
export default function PetitionPage() {
  const { params } = useRouter()
  const me = useMe()
  const [lane, setLane] = useState<keyof typeof forOthers>(params.id ? 'mine' : 'write')
  const state = useLoaded(() => currentTown(params.town), [])
  const types = state.value !== undefined && mayDo('recordVoice', rolesIn(me, state.value))
  return (
    <Page>
      <Lanes words={(types ? forOthers : own) as typeof forOthers} open={lane} onOpen={setLane} />
      <Loaded state={state}>
        {(town) =>
          lane === 'mine' ? (
            <Mine town={town} open={params.id} />
          ) : lane === 'look' ? (
            <Lookup town={town} />
          ) : (
            <Write key={lane} town={town} through={lane === 'typed' ? recordPetition : writePetition} />
          )
        }
      </Loaded>
    </Page>
  )
}

/** What is typed here is kept on no device. */
function Write({ town, through }: { town: string; through: typeof writePetition | typeof recordPetition }) {
  const begun = through === recordPetition ? { spokeHow: 'inPerson', spokeOn: today() } : {}
  const [receipt, setReceipt] = useState<PetitionReceipt>()
  const form = useForm(through.input, begun)
  const task = useTask(
    (input: object, key): Promise<PetitionReceipt> =>
      ask(through as Endpoint, { params: { town }, input, key } as never) as Promise<PetitionReceipt>,
    (made) => {
      form.setValues(begun)
      setReceipt(made)
    },
  )
  const save = () => {
    const checked = form.check()
    if (checked) task.run(checked)
  }
  if (receipt) return <Receipt receipt={receipt} again={() => setReceipt(undefined)} />
  return (
    <View className="section stack">
      <Notice>
        告状、举报、打官司的事，人大代表不能直接处理。在这里登记，会告诉您该由哪里办。不公开，不给被反映的单位看；谁看了您的姓名和电话，您都看得到。
      </Notice>
      <FormFields form={answered(form, task)} />
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <View id="write-petition">
        <Button busy={task.busy} onTap={save}>
          登记
        </Button>
      </View>
    </View>
  )
}

const Receipt = ({ receipt, again }: { receipt: PetitionReceipt; again: () => void }) => (
  <View className="section stack upright">
    <Card>
      <Heading>回执</Heading>
      <Heading large>{`回执号 ${receipt.no.slice(0, 4)} ${receipt.no.slice(4)}`}</Heading>
      <View>{`已经登记。最迟${spokenDay(receipt.noticeBy, today())}告诉您该由哪里办。`}</View>
      <View className="note">拿回执号到镇人大办或代表之家，也能查到。上面没有姓名、电话和内容。</View>
    </Card>
    <View className="not-printed">
      <PrintButton />
    </View>
    <View className="not-printed">
      <Button tone="quiet" onTap={again}>
        再登记一件
      </Button>
    </View>
  </View>
)

function Mine({ town, open }: { town: string; open: string | undefined }) {
  const [shown, setShown] = useState(open)
  const list = useLoaded(() => ask(listMyPetitions, { params: { town }, query: {} }), [town])
  return (
    <View className="section stack">
      {shown ? <One key={shown} town={town} id={shown} /> : null}
      <Loaded state={list}>
        {({ items }) => (
          <Card tight>
            {items.map(({ id, no, plain, on }) => (
              <Cell key={id} label={`回执号 ${no}`} note={plain} onTap={() => setShown(id)}>
                {spokenDay(on, today())}
              </Cell>
            ))}
          </Card>
        )}
      </Loaded>
    </View>
  )
}

function One({ town, id }: { town: string; id: string }) {
  const state = useLoaded(() => ask(showPetition, { params: { town, id } }), [id])
  return <Loaded state={state}>{(petition) => <Standing town={town} petition={petition} />}</Loaded>
}

const Standing = ({ town, petition }: { town: string; petition: PetitionView }) => (
  <>
    <Card>
      <Heading>{petitionKinds[petition.kind]}</Heading>
      <View>{petition.plain}</View>
      {petition.office ? (
        <View>{[petitionOffices[petition.office], petition.where].filter(Boolean).join('：')}</View>
      ) : null}
      {petition.theirReceipt ? <View>{`对方的收件编号 ${petition.theirReceipt}`}</View> : null}
      {petition.text ? <View className="note">{petition.text}</View> : null}
      <PetitionBeside town={town} attachments={petition.attachments} />
    </Card>
    <Looks looks={petition.looks} />
  </>
)

function Lookup({ town }: { town: string }) {
  const [found, setFound] = useState<PetitionView>()
  const form = useForm(showReceipt.input)
  const task = useTask(
    (input: InputOf<typeof showReceipt>) => ask(showReceipt, { params: { town }, input }),
    setFound,
  )
  const look = () => {
    const checked = form.check()
    if (checked) task.runAnew(checked as InputOf<typeof showReceipt>)
  }
  return (
    <View className="section stack">
      <FormFields form={answered(form, task)} />
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
      <Button busy={task.busy} onTap={look}>
        查由哪里办
      </Button>
      {found ? <Standing town={town} petition={found} /> : null}
      <Button tone="quiet" onTap={() => void Taro.navigateBack()}>
        回上一页
      </Button>
    </View>
  )
}
