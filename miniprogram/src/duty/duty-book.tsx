import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { showDutyBook, showOwnDutyBook } from '../../../shared/api/duty-books'
import { showTown } from '../../../shared/api/towns'
import { bookPaper } from '../../../shared/duty/books'
import { plainTextOf } from '../../../shared/papers/plain-text'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Button } from '../pieces/button'
import { Lanes } from '../pieces/lanes'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PaperSheet } from '../work/paper-sheet'
import { today } from '../work/words'

const thisYear = () => Number(today().slice(0, 4))

const years = (): Record<string, string> =>
  Object.fromEntries([0, 1, 2, 3, 4].map((ago) => [`y${thisYear() - ago}`, `${thisYear() - ago}年`]))

/** 年册 and 届册, to be printed or copied: one's own, or that of somebody whose file one may read. */
export default function DutyBookPage() {
  const { params } = useRouter()
  const [open, setOpen] = useState(`y${params.year ?? thisYear()}`)
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const query = open.startsWith('y') ? { year: open.slice(1) } : { term: open.slice(1) }
    const { id } = params
    const [book, { name }] = await Promise.all([
      id === undefined
        ? ask(showOwnDutyBook, { params: { town }, query })
        : ask(showDutyBook, { params: { town, id }, query }),
      ask(showTown, { params: { town } }),
    ])
    return { book, paper: bookPaper(book, name, today()) }
  }, [params.id, open])
  const terms = state.value?.book.terms ?? []
  return (
    <Page>
      <View className="not-printed">
        <Lanes
          words={{ ...years(), ...Object.fromEntries(terms.map(({ no }) => [`t${no}`, `第${no}届`])) }}
          open={open}
          onOpen={setOpen}
        />
      </View>
      <Loaded state={state}>
        {({ paper }) => (
          <View className="stack">
            <View className="not-printed stack">
              <PrintButton />
              <Button
                tone="quiet"
                small
                onTap={() => void Taro.setClipboardData({ data: plainTextOf(paper) })}
              >
                复制文字
              </Button>
            </View>
            <PaperSheet paper={paper} />
          </View>
        )}
      </Loaded>
    </Page>
  )
}
