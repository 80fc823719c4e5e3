import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Register, ShownRows } from '../../../shared/grammar/register'
import type { Role } from '../../../shared/permissions'
import type { KindName } from '../../../shared/workflow'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { usePages } from '../hooks/use-pages'
import { useWide } from '../hooks/use-wide'
import { ActionBar } from '../pieces/action-bar'
import type { Option } from '../pieces/choose'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { registerPage } from '../work/register-page'
import { RegisterOfMany } from '../work/register-parts'
import { openMatter } from '../work/open-matter'
import { ownForm } from '../work/own-form'
import { type Row, RegisterRows } from '../work/register-row'
import { registerRowPage } from '../work/registers'
import { today } from '../work/words'
import { RegisterSearch, type Sought } from './search'
import { RegisterTables } from './tables'
import './list.scss'

interface Beside {
  town: string
  mayKeep: boolean
  lists: Record<string, Option[]>
  roles: readonly Role[]
}

/** A register: what is kept, found by words, added to, and on a desk taken along as a spreadsheet or brought from one. */
export default registerPage(function RegisterList({ register }) {
  const { params } = useRouter()
  const wide = useWide()
  const village = 'villageId' in register.fields ? (params.village ?? '') : ''
  const [sought, setSought] = useState<Sought>({ words: '', shown: 'current', narrow: 'all' })
  const pages = usePages<Row, Beside>(
    async (cursor) => {
      const town = await currentTown(params.town)
      const page = await pageOf(register, town, { ...sought, cursor })
      const lists = page.mayKeep && !cursor ? await listsOf(register, town) : {}
      const roles = rolesIn(await loadMe(), town)
      return { ...page, town, lists, roles }
    },
    [params.name, sought],
  )
  return (
    <Page title={register.word}>
      <Notice>{register.says}</Notice>
      <RegisterSearch register={register} sought={sought} onSeek={setSought} />
      <Loaded state={pages}>
        {({ items, town, mayKeep, lists, roles }) => (
          <View className="section stack">
            {mayKeep ? (
              <ActionBar
                // Whoever comes to note one of a certain village has begun no other there.
                keeps={{
                  about: `register:${register.name}:${town}${village === '' ? '' : `:${village}`}`,
                  title: register.word,
                }}
                opens={village === '' ? undefined : 'add'}
                steps={[
                  {
                    name: 'add',
                    label: register.adds,
                    tone: 'primary',
                    input: ownForm(register, roles, register.endpoints.add.input),
                  },
                ]}
                lists={lists}
                initial={() => ({
                  ...register.begins?.(today()),
                  ...(village === '' ? {} : { villageId: village }),
                })}
                take={(_, form, key) => ask(register.endpoints.add, { params: { town }, input: form, key })}
                done={({ id }) => {
                  pages.reload()
                  // What came into the world with it is awaited from now on.
                  if (register.matter) openRow(register, town, id)
                }}
              />
            ) : null}
            {wide && mayKeep ? <RegisterOfMany register={register} town={town} done={pages.reload} /> : null}
            {wide ? (
              <RegisterTables register={register} town={town} mayKeep={mayKeep} brought={pages.reload} />
            ) : null}
            {items.length > 0 ? (
              <>
                <RegisterRows
                  register={register}
                  rows={items}
                  onOpen={({ id }) => openRow(register, town, id)}
                />
                <MorePages pages={pages} />
              </>
            ) : (
              <Empty>{whyEmpty(register, sought)}</Empty>
            )}
          </View>
        )}
      </Loaded>
    </Page>
  )
})

/** Where a matter stands beside it, that leads on to what is kept. */
const openRow = ({ name, matter }: Register, town: string, id: string) =>
  matter
    ? openMatter(matter as KindName, town, id)
    : void Taro.navigateTo({ url: registerRowPage(name, town, id) })

/** What somebody looks for is sent as a body, and never stands in an address. */
const pageOf = (
  { endpoints }: Register,
  town: string,
  { words, shown, narrow, cursor }: Sought & { cursor: string | undefined },
) =>
  words === ''
    ? ask(endpoints.list, { params: { town }, query: { shown, narrow, cursor } })
    : ask(endpoints.find, {
        params: { town },
        input: { words, shown, narrow, ...(cursor ? { cursor } : {}) },
      })

const listsOf = async ({ endpoints }: Register, town: string) =>
  (await ask(endpoints.lists, { params: { town } })).lists

function whyEmpty({ empty, ends }: Register, { words, shown, narrow }: Sought) {
  if (words !== '') return `没有找到“${words}”，换几个字试试。`
  if (narrow !== 'all') return '这里没有。'
  const none: Readonly<Record<ShownRows, string>> = {
    current: empty,
    ended: `没有${ends.ended}的。`,
    all: empty,
  }
  return none[shown]
}
