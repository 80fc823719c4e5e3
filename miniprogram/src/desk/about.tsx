import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { type About, showAbout } from '../../../shared/api/congress'
import { ruleSubjects } from '../../../shared/registers/congress-rules'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown, loadTowns } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { today } from '../work/words'
import './about.scss'

/** 本镇人大: what the town consists of, how it came to be, and by which rules its congress works; for everybody. */
export default function AboutPage() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [about, towns] = await Promise.all([ask(showAbout, { params: { town } }), loadTowns()])
    return { town, about, name: towns.find(({ id }) => id === town)?.name ?? '' }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, about, name }) => (
          <View className="upright">
            <View className="not-printed">
              <PrintButton />
            </View>
            <View className="lead">
              <Heading large>{`${name}人大`}</Heading>
              <View className="note">{sizeOf(about)}</View>
            </View>
            <View className="section stack">
              <Heading>历年大事</Heading>
              {about.events.length === 0 ? (
                <Empty>还没有登记。</Empty>
              ) : (
                <Card>
                  {about.events.map(({ year, month, text }) => (
                    <View key={`${year} ${month} ${text}`} className="about-event">
                      <View className="about-when">
                        {month === null ? `${year} 年` : `${year} 年 ${month} 月`}
                      </View>
                      <View>{text}</View>
                    </View>
                  ))}
                </Card>
              )}
            </View>
            <View className="section stack">
              <Heading>现行制度</Heading>
              {about.rules.length === 0 ? <Empty>还没有登记制度。</Empty> : null}
              {about.rules.map((rule) => (
                <Card
                  key={rule.id}
                  onTap={() => void Taro.navigateTo({ url: `/desk/rule?town=${town}&id=${rule.id}` })}
                >
                  <Heading>{rule.name}</Heading>
                  <View className="note">{adoptionOf(rule)}</View>
                </Card>
              ))}
            </View>
          </View>
        )}
      </Loaded>
    </Page>
  )
}

/** What is not known is left out. */
const sizeOf = ({ villages, naturalVillages, groups, households, population, deputies }: About) =>
  [
    `${villages} 个村（社区）`,
    naturalVillages > 0 ? `${naturalVillages} 个自然村` : '',
    groups > 0 ? `${groups} 个村民小组` : '',
    households > 0 ? `${households} 户` : '',
    population > 0 ? `${population} 人` : '',
    `镇人大代表 ${deputies} 名`,
  ]
    .filter(Boolean)
    .join(' · ')

const adoptionOf = ({ subject, adoptedBy, adoptedOn }: About['rules'][number]) =>
  [ruleSubjects[subject], adoptedBy, adoptedOn && `${spokenDay(adoptedOn, today())}通过`]
    .filter(Boolean)
    .join(' · ')
