import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { asked } from './aloud'
import { Button } from './button'
import { Empty } from './empty'
import { press } from './press'
import { Sheet } from './sheet'
import './choose.scss'

export interface Option {
  id: string
  name: string
  note?: string | null
  /** Of a place: which one it lies in. */
  partOf?: string
}

/** What a text may begin with, where another field holds what it goes with. */
export interface Copyable extends Option {
  goesWith: string
  text: string
}

/** Picks one or several of a list that may be long: a search field, and rows that are easy to hit. */
export function Choose(props: {
  title: string
  options: readonly Option[]
  chosen: readonly string[]
  several: boolean
  onChoose: (ids: string[]) => void
  onClose: () => void
}) {
  const { title, options, several, onChoose, onClose } = props
  const [chosen, setChosen] = useState<readonly string[]>(props.chosen)
  const [search, setSearch] = useState('')
  const shown = options.filter(({ name, note }) => `${name}${note ?? ''}`.includes(search.trim()))

  const tap = (id: string) => {
    if (!several) {
      onChoose([id])
      onClose()
    } else {
      setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
    }
  }
  return (
    <Sheet title={title} onClose={onClose}>
      {options.length > 9 ? (
        <Input
          className="field-input choose-search"
          placeholder="输入几个字找一找"
          value={search}
          onInput={(event) => setSearch(event.detail.value)}
          {...asked('输入几个字找一找')}
        />
      ) : null}
      {shown.length === 0 ? <Empty>没有找到，换几个字试试。</Empty> : null}
      {shown.map(({ id, name, note }) => (
        <View
          key={id}
          className="choose-row"
          hoverClass="card-hover"
          {...press(() => tap(id), { as: several ? 'checkbox' : 'radio', on: chosen.includes(id) })}
        >
          <View
            className={`choose-box${several ? '' : ' choose-round'}${chosen.includes(id) ? ' choose-on' : ''}`}
          />
          <View className="choose-text">
            <View className="choose-name">{name}</View>
            {note ? <View className="note">{note}</View> : null}
          </View>
        </View>
      ))}
      {several ? (
        <View className="choose-done">
          <Button
            onTap={() => {
              onChoose([...chosen])
              onClose()
            }}
          >
            {chosen.length > 0 ? `选好了（${chosen.length}）` : '选好了'}
          </Button>
        </View>
      ) : null}
    </Sheet>
  )
}
