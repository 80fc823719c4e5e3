import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import type { Register, ShownRows } from '../../../shared/grammar/register'
import { asked } from '../pieces/aloud'
import { Button } from '../pieces/button'
import { Chips } from '../pieces/chips'

export interface Sought {
  words: string
  shown: ShownRows
  /** Of which rows alone; `all` of none. */
  narrow: string
}

/** By which words, and whether among those that count or those that have ended. */
export function RegisterSearch(props: {
  register: Register
  sought: Sought
  onSeek: (sought: Sought) => void
}) {
  const { register, sought, onSeek } = props
  const [typed, setTyped] = useState(sought.words)
  const seek = () => onSeek({ ...sought, words: typed.trim() })
  return (
    <>
      <View className="section register-tools not-printed">
        <View className="register-search">
          <Input
            id="register-words"
            {...asked(`输入几个字，找${register.word}`)}
            className="field-input"
            placeholder={`输入几个字，找${register.word}`}
            confirmType="search"
            value={typed}
            maxlength={40}
            onInput={(event) => setTyped(event.detail.value)}
            onConfirm={seek}
          />
          <Button tone="quiet" small onTap={seek}>
            查找
          </Button>
        </View>
        <Chips
          words={{ current: '在用', ended: register.ends.ended, all: '全部' }}
          chosen={sought.shown}
          onChoose={(shown) => onSeek({ ...sought, shown })}
        />
      </View>
      {register.narrows ? (
        <View className="section not-printed">
          <Chips
            words={{ all: '不限', ...register.narrows }}
            chosen={sought.narrow}
            onChoose={(narrow) =>
              onSeek({
                ...sought,
                narrow,
                ...(register.narrowsEnded?.includes(narrow) ? { shown: 'ended' } : {}),
              })
            }
          />
        </View>
      ) : null}
    </>
  )
}
