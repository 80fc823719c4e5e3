import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../pieces/button'
import { press } from '../pieces/press'
import type { RollShown } from './roll-call'

const signs = { arrived: '✓到', absent: '○没到', left: '←走了' } as const
const signOf = (mark: string | undefined, onLeave: boolean) =>
  mark === undefined ? (onLeave ? '假' : '') : mark in signs ? signs[mark as keyof typeof signs] : '假'

/** Everybody at once, in the order of the register: for the door, and for coming and going all day. */
export function RollTable({ kept, stateOf, mark, undo }: RollShown) {
  const [asked, setAsked] = useState<string>()
  const person = kept.roll.persons.find(({ id }) => id === asked)
  const state = asked === undefined ? undefined : stateOf(asked)
  const take = (act: () => void) => {
    act()
    setAsked(undefined)
  }
  return (
    <>
      <View className="roll-table">
        {kept.roll.persons.map(({ id, name, onLeave }) => {
          const own = stateOf(id)?.mark
          const tap = () => (own === 'arrived' ? setAsked(id) : mark(id, 'arrived'))
          return (
            <View
              key={id}
              className={`roll-tile roll-tile-${own ?? 'none'}${asked === id ? ' roll-tile-asked' : ''}`}
              {...press(tap)}
            >
              <View>{name}</View>
              <View className="note">{signOf(own, onLeave) || ' '}</View>
            </View>
          )
        })}
      </View>
      {person && state ? (
        <View className="roll-foot">
          <View>{person.name}</View>
          <Button small tone="quiet" onTap={() => take(() => mark(person.id, 'left'))}>
            走了
          </Button>
          <Button small tone="quiet" onTap={() => take(() => undo(person.id))}>
            点错了
          </Button>
          <Button small tone="quiet" onTap={() => setAsked(undefined)}>
            不改
          </Button>
        </View>
      ) : (
        <View className="note">点一下：到了。到了的再点一下：走了，或者点错了。</View>
      )}
    </>
  )
}
