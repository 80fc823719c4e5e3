import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { asked } from '../pieces/aloud'
import { Button } from '../pieces/button'
import './work-search.scss'

export const searchField = 'work-words'

/** Found by number, by words of two characters, by name. It may be a name: it stands in no address. */
export function WorkSearch(props: {
  words: string
  onFind: (words: string) => void
  /** What can be looked for here. */
  of?: string
}) {
  const { words, onFind, of = '编号、事由、人' } = props
  const [typed, setTyped] = useState(words)
  useEffect(() => setTyped(words), [words])
  const find = () => onFind(typed.trim())
  return (
    <View className="work-search">
      <Input
        id={searchField}
        {...asked(`找${of}`)}
        className="field-input"
        value={typed}
        maxlength={40}
        placeholder={`找${of}`}
        confirmType="search"
        onInput={({ detail }) => setTyped(detail.value)}
        onConfirm={find}
      />
      <View id="work-find">
        <Button tone="quiet" small icon="find" onTap={find}>
          查找
        </Button>
      </View>
    </View>
  )
}
