import Taro from '@tarojs/taro'
import { resolutionTable } from '../../../shared/matters/resolution/table'
import { spokenDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import type { MeetingShown } from './review-steps'
import { today } from './words'

/** 议定事项: what this meeting gave somebody to do, and where each stands now. */
export function MeetingGiven({ town, view: { given } }: { town: string; view: MeetingShown }) {
  if (given.length === 0) return null
  return (
    <>
      <Heading>{`${resolutionTable.word} ${given.length} 件`}</Heading>
      <Card tight>
        {given.map(({ id, what, whose, dueOn, state }) => (
          <Cell
            key={id}
            label={what}
            note={`${whose} · ${spokenDay(dueOn, today())}前 · ${resolutionTable.states[state].label}`}
            onTap={() => void Taro.navigateTo({ url: `/${matterPage(resolutionTable.kind, town, id)}` })}
          />
        ))}
      </Card>
    </>
  )
}
