import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Roll } from '../../../shared/matters/meeting/roll-endpoints'
import type { KeptRoll } from '../client/rolls'
import { Button } from '../pieces/button'
import { Notice } from '../pieces/notice'

type Person = Roll['persons'][number]

/** What both ways of calling a roll need. */
export interface RollShown {
  kept: KeptRoll
  stateOf: (personId: string) => { id?: string; mark: string } | undefined
  mark: (personId: string, mark: 'arrived' | 'left' | 'absent') => void
  undo: (personId: string) => void
}

/** One name after the other with two buttons; whoever has leave is passed over, and stands at the end. */
export function RollCall({ kept, stateOf, mark, undo }: RollShown) {
  /** Whoever was asked for again and still is not there. */
  const [passed, setPassed] = useState<readonly string[]>()
  const [done, setDone] = useState<readonly Person[]>([])
  const { persons } = kept.roll
  const absent = persons.filter(({ id }) => stateOf(id)?.mark === 'absent')
  const left = passed
    ? absent.filter(({ id }) => !passed.includes(id))
    : persons.filter(({ id, onLeave }) => !onLeave && stateOf(id) === undefined)
  const [one, ...next] = left
  const answer = (isHere: boolean) => {
    if (one === undefined) return
    if (isHere) mark(one.id, 'arrived')
    else if (passed) setPassed([...passed, one.id])
    else mark(one.id, 'absent')
    if (isHere || !passed) setDone([...done, one])
  }
  const last = done[done.length - 1]
  const back = () => {
    if (last === undefined) return
    undo(last.id)
    setDone(done.slice(0, -1))
  }
  useRollKeys({ answer, back })
  const onLeave = persons.filter(({ id, onLeave: is }) => is && stateOf(id) === undefined)
  return (
    <>
      {one ? (
        <View className="roll-call">
          <View className="note">{`还有 ${left.length} 位`}</View>
          <View className="roll-name">{one.name}</View>
          <View className="note">{one.group ?? ' '}</View>
          <View className="roll-answers">
            <Button onTap={() => answer(true)}>到</Button>
            <Button tone="quiet" onTap={() => answer(false)}>
              没到
            </Button>
          </View>
          <View className="note">
            {next.length > 0
              ? `接着：${next
                  .slice(0, 2)
                  .map(({ name }) => name)
                  .join('、')}`
              : '这是最后一位。'}
          </View>
        </View>
      ) : (
        <View className="roll-call">
          <Notice tone="done">点完了。有人后到、先走的，点“看全部的人”记。</Notice>
          {absent.length > 0 ? (
            <Button tone="quiet" onTap={() => setPassed([])}>{`没到 ${absent.length} 人，再点一遍`}</Button>
          ) : null}
          {onLeave.length > 0 ? (
            <View className="note">{`准了假：${onLeave.map(({ name }) => name).join('、')}`}</View>
          ) : null}
        </View>
      )}
      {last ? <Button small tone="quiet" onTap={back}>{`撤销：${last.name}`}</Button> : null}
    </>
  )
}

/** On a desk: Enter or the space bar for whoever is there, 0 for whoever is not, Backspace for a slip. */
function useRollKeys(keys: { answer: (isHere: boolean) => void; back: () => void }) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined
    const press = (event: KeyboardEvent) => {
      // Whoever walks the buttons with the keyboard presses those.
      if (event.target !== document.body || event.ctrlKey || event.metaKey) return
      const { answer, back } = latest.current
      if (event.key === 'Enter' || event.key === ' ') answer(true)
      else if (event.key === '0') answer(false)
      else if (event.key === 'Backspace') back()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
