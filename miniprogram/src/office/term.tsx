import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { showTerm, takeBackElected, takeBackForm } from '../../../shared/api/term'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { loadMe, standingIn } from '../client/me'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { ActionBar } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { registerRowPage } from '../work/registers'
import { today } from '../work/words'
import { LeavingDeputies } from './leaving-deputies'
import './term.scss'

type Term = OutputOf<typeof showTerm>

const open = (url: string) => void Taro.navigateTo({ url })

/** 换届: this congress beside the next one, what is still to be done for it, and after the day what became of it. */
export default function TermPage() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [me, shown] = await Promise.all([loadMe(), ask(showTerm, { params: { town } })])
    const keeps = standingIn(me, town)?.roles.includes('congressOffice') === true
    return { town, keeps, shown }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, keeps, shown }) => (
          <View className="stack">
            <Standing shown={shown} />
            {keeps && !shown.term?.begun ? <ToDo town={town} shown={shown} /> : null}
            <Elected title="连任" town={town} people={shown.again} />
            <Elected title="新当选" town={town} people={shown.fresh} />
            <LeavingDeputies town={town} begun={shown.term?.begun === true} people={shown.leaving} />
            <Places
              title="没有选满的选区"
              register="electoralDistrict"
              town={town}
              places={shown.unfilled.map(({ seats, won, ...one }) => ({
                ...one,
                note: `名额 ${seats}，选出 ${won}`,
              }))}
            />
            <Places
              title="没有组长的代表小组"
              register="deputyGroup"
              town={town}
              places={shown.leaderless.map((one) => ({ ...one, note: '在名单上给一位勾上“任小组组长”' }))}
            />
            {keeps && shown.term && !shown.term.begun ? (
              <ActionBar
                keeps={{ about: `term:${town}` }}
                steps={[{ name: 'takeBack', label: '整份名单撤下', tone: 'danger', input: takeBackForm }]}
                beside={() => (
                  <View className="note">
                    只撤名单，每一位以后还可以恢复。导入时新登记的人还在名册里；要连人一起撤回，请到“导入名册”撤回那次导入。
                  </View>
                )}
                take={(_, form, key) =>
                  ask(takeBackElected, {
                    params: { town },
                    input: { version: shown.term?.version ?? 0, form: form as { why: string } },
                    key,
                  })
                }
                done={(newer) => state.put({ town, keeps, shown: newer })}
                stale={state.reload}
              />
            ) : null}
          </View>
        )}
      </Loaded>
    </Page>
  )
}

function Standing({ shown: { term, seats } }: { shown: Term }) {
  if (term === null)
    return <Notice>还没有登记新一届代表。换届选举以后，把当选名单导入或一位一位登记在这里。</Notice>
  const name = `第${term.termNo}届`
  const counts = `上一届 ${seats.before} 位，${name} ${seats.after} 位。`
  if (term.begun)
    return (
      <Notice tone="done">{`${name}已经开始${term.openedOn ? `（${spokenDay(term.openedOn, today())}）` : ''}。${counts}`}</Notice>
    )
  return (
    <Notice tone={term.openedOn ? 'flow' : 'soon'}>
      {term.openedOn
        ? `${name}第1次会议 ${spokenDay(term.openedOn, today())} 召开，到那天自动换届。现在是 ${seats.before} 位，${name} ${seats.after} 位。`
        : `${name}第1次会议还没有登记，登记了开会日期才会换届。现在是 ${seats.before} 位，${name} ${seats.after} 位。`}
    </Notice>
  )
}

/** The ways to what prepares it. */
function ToDo({ town, shown }: { town: string; shown: Term }) {
  return (
    <Card tight>
      <Cell
        label="导入新一届名单"
        note="名册表格里的“新一届代表”这张表，先试算再写入，新当选的不用先登记"
        onTap={() => open(`/office/roster-import?town=${town}`)}
      />
      <Cell
        label="名单"
        note="一位一位登记、修改、撤下"
        onTap={() => open(`/register/list?name=electedDeputy&town=${town}`)}
      />
      {shown.term && shown.term.openedOn === null ? (
        <Cell
          label="登记第一次会议"
          note="会议改期，换届跟着改"
          onTap={() => open(`/register/list?name=congressSession&town=${town}`)}
        />
      ) : null}
    </Card>
  )
}

function Elected(props: { title: string; town: string; people: Term['again'] }) {
  const { title, town, people } = props
  if (people.length === 0) return null
  return (
    <View className="section">
      <Heading>{`${title} ${people.length} 位`}</Heading>
      <Card>
        <View className="term-people">
          {people.map(({ id, name, district, leads }) => (
            <Button key={id} tone="quiet" small onTap={() => open(registerRowPage('person', town, id))}>
              {[name, district, leads ? '组长' : null].filter(Boolean).join(' · ')}
            </Button>
          ))}
        </View>
      </Card>
    </View>
  )
}

function Places(props: {
  title: string
  register: string
  town: string
  places: readonly { id: string; name: string; note: string }[]
}) {
  const { title, register, town, places } = props
  if (places.length === 0) return null
  return (
    <View className="section">
      <Heading>{`${title} ${places.length} 个`}</Heading>
      <Card tight>
        {places.map(({ id, name, note }) => (
          <Cell key={id} label={name} note={note} onTap={() => open(registerRowPage(register, town, id))} />
        ))}
      </Card>
    </View>
  )
}
