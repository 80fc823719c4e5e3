import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { addCategory, changeCategory, listCategories } from '../../../shared/registers/category-endpoints'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { ActionBar, ActionSheet } from '../pieces/action-bar'
import { topOptions } from '../work/category-options'
import { Card, Cell } from '../pieces/card'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { useLoaded } from '../hooks/use-loaded'

type Tree = OutputOf<typeof listCategories>
type Category = Tree['categories'][number]

/** The categories of the town: what a suggestion is filed under at acceptance, and how the figures are told apart. */
export default function CategoriesPage() {
  const { params } = useRouter()
  const [picked, setPicked] = useState<Category>()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, tree: await ask(listCategories, { params: { town } }) }
  }, [])
  return (
    <Page>
      <Notice>受理时选类别，数字也按类别分开。可以增加、改名、换位置；不用的停用，已归类的建议不变。</Notice>
      <View className="section">
        <Loaded state={state}>
          {({ town, tree }) => {
            const lists = { topCategory: topOptions(tree.categories) }
            const put = (newer: Tree) => {
              setPicked(undefined)
              state.put({ town, tree: newer })
            }
            return (
              <View className="stack">
                <ActionBar
                  steps={[{ name: 'add', label: '增加一个类别', tone: 'primary', input: addCategory.input }]}
                  lists={lists}
                  take={(_, form, key) =>
                    ask(addCategory, { params: { town }, input: form as InputOf<typeof addCategory>, key })
                  }
                  done={put}
                />
                <Card tight>
                  {tree.categories.map((category) => (
                    <Cell
                      key={category.code}
                      label={`${category.parent ? '　' : ''}${category.name}`}
                      onTap={() => setPicked(category)}
                    >
                      <Text className="note">
                        {category.retired ? '已停用' : `${category.suggestions} 件`}
                      </Text>
                    </Cell>
                  ))}
                </Card>
                {picked ? (
                  <ActionSheet
                    step={{
                      name: 'change',
                      label: '修改这个类别',
                      tone: 'primary',
                      input: changeCategory.input,
                    }}
                    lists={lists}
                    initial={() => formOf(picked)}
                    take={(_, form, key) =>
                      ask(changeCategory, {
                        params: { town, code: picked.code },
                        input: form as InputOf<typeof changeCategory>,
                        key,
                      })
                    }
                    done={put}
                    onClose={() => setPicked(undefined)}
                  />
                ) : null}
              </View>
            )
          }}
        </Loaded>
      </View>
    </Page>
  )
}

const formOf = ({ name, parent, retired }: Category) => ({
  name,
  ...(parent ? { parent } : {}),
  ...(retired ? { retired: true } : {}),
})
