import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { listReceptions, planReceptions } from '../../../shared/matters/reception/endpoints'
import { receptionTable } from '../../../shared/matters/reception/table'
import { liaisonStations } from '../../../shared/registers/liaison-stations'
import { addDays, addMonths, spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { ActionBar } from '../pieces/action-bar'
import { Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

/** 接访排班: makes the roster of a station, and shows who sits when and what it brought. */
export default function Receptions() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const { options } = await ask(liaisonStations.endpoints.options, { params: { town } })
    return { town, station: options }
  }, [])
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listReceptions, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <Notice>
        选站点和哪几天，轮得最少的先排，请了假的不排，放假的顺延；排好马上告诉本人，前三天和前一天晚上再提醒。
      </Notice>
      <View className="section">
        <Loaded state={state}>
          {({ town, station }) => (
            <ActionBar
              keeps={{ about: `receptions:${town}` }}
              steps={[{ name: 'plan', label: '排班', tone: 'primary', input: planReceptions.input }]}
              lists={{ station }}
              initial={nextMonth}
              take={(_, form, key) =>
                ask(planReceptions, { params: { town }, input: form as InputOf<typeof planReceptions>, key })
              }
              done={pages.reload}
            />
          )}
        </Loaded>
      </View>
      <Loaded state={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>还没有排过班。先在“代表之家和站点”里写上接访日和值守代表，再来排。</Empty>
          ) : (
            <View className="section stack">
              {items.map((row) => (
                <Cell
                  key={row.id}
                  label={`${spokenDate(row.heldOn, today())} ${row.station.name}`}
                  note={noteOf(row)}
                  onTap={() =>
                    void currentTown(params.town).then((town) => openMatter('reception', town, row.id))
                  }
                />
              ))}
              <MorePages pages={pages} />
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}

type Row = OutputOf<typeof listReceptions>['items'][number]

/** The whole of the next month, one at a time. */
const nextMonth = () => {
  const first = addMonths(`${today().slice(0, 8)}01`, 1)
  return { from: first, to: addDays(addMonths(first, 1), -1), each: '1' }
}

const noteOf = ({ sitters, state, received }: Row) =>
  [
    sitters.map(({ name }) => name).join('、') || '还没有人',
    receptionTable.states[state].label,
    received > 0 && `来了 ${received} 位`,
  ]
    .filter(Boolean)
    .join(' · ')
