import { View } from '@tarojs/components'
import { useState } from 'react'
import { listUnits } from '../../../shared/api/people'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { lookReasons } from '../../../shared/matters/opinion/looks'
import {
  lookAtAuthor,
  petitionSteps,
  type PetitionView,
  showPetition,
} from '../../../shared/matters/petition/endpoints'
import { petitionTable } from '../../../shared/matters/petition/table'
import { petitionKinds } from '../../../shared/matters/petition/words'
import { people } from '../../../shared/registers/people'
import { spokenDate, spokenDay } from '../../../shared/rules/days'
import { unnamedResident } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Notice, TroubleNotice } from '../pieces/notice'
import type { MatterParts } from './matter-parts'
import { PetitionBeside } from './petition-beside'
import { Looks } from './told-line'
import { unitOption } from './unit-option'
import { today } from './words'
import './small-ways.scss'

/** Name and number are opened where it stands that there are some, and shown there. */
const withoutLook = (view: PetitionView): PetitionView => ({
  ...view,
  actions: view.actions.filter((name) => name !== 'openAuthor'),
})

/** 信访登记, for whoever handles it: what was said, where it is pointed to, and until when its author is told. */
export const petitionMatter: MatterParts<PetitionView> = {
  table: petitionTable,
  word: petitionTable.word,
  load: async (town, id) => withoutLook(await ask(showPetition, { params: { town, id } })),
  take: async (town, { id, version }, step, form, key) =>
    withoutLook(
      await ask(petitionSteps[step as 'refer'], {
        params: { town, id },
        input: { version, form } as InputOf<typeof petitionSteps.refer>,
        key,
      }),
    ),
  // Its plain sentence speaks to the resident, who has a page of their own.
  head: ({ no, kind }) => ({
    over: [petitionTable.word, `回执号 ${no}`],
    title: petitionKinds[kind],
  }),
  eventWord: () => '登记',
  facts: ({ about, where, theirReceipt, sentBackBy, unit, summary, noticedOn }) => [
    ['说的是', about],
    ['哪个单位', unit?.name],
    ['去哪里', where],
    ['对方的收件编号', theirReceipt],
    ['对方最晚哪天能退回', sentBackBy && spokenDate(sentBackBy, today())],
    ['核实过的摘要', summary],
    ['告知本人', noticedOn && spokenDay(noticedOn, today())],
  ],
  useForms(town, { actions }) {
    const handsOn = actions.includes('handToClerk')
    const { value } = useLoaded(async () => {
      const params = { town }
      const [{ units }, found] = await Promise.all([
        ask(listUnits, { params }),
        handsOn ? ask(people.endpoints.options, { params }) : undefined,
      ])
      return { unit: units.map(unitOption), person: found?.options ?? [] }
    }, [town, handsOn])
    return {
      lists: value ?? {},
      initial: (step) => (step === 'giveNotice' ? { noticedOn: today(), how: 'letter' } : {}),
    }
  },
  above: ({ town, view }) => (
    <>
      <Notice>只有经办的人和本人看得到。不转给被反映的单位，不公开，也不告诉别人是谁反映的。</Notice>
      {view.text ? (
        <Card>
          {view.text}
          <PetitionBeside town={town} attachments={view.attachments} />
        </Card>
      ) : null}
      {view.author ? <Author town={town} view={view} author={view.author} /> : null}
    </>
  ),
  below: ({ view }) => <Looks looks={view.looks} />,
}

type Found = OutputOf<typeof lookAtAuthor>
type Reason = keyof typeof lookReasons

function Author(props: { town: string; view: PetitionView; author: { named: boolean; hasPhone: boolean } }) {
  const { town, view, author } = props
  const [found, setFound] = useState<Found>()
  const task = useTask(
    (reason: Reason, key) => ask(lookAtAuthor, { params: { town, id: view.id }, input: { reason }, key }),
    setFound,
  )
  if (!author.named && !author.hasPhone) return <View className="note">没有留姓名和电话。</View>
  return (
    <View className="stack">
      {found ? (
        <View>{`${found.name ?? unnamedResident}${found.phone ? `，电话 ${found.phone}` : ''}`}</View>
      ) : (
        <View className="small-ways">
          {(Object.keys(lookReasons) as Reason[]).map((reason) => (
            <Button key={reason} small tone="quiet" busy={task.busy} onTap={() => task.runAnew(reason)}>
              {`看姓名和电话：${lookReasons[reason]}`}
            </Button>
          ))}
        </View>
      )}
      {task.trouble ? <TroubleNotice trouble={task.trouble} /> : null}
    </View>
  )
}
