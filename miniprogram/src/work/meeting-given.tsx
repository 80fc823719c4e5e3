import Taro from '@tarojs/taro'
import { resolutionTable } from '../../../shared/matters/resolution/table'
import { spokenDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import type { MeetingShown } from './review-steps'
import { today } from './words'

/** What it decided of suggestions: each decision names this meeting. */
export function MeetingOnSuggestions({ town, view }: { town: string; view: MeetingShown }) {
  const { onSuggestions } = view
  if (onSuggestions.length === 0) return null
  return (
    <>
      <Heading>{`决定的建议事项 ${onSuggestions.length} 件`}</Heading>
      <Card tight>
        {onSuggestions.map(({ id, suggestionId, no, name, decision }) => (
          <Cell
            key={id}
            label={name}
            note={[decision, no].filter(Boolean).join(' · ')}
            onTap={() => void Taro.navigateTo({ url: `/${matterPage('suggestion', town, suggestionId)}` })}
          />
        ))}
      </Card>
    </>
  )
}

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
