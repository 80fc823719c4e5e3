import { View } from '@tarojs/components'
import { useState } from 'react'
import { type CountyAppFeedback, listCountyAppFeedback } from '../../../shared/matters/app-feedback/endpoints'
import { feedbackAbouts } from '../../../shared/matters/app-feedback/words'
import { roles } from '../../../shared/permissions'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Lanes } from '../pieces/lanes'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

const lanes = { waiting: '等答复', answered: '答复了' } as const
type Lane = keyof typeof lanes

/** What people of all towns of a county have against the app; those who keep it answer. */
export default function CountyAppFeedback() {
  const [lane, setLane] = useState<Lane>('waiting')
  const state = useLoaded(loadMe, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ county }) =>
          county ? (
            <>
              <Lanes words={lanes} open={lane} onOpen={setLane} />
              <OfCounty key={lane} county={county.id} lane={lane} />
            </>
          ) : (
            <Notice tone="late">对小程序的意见，由县人大的工作人员答复。</Notice>
          )
        }
      </Loaded>
    </Page>
  )
}

function OfCounty({ county, lane }: { county: string; lane: Lane }) {
  const pages = usePages<CountyAppFeedback, object>(
    (cursor) => ask(listCountyAppFeedback, { params: { county }, query: { lane, cursor } }),
    [county, lane],
  )
  return (
    <Loaded state={pages}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{lane === 'waiting' ? '没有等答复的。' : '还没有答复过。'}</Empty>
        ) : (
          <View className="section">
            <Card tight>
              {items.map((row) => (
                <Cell
                  key={row.id}
                  label={`${feedbackAbouts[row.about]} · ${row.text}`}
                  note={noteOf(row)}
                  onTap={() => openMatter('appFeedback', row.town.id, row.id)}
                />
              ))}
            </Card>
            <MorePages pages={pages} />
          </View>
        )
      }
    </Loaded>
  )
}

const noteOf = ({ town, writtenAs, writtenOn, due }: CountyAppFeedback) =>
  [
    town.name,
    `一位${roles[writtenAs]}`,
    `${spokenDay(writtenOn, today())}写的`,
    due && (due.urgency === 'overdue' ? '逾期' : `${spokenDay(due.on, today())}前答复`),
  ]
    .filter(Boolean)
    .join(' · ')
