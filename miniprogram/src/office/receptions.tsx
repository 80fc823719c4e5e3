import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { listReceptions, planReceptions } from '../../../shared/matters/reception/endpoints'
import { absences } from '../../../shared/registers/absences'
import { liaisonStations } from '../../../shared/registers/liaison-stations'
import { addDays, addMonths, spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { ActionBar } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintAll } from '../pieces/print-all'
import { openMatter } from '../work/open-matter'
import { RosterMonths, type RosterRow } from '../work/roster-months'
import { today } from '../work/words'
import '../work/small-ways.scss'

/** 接访排班: makes the roster of a station, and shows who sits when and what it brought. */
export default function Receptions() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [{ options }, { items }] = await Promise.all([
      ask(liaisonStations.endpoints.options, { params: { town } }),
      ask(absences.endpoints.list, { params: { town }, query: {} }),
    ])
    return { town, station: options, away: items.filter(({ values }) => (values.untilOn ?? '') >= today()) }
  }, [])
  const pages = usePages<RosterRow, { town: string }>(async (cursor) => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listReceptions, { params: { town }, query: { cursor } })) }
  }, [])
  return (
    <Page>
      <View className="not-printed">
        <Notice>
          选站点和哪几天，轮得最少的先排，请了假的不排，放假的顺延；排好马上告诉本人，前三天和前一天晚上再提醒。
        </Notice>
        <Loaded state={state}>
          {({ town, station, away }) => (
            <View className="section stack">
              {away.length > 0 ? (
                <Notice tone="soon">{`请了假的：${away.map(({ title }) => title).join('；')}。`}</Notice>
              ) : null}
              <ActionBar
                keeps={{ about: `receptions:${town}` }}
                steps={[{ name: 'plan', label: '排班', tone: 'primary', input: planReceptions.input }]}
                lists={{ station }}
                initial={nextMonth}
                take={(_, form, key) =>
                  ask(planReceptions, {
                    params: { town },
                    input: form as InputOf<typeof planReceptions>,
                    key,
                  })
                }
                done={pages.reload}
              />
              <View className="small-ways">
                <Button
                  tone="quiet"
                  small
                  onTap={() => void Taro.navigateTo({ url: `/register/list?name=absence&town=${town}` })}
                >
                  记谁请假
                </Button>
                <Button
                  tone="quiet"
                  small
                  onTap={() => void Taro.navigateTo({ url: `/office/codes?town=${town}` })}
                >
                  大屏地址和门口的公告
                </Button>
                <PrintAll pages={pages} />
              </View>
            </View>
          )}
        </Loaded>
      </View>
      <View className="upright">
        <View className="title only-printed">{`接访排班（印于${spokenDay(today(), '')}）`}</View>
        <Loaded state={pages}>
          {({ items, town }) =>
            items.length === 0 ? (
              <Empty>还没有排过班。先在“代表之家和站点”里写上接访日和值守代表，再来排。</Empty>
            ) : (
              <>
                <RosterMonths rows={items} onOpen={({ id }) => openMatter('reception', town, id)} />
                <MorePages pages={pages} />
              </>
            )
          }
        </Loaded>
      </View>
    </Page>
  )
}

/** The whole of the next month, one at a time. */
const nextMonth = () => {
  const first = addMonths(`${today().slice(0, 8)}01`, 1)
  return { from: first, to: addDays(addMonths(first, 1), -1), each: '1' }
}
