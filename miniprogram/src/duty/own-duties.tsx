import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type OwnDuty, showOwnDuties } from '../../../shared/api/contacts'
import { proposeVisits } from '../../../shared/api/silence'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { Tag } from '../pieces/tag'

const ways = [
  ['visit', '走访', '记一次走访，两分钟的事'],
  ['goodDeed', '办实事', '帮办的事、调处的纠纷、帮扶的户、法律帮助'],
  ['contactVoter', '联系的选民', '固定联系的选民，最近一次是哪天'],
  ['absence', '请假', '哪几天来不了站点'],
] as const

/** What a deputy notes between sessions, and what is still open of what the town asks; nobody else sees that. */
export default function OwnDuties() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(showOwnDuties, { params: { town } })) }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, duties, leads }) => (
          <View className="stack">
            {duties.length > 0 ? (
              <>
                <View className="section-head">
                  <Heading>还差什么</Heading>
                  <View className="note">只有您自己看得到，不排名。</View>
                </View>
                <Card tight>
                  {duties.map((duty) => (
                    <Cell key={duty.within + duty.word} label={`${duty.within}${duty.word}`}>
                      <Tag tone={left(duty) > 0 ? 'soon' : 'done'}>{saidOf(duty)}</Tag>
                    </Cell>
                  ))}
                </Card>
              </>
            ) : null}
            <Proposed town={town} />
            <Card tight>
              {ways.map(([name, word, note]) => (
                <Cell
                  key={name}
                  label={word}
                  note={note}
                  onTap={() => void Taro.navigateTo({ url: `/register/list?name=${name}&town=${town}` })}
                />
              ))}
              {leads ? (
                <Cell
                  label="没有声音的地方"
                  note="本组哪些村半年没有人说话，下次走访先去"
                  onTap={() => void Taro.navigateTo({ url: `/voice/silence?town=${town}` })}
                />
              ) : null}
            </Card>
          </View>
        )}
      </Loaded>
    </Page>
  )
}

type Village = OutputOf<typeof proposeVisits>['villages'][number]

/** What takes a while to reckon comes when it is there, and keeps nobody waiting. */
function Proposed({ town }: { town: string }) {
  const { value } = useLoaded(() => ask(proposeVisits, { params: { town } }), [town])
  if (value === undefined || value.villages.length === 0) return null
  return (
    <>
      <View>
        <Heading>建议下次去走访</Heading>
        <View className="note">没有人说，不等于没有事。这不是任务，去不去、什么时候去，您定。</View>
      </View>
      <Card tight>
        {value.villages.map((one) => (
          <Cell
            key={one.id}
            label={one.name}
            note={whyOf(one)}
            onTap={() =>
              void Taro.navigateTo({
                url: `/register/list?name=visit&town=${town}&village=${one.id}`,
              })
            }
          >
            记走访
          </Cell>
        ))}
      </Card>
    </>
  )
}

/** Never more than a number: who would have said something nobody knows. */
const whyOf = ({ expected, together }: Village) =>
  together.length > 0
    ? `和${together.join('、')}合起来，半年一件留言也没有`
    : `半年一件留言也没有，按人口大约该有 ${Math.round(expected)} 件`

const left = ({ wanted, done }: OwnDuty) => Math.max(0, wanted - done)
const saidOf = (duty: OwnDuty) => (left(duty) > 0 ? `还差 ${left(duty)}` : '做到了')
