import { View } from '@tarojs/components'
import type { MatterView } from '../../../shared/grammar/matter-view'
import { beijingDay, daysBetween, spokenDate, spokenInstant } from '../../../shared/rules/days'
import { standingIn } from '../client/me'
import { useMe } from '../hooks/use-me'
import { useWindowTitle } from '../hooks/use-window-title'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Tag } from '../pieces/tag'
import type { MatterParts } from './matter-parts'
import { Steps } from './steps'
import { awaitedIn, lastOfOthers, turnSince } from './turn'
import { spokenDeadline, today, urgencyTones } from './words'
import './matter-head.scss'

/** What it is, whose turn it is and since when, how long there is, and what the other side said last. */
export function MatterHead(props: { parts: MatterParts<MatterView>; town: string; view: MatterView }) {
  const { parts, town, view } = props
  const { due, waitsFor } = view
  const { over, title, tags = [], tone, who = [], awaits, plain, walk } = parts.head(view)
  useWindowTitle(title, parts.word)
  const awaited = awaitedIn(parts.table, view, awaits)
  return (
    <Card>
      <View className="note">{over.filter(Boolean).join(' · ')}</View>
      <Heading large>{title}</Heading>
      {awaited ? (
        <View className="head-turn">{`现在等：${awaited}${spokenSince(turnSince(parts.table, view))}`}</View>
      ) : null}
      <View className="tags">
        <Tag tone={tone ?? (waitsFor === null ? 'done' : 'flow')}>
          {parts.table.states[view.state]?.label ?? ''}
        </Tag>
        {due ? <Tag tone={urgencyTones[due.urgency]}>{spokenDeadline(due.on)}</Tag> : null}
        {tags.map(({ tone: of, word }) => (
          <Tag key={word} tone={of}>
            {word}
          </Tag>
        ))}
      </View>
      {plain ? <View>{plain}</View> : null}
      {who.some(Boolean) ? <View className="note">{who.filter(Boolean).join('　')}</View> : null}
      <LastWord parts={parts} town={town} view={view} />
      {walk ? (
        <View className="head-steps">
          <Steps walk={walk} />
        </View>
      ) : null}
    </Card>
  )
}

/** `，11月11日 周三起（18 天）` */
function spokenSince(at: string | null): string {
  if (at === null) return ''
  const day = beijingDay(new Date(at))
  const days = daysBetween(day, today())
  return days === 0 ? '，今天起' : `，${spokenDate(day, today())}起（${days} 天）`
}

/** Whoever is to act reads first what the other side said. */
export function LastWord(props: {
  parts: MatterParts<MatterView>
  town: string
  view: MatterView
  /** Said once more, where a form covers the page. */
  again?: boolean
}) {
  const { parts, town, view, again = false } = props
  const own = standingIn(useMe(), town)?.name
  const last = lastOfOthers(view.timeline, own ? [own] : [])
  if (!last) return null
  const said = parts.said?.(view, last) ?? last.note
  return (
    <View className="head-word" {...(again ? {} : { id: 'last-word' })}>
      <View className="note">
        {`${last.by} · ${spokenInstant(new Date(last.at), today())} · ${parts.table.actions[last.action]?.label ?? ''}`}
      </View>
      {said ? <View className="head-said">{said}</View> : null}
    </View>
  )
}
