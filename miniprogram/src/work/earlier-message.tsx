import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { opinionSteps, showOpinion } from '../../../shared/matters/opinion/endpoints'
import { numberOf } from '../../../shared/words/messages'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { useTask } from '../hooks/use-task'
import { Button } from '../pieces/button'
import { Card } from '../pieces/card'
import { Notice, TroubleNotice } from '../pieces/notice'

/** What was written after the words that have arrived; all of it where it does not begin with them. */
function addedTo(arrived: readonly string[], text: string): string {
  const whole = text.trim()
  if (arrived.includes(whole)) return ''
  const first = arrived.find((one) => whole.startsWith(one))
  return first === undefined ? whole : whole.slice(first.length).replace(/^[\s，,。；;]+/, '')
}

/** A message of before has arrived: what was written since can be added to it, or sent as another one. */
export function EarlierMessage(props: {
  town: string
  id: string
  text: string
  busy: boolean
  onAnother: () => void
  /** Nothing is left to be sent. */
  onSent: () => void
}) {
  const { town, id, text, busy, onAnother, onSent } = props
  const state = useLoaded(() => ask(showOpinion, { params: { town, id } }), [town, id])
  const opinion = state.value
  const look = (query = '') => void Taro.redirectTo({ url: `/pages/matter?town=${town}&id=${id}${query}` })
  const adding = useTask(
    ({ version, words }: { version: number; words: string }, key) =>
      ask(opinionSteps.write, { params: { town, id }, input: { version, form: { text: words } }, key }),
    () => {
      onSent()
      look('&sent=1')
    },
  )
  const words = opinion
    ? addedTo(
        opinion.messages.filter(({ by }) => by === 'resident').map((message) => message.text),
        text,
      )
    : ''
  const mayAdd = words !== '' && opinion?.actions.includes('write')
  return (
    <View className="stack" id="earlier">
      <Notice tone="soon">
        {`刚才写的已经送到了，编号 ${numberOf(id)}。${words ? '后来写的还没有送出：' : '不用再送。'}`}
      </Notice>
      {words ? <Card>{words}</Card> : null}
      {state.trouble ? <TroubleNotice trouble={state.trouble} retry={state.reload} /> : null}
      {adding.trouble ? <TroubleNotice trouble={adding.trouble} /> : null}
      {mayAdd ? (
        <Button busy={adding.busy} onTap={() => adding.run({ version: opinion?.version ?? 0, words })}>
          补充到那一条
        </Button>
      ) : null}
      <Button tone="quiet" busy={busy} onTap={onAnother}>
        {words ? '作为另一件送出' : '还是送出'}
      </Button>
      <Button
        tone="quiet"
        onTap={() => {
          if (words === '') onSent()
          look()
        }}
      >
        看那一条
      </Button>
    </View>
  )
}
