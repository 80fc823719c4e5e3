import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { listPublicReports } from '../../../shared/matters/duty-report-meeting/ballots'
import { meetingTitle } from '../../../shared/matters/duty-report-meeting/words'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { usePages } from '../hooks/use-pages'
import { Card } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Page } from '../pieces/page'
import { Part } from '../pieces/part'
import { PrintAll } from '../pieces/print-all'
import { ResultBars } from '../work/report-results'
import { today } from '../work/words'

type Row = OutputOf<typeof listPublicReports>['items'][number]

/** 述职公告和结果, for everyone: when and where, who reports, and what the voters in the room said. */
export default function Reports() {
  const { params } = useRouter()
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listPublicReports, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <View className="lead">
        <Heading large>代表向选民述职</Heading>
        <View className="note">
          选区里的选民都可以来听、来评，意见写的、说的都行。评议不记名；没有手机的在会场领纸质票，一样算。
        </View>
      </View>
      <Loaded state={pages}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>还没有述职的公告。有了会贴在这里。</Empty>
          ) : (
            <View className="section stack">
              <View className="not-printed">
                <PrintAll pages={pages} />
              </View>
              {items.map((row) => (
                <Card key={`${row.district.id}${row.heldOn}`}>
                  <Heading>{meetingTitle(row.district.name)}</Heading>
                  <Part label="时间">{`${spokenDate(row.heldOn, today())} ${row.startsAt}`}</Part>
                  <Part label="地点">{row.place}</Part>
                  {row.chair === null ? null : <Part label="主持人">{row.chair}</Part>}
                  {row.presentVoters === null ? (
                    <Part label="述职的代表">{row.reports.map(({ deputy }) => deputy).join('、')}</Part>
                  ) : (
                    <Part label="到会选民">{row.tooFewVoters ?? `${row.presentVoters} 人`}</Part>
                  )}
                  {row.reports.map(({ deputy, result, answers }) =>
                    result === null ? null : (
                      <View key={deputy}>
                        <View className="note">{`${deputy}代表`}</View>
                        <ResultBars result={result} />
                        {answers.map(({ opinion, answer }, at) => (
                          <Part key={at} label={`选民的意见：${opinion}`}>{`回应：${answer}`}</Part>
                        ))}
                      </View>
                    ),
                  )}
                </Card>
              ))}
              <MorePages pages={pages} />
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}
