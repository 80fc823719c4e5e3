import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import {
  changeSession,
  listSessions,
  registerSession,
} from '../../../shared/registers/congress-session-endpoints'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { spokenSession } from '../../../shared/registers/congress-sessions'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { ActionBar } from '../pieces/action-bar'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { Tag } from '../pieces/tag'
import { today } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'

type Sessions = OutputOf<typeof listSessions>
type Session = Sessions['sessions'][number]

/** The sessions of the congress: they give suggestions their numbers, in session and until the next one. */
export default function SessionsPage() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, list: await ask(listSessions, { params: { town } }) }
  }, [])
  return (
    <Page>
      <Notice>
        建议按届、次和种类编号：会议期间提出的如 19-2-J012，闭会期间的如 19-2-BJ012。登记以前编的号不变。
      </Notice>
      <View className="section">
        <Loaded state={state}>
          {({ town, list }) => (
            <View className="stack">
              <ActionBar
                steps={[
                  { name: 'register', label: '登记一次会议', tone: 'primary', input: registerSession.input },
                ]}
                initial={() => ({ openedOn: today() })}
                take={(_, form, key) =>
                  ask(registerSession, {
                    params: { town },
                    input: form as InputOf<typeof registerSession>,
                    key,
                  })
                }
                done={(newer) => state.put({ town, list: newer })}
              />
              {list.sessions.length === 0 ? (
                <Empty>还没有登记过会议，建议按年份编号。登记以后，新受理的按届次编号。</Empty>
              ) : null}
              {list.sessions.map((session) => (
                <SessionCard
                  key={session.id}
                  town={town}
                  session={session}
                  changed={(newer) => state.put({ town, list: newer })}
                />
              ))}
            </View>
          )}
        </Loaded>
      </View>
    </Page>
  )
}

function SessionCard(props: { town: string; session: Session; changed: (newer: Sessions) => void }) {
  const { town, session, changed } = props
  const { openedOn, closedOn, inSession, interSession } = session
  const isOpen = openedOn <= today() && (closedOn === null || today() <= closedOn)
  return (
    <Card>
      <View className="board-item">
        <View className="board-subject">{spokenSession(session)}</View>
        {isOpen ? <Tag tone="flow">正在开会</Tag> : null}
      </View>
      <View className="note">
        {`${spokenDay(openedOn, today())}开会，${closedOn ? `${spokenDay(closedOn, today())}闭会` : '还没有登记闭会日期'}`}
      </View>
      <View className="note">{`会议期间建议 ${inSession} 件，闭会期间建议 ${interSession} 件`}</View>
      <View style={{ marginTop: '12px' }}>
        <ActionBar
          steps={[
            { name: `change-${session.id}`, label: '更正日期', tone: 'quiet', input: changeSession.input },
          ]}
          initial={() => ({ openedOn, ...(closedOn ? { closedOn } : {}) })}
          take={(_, form, key) =>
            ask(changeSession, {
              params: { town, id: session.id },
              input: form as InputOf<typeof changeSession>,
              key,
            })
          }
          done={changed}
        />
      </View>
    </Card>
  )
}
