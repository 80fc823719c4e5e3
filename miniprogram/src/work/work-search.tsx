import { Input, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { asked } from '../pieces/aloud'
import { Button } from '../pieces/button'

export const searchField = 'work-words'

/** Found by number, by words of two characters, by name. It may be a name: it stands in no address. */
export function WorkSearch({ words, onFind }: { words: string; onFind: (words: string) => void }) {
  const [typed, setTyped] = useState(words)
  useEffect(() => setTyped(words), [words])
  const find = () => onFind(typed.trim())
  return (
    <View className="work-search">
      <Input
        id={searchField}
        {...asked('找编号、事由、人')}
        className="field-input"
        value={typed}
        maxlength={40}
        placeholder="找编号、事由、人"
        confirmType="search"
        onInput={({ detail }) => setTyped(detail.value)}
        onConfirm={find}
      />
      <View id="work-find">
        <Button tone="quiet" small onTap={find}>
          查找
        </Button>
      </View>
    </View>
  )
}
