import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import type { Register } from '../../../shared/grammar/register'
import {
  addExternalEntry,
  type ExternalView,
  rateExternal,
  showExternal,
} from '../../../shared/matters/external-suggestion/endpoints'
import { externalTable } from '../../../shared/matters/external-suggestion/table'
import { externalSuggestions } from '../../../shared/registers/external-suggestions'
import { spokenDay } from '../../../shared/rules/days'
import { externalEntries, externalOutcomes, satisfactions } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import type { MatterParts } from './matter-parts'
import { RegisterFacts } from './register-facts'
import { registerRowPage } from './registers'
import { today } from './words'

/** 上级代表建议: how far it is; what is written down of it stands in its register. */
type View = ExternalView & { row: OutputOf<Register['endpoints']['show']> }
const register = externalSuggestions as unknown as Register

async function load(town: string, id: string): Promise<View> {
  const [view, row] = await Promise.all([
    ask(showExternal, { params: { town, id } }),
    ask(register.endpoints.show, { params: { town, id } }),
  ])
  return { ...view, row, timeline: view.timeline.map(withoutEntry) }
}

/** What was noted stands below, with the day on which it was. */
const withoutEntry = (event: ExternalView['timeline'][number]) =>
  event.action === 'noteProgress' || event.action === 'noteReply' ? { ...event, note: null } : event

const kindOf: Readonly<Record<string, 'progress' | 'reply'>> = {
  noteProgress: 'progress',
  noteReply: 'reply',
}

export const externalMatter: MatterParts<View> = {
  table: externalTable,
  word: externalTable.word,
  load,
  async take(town, { id, version }, step, form, key) {
    const params = { town, id }
    if (step === 'rate')
      await ask(rateExternal, {
        params,
        input: { version, form: form as InputOf<typeof rateExternal>['form'] },
        key,
      })
    else {
      const entry = { kind: kindOf[step], ...form } as InputOf<typeof addExternalEntry>['form']
      await ask(addExternalEntry, { params, input: { version, form: entry }, key })
    }
    return load(town, id)
  },
  head: ({ row, plain }) => ({
    over: [externalTable.word, row.words.externalNo],
    title: row.title,
    who: [
      `${row.words.deputyId ?? ''}代表向${row.words.congressLevel ?? ''}提出`,
      row.words.unitName ?? '还不知道由哪个单位办',
    ],
    plain,
  }),
  useForms: () => ({ initial: (step) => (step in kindOf ? { heldOn: today() } : {}) }),
  below: ({ town, view }) => (
    <>
      <Answer view={view} />
      <Course view={view} />
      <Heading>登记的内容</Heading>
      <RegisterFacts register={register} town={town} row={view.row} />
      {view.fromOpinion ? <View className="note">由群众留言而来，有了答复会告诉本人</View> : null}
      <Button
        tone="quiet"
        small
        onTap={() => void Taro.navigateTo({ url: registerRowPage(register.name, town, view.id) })}
      >
        {view.row.mayKeep ? '更正、作废，看改过什么' : '看改过什么'}
      </Button>
    </>
  ),
}

const Answer = ({ view: { repliedOn, outcome, publicResult, satisfaction } }: { view: View }) =>
  repliedOn && outcome ? (
    <Card tight>
      <Cell label="答复日期">{spokenDay(repliedOn, today())}</Cell>
      <Cell label="办理结果">{externalOutcomes[outcome]}</Cell>
      <Cell label="公开的一句话">{publicResult ?? '—'}</Cell>
      <Cell label="代表是否满意">{satisfaction ? satisfactions[satisfaction] : '还没有登记'}</Cell>
    </Card>
  ) : null

/** What came from above, by the day on which it came. */
const Course = ({ view: { entries } }: { view: View }) => (
  <>
    {entries.map((entry) => (
      <Card key={entry.id}>
        <View className="board-item">
          <View className="board-subject">{spokenDay(entry.on, today())}</View>
          <View className="note">{`${externalEntries[entry.kind]}，${entry.by}登记`}</View>
        </View>
        <View>{entry.note}</View>
      </Card>
    ))}
  </>
)
