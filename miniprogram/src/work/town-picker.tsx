import { figureWords } from '../../../shared/rules/rates'
import { Input, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { showCountyFigures } from '../../../shared/api/figures'
import { listMyTowns } from '../../../shared/api/towns'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { chooseTown, loadTowns, type Town, whereabouts, type Whereabouts } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { asked } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { sayWaiting } from './town-words'

/** From this many on one looks for a name rather than along a list. */
const tooMany = 8

/** Where one says which town is meant: one's own first, with what waits in each; the county has its towns as rows. */
export function TownPicker({ picked }: { picked?: () => void }) {
  const [words, setWords] = useState('')
  const state = useLoaded(loadChoices, [])
  const pick = ({ id }: Town) => {
    chooseTown(id)
    picked?.()
  }
  return (
    <Loaded state={state}>
      {({ isFresh, towns, own, county, notes }) => {
        if (isFresh) return <Fresh county={county} />
        const sought = (some: readonly Town[]) => some.filter(({ name }) => name.includes(words.trim()))
        const [mine, others] = [sought(own), sought(towns.filter((town) => !own.includes(town)))]
        const noteOf = ({ id }: Town) => notes[id]
        return (
          <View className="stack">
            <Heading large>{headOf(own, county)}</Heading>
            {county ? (
              <Card tight>
                <Cell
                  label="全县各镇的数据"
                  note="一镇一行，比率放在一起看"
                  onTap={() => void Taro.navigateTo({ url: '/office/figures' })}
                />
              </Card>
            ) : null}
            {towns.length > tooMany ? (
              <Input
                id="town-words"
                {...asked('输入镇名里的字找一找')}
                className="field-input"
                placeholder="输入镇名里的字找一找"
                value={words}
                onInput={({ detail }) => setWords(detail.value)}
              />
            ) : null}
            {mine.length + others.length === 0 ? (
              <Empty>
                {towns.length === 0 ? '这里只有一个镇，不用选。' : '没有叫这个名字的镇，换几个字试试。'}
              </Empty>
            ) : null}
            <Rows towns={mine} noteOf={noteOf} pick={pick} />
            {mine.length > 0 && others.length > 0 ? <Heading>别的镇</Heading> : null}
            <Rows towns={others} noteOf={noteOf} pick={pick} />
          </View>
        )
      }}
    </Loaded>
  )
}

const Rows = (props: {
  towns: readonly Town[]
  noteOf: (town: Town) => string | undefined
  pick: (town: Town) => void
}) =>
  props.towns.length === 0 ? null : (
    <Card tight>
      {props.towns.map((town) => {
        const note = props.noteOf(town)
        return (
          <Cell key={town.id} label={town.name} {...(note ? { note } : {})} onTap={() => props.pick(town)} />
        )
      })}
    </Card>
  )

function headOf(own: readonly Town[], county: Whereabouts['county']) {
  if (county) return `${county.name}人大`
  return own.length > 1 ? '您在几个镇任职，去哪一个？' : '您在哪个镇？'
}

/** Nobody has begun here, or only the county. */
const Fresh = ({ county }: Pick<Choices, 'county'>) => (
  <View className="stack">
    <Heading large>这里还没有开通乡镇</Heading>
    <Notice>
      {county
        ? '请先开通一个镇，把邀请码交给那里镇人大办的第一位工作人员。'
        : '镇人大办的第一位工作人员在这里开始：要有服务器终端里显示的启动码。别的人请等通知再来。'}
    </Notice>
    <View id="first-start">
      <Button
        onTap={() => void Taro.navigateTo({ url: county ? '/office/open-town' : '/office/first-start' })}
      >
        {county ? '开通一个镇' : '第一次启动'}
      </Button>
    </View>
  </View>
)

type Choices = Pick<Whereabouts, 'towns' | 'own' | 'county'> & {
  isFresh: boolean
  notes: Readonly<Record<string, string>>
}

async function loadChoices(): Promise<Choices> {
  const where = await whereabouts()
  if (where === undefined && (await loadTowns()).length === 0) {
    const me = await loadMe().catch(() => undefined)
    return { isFresh: true, towns: [], own: [], county: me?.county ?? null, notes: {} }
  }
  const { towns, own, county } = where ?? { towns: [], own: [], county: null }
  return { isFresh: false, towns, own, county, notes: await notesOf(own, county).catch(() => ({})) }
}

/** What stands beside a name; without it one can choose as well. */
async function notesOf(own: readonly Town[], county: Whereabouts['county']): Promise<Choices['notes']> {
  if (county) {
    const { groups } = await ask(showCountyFigures, { params: { county: county.id }, query: {} })
    return Object.fromEntries(
      groups.map(({ key, counts }) => [
        key,
        `${figureWords.inHand} ${counts.inHand} 件，${figureWords.overdue} ${counts.overdue} 件`,
      ]),
    )
  }
  if (own.length === 0) return {}
  const { towns } = await ask(listMyTowns, {})
  return Object.fromEntries(towns.map((town) => [town.id, sayWaiting(town) || '没有等您办的']))
}
