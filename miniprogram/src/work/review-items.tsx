import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ReviewItemView } from '../../../shared/matters/meeting/endpoints'
import { goneWords, reviewDecisions } from '../../../shared/matters/meeting/words'
import { spokenDay } from '../../../shared/rules/days'
import { matterPage } from '../../../shared/words/pages'
import { opinionKinds } from '../../../shared/words/words'
import type { Values } from '../hooks/use-form'
import { ActionSheet } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Notice } from '../pieces/notice'
import { Part } from '../pieces/part'
import { Tag } from '../pieces/tag'
import type { Shown } from './matter-parts'
import { type ItemAction, type MeetingShown, stepOfItem } from './review-steps'
import './small-ways.scss'
import { today } from './words'

type Take = (step: ItemAction, form: Values, key: string) => Promise<unknown>

/** The open opinions of the group, one after another: what is left to decide first. */
export function ReviewItems({ take, ...shown }: Shown<MeetingShown> & { take: Take }) {
  const { items, state } = shown.view
  if (state === 'planned' || state === 'calledOff') return null
  if (items.length === 0)
    return <Notice>小组的代表手里现在没有要议的意见，可以学习、通报情况，照样记纪要。</Notice>
  const left = items.filter(isLeft)
  const rest = items.filter((item) => !isLeft(item))
  const drawn = (item: ReviewItemView) => (
    <Item key={item.id} {...shown} take={take} item={item} no={items.indexOf(item) + 1} />
  )
  return (
    <>
      {left.length > 0 ? <Heading>{`还没议的 ${left.length} 条`}</Heading> : null}
      {left.map(drawn)}
      {rest.length > 0 ? <Heading>{`议过的 ${rest.length} 条`}</Heading> : null}
      {rest.map(drawn)}
    </>
  )
}

const isLeft = ({ decision, gone, said }: ReviewItemView) =>
  decision === null && gone === null && said === null

function Item({
  town,
  view,
  item,
  no,
  take,
  reload,
}: Shown<MeetingShown> & { item: ReviewItemView; no: number; take: Take }) {
  const [open, setOpen] = useState<ItemAction>()
  const { gist, deputy, kind, receivedOn, decision, gone, said, lead, notedBy } = item
  const steps = view.ofItems.filter((name) => name === 'bring' || isLeft(item))
  return (
    <Card>
      <View className="heading">{`${no}. ${gist ?? `${deputy.name}代表还没有写是什么事`}`}</View>
      <View className="note">
        {`${deputy.name}代表 ${spokenDay(receivedOn, today())}收到的${opinionKinds[kind]}`}
      </View>
      {decision ? (
        <>
          <Tag tone={decision === 'putOff' ? 'soon' : 'done'}>{reviewDecisions[decision].label}</Tag>
          {said ? <Part label={lead ? `${lead}代表领衔` : '写的是'}>{said}</Part> : null}
          {notedBy ? <View className="note">{`${notedBy}记的`}</View> : null}
        </>
      ) : gone || said ? (
        <Tag tone="calm">{gone ? goneWords[gone] : (said ?? '')}</Tag>
      ) : null}
      {steps.length > 0 ? (
        <View className="small-ways not-printed">
          {steps.map((name, at) => (
            <Button
              key={name}
              small
              tone={at === 0 && name !== 'bring' ? 'primary' : 'quiet'}
              onTap={() => setOpen(name)}
            >
              {stepOfItem(name).label}
            </Button>
          ))}
        </View>
      ) : null}
      {open ? (
        <ActionSheet
          step={stepOfItem(open)}
          keeps={{
            about: `meeting:${town}:${view.id}:${item.id}`,
            title: view.title,
            page: matterPage('meeting', town, view.id),
          }}
          lists={{
            deputy: view.members
              .filter(({ ofTownship }) => ofTownship)
              .map(({ id, name }) => ({ id, name, note: null })),
            mergeTarget: view.mergeTargets.map(({ id, name }) => ({ id, name, note: null })),
          }}
          initial={(step) => ({ ...beginning(step, item, view), itemId: item.id })}
          take={(step, form, key) => take(step as ItemAction, form, key)}
          done={reload}
          stale={reload}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </Card>
  )
}

/** What a form starts from: nothing is asked that stands there already. */
function beginning(step: string, { gist, deputy }: ReviewItemView, { members }: MeetingShown): Values {
  if (step === 'bring') return { gist: gist ?? '' }
  if (step !== 'raiseItem') return {}
  const isOfTownship = members.some(({ id, ofTownship }) => id === deputy.id && ofTownship)
  return { summary: (gist ?? '').slice(0, 40), ...(isOfTownship ? { leadId: deputy.id } : {}) }
}
