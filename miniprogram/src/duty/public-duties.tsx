import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listDeputies } from '../../../shared/api/people'
import { showPublicDuties } from '../../../shared/api/public-duties'
import { spokenCount } from '../../../shared/duty/kinds'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { awardTitle } from '../../../shared/matters/award/words'
import { spokenDay } from '../../../shared/rules/days'
import { publicSuggestionPage } from '../../../shared/words/pages'
import { outcomes } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { Part } from '../pieces/part'
import { PrintButton } from '../pieces/print-button'
import { DeputyCard } from '../work/deputy-card'
import { today } from '../work/words'

/** 代表公示, for everyone: whom there is, as the register has them; and of one, what was done, in numbers of one kind each. */
export default function PublicDuties() {
  const { params } = useRouter()
  return <Page>{params.id === undefined ? <Everybody /> : <One id={params.id} />}</Page>
}

function Everybody() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listDeputies, { params: { town } })) }
  }, [])
  return (
    <>
      <View className="lead">
        <Heading large>代表公示</Heading>
        <View className="note">按名册的顺序。点一位代表，看他今年和本届做了什么。</View>
      </View>
      <Loaded state={state}>
        {({ town, deputies }) =>
          deputies.length === 0 ? (
            <Empty>还没有登记代表。</Empty>
          ) : (
            <View className="section stack">
              {deputies.map((deputy) => (
                <Card
                  key={deputy.id}
                  onTap={() =>
                    void Taro.navigateTo({ url: `/duty/public-duties?town=${town}&id=${deputy.id}` })
                  }
                >
                  <DeputyCard deputy={deputy} />
                </Card>
              ))}
            </View>
          )
        }
      </Loaded>
    </>
  )
}

type Duties = OutputOf<typeof showPublicDuties>

function One({ id }: { id: string }) {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, duties: await ask(showPublicDuties, { params: { town, id } }) }
  }, [id])
  return (
    <Loaded state={state}>
      {({ town, duties }) => (
        <View className="stack">
          <View className="not-printed">
            <PrintButton />
          </View>
          <Card>
            <DeputyCard deputy={duties.deputy} />
            {duties.deputy.group === null ? null : <Part label="代表小组">{duties.deputy.group}</Part>}
          </Card>
          <Counted title={`${duties.year}年`} counted={duties.inYear} />
          {duties.term === null ? null : (
            <Counted
              title={`第${duties.term.no}届（${spokenDay(duties.term.from, '')}以来）`}
              counted={duties.term.counted}
            />
          )}
          <Suggestions town={town} suggestions={duties.suggestions} />
          <Reports reports={duties.reports} />
          <Awards awards={duties.awards} />
        </View>
      )}
    </Loaded>
  )
}

const Counted = ({ title, counted }: { title: string; counted: Duties['inYear'] }) => (
  <View className="stack">
    <Heading>{title}</Heading>
    {counted.length === 0 ? (
      <View className="note">还没有公开的记录。</View>
    ) : (
      <Card>
        {counted.map(({ kind, lines }) => spokenCount(kind, { lines, measure: null })).join('，')}。
      </Card>
    )}
  </View>
)

const Suggestions = ({ town, suggestions }: { town: string; suggestions: Duties['suggestions'] }) =>
  suggestions.length === 0 ? null : (
    <View className="stack">
      <Heading>公开的建议</Heading>
      <Card tight>
        {suggestions.map(({ id, item, outcome }) => (
          <Cell
            key={id}
            label={item}
            note={outcome === null ? '正在办' : outcomes[outcome]}
            onTap={() => void Taro.navigateTo({ url: `/${publicSuggestionPage(town, id)}` })}
          />
        ))}
      </Card>
    </View>
  )

const Reports = ({ reports }: { reports: Duties['reports'] }) =>
  reports.length === 0 ? null : (
    <View className="stack">
      <Heading>向选民述职</Heading>
      {reports.map(({ on, district, place, presentVoters, says }) => (
        <Card key={on + district}>
          <Part label={spokenDay(on, today())}>{`${district}，${place}`}</Part>
          {presentVoters === null ? null : <Part label="到会选民">{`${presentVoters} 人`}</Part>}
          {says === null ? null : <Part label="评议结果">{says}</Part>}
        </Card>
      ))}
    </View>
  )

const Awards = ({ awards }: { awards: Duties['awards'] }) =>
  awards.length === 0 ? null : (
    <View className="stack">
      <Heading>表彰</Heading>
      <Card>{awards.map(({ year, title }) => awardTitle(year, title)).join('，')}。</Card>
    </View>
  )
