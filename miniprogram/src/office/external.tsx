import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import {
  listExternal,
  registerExternal,
  showExternalOptions,
} from '../../../shared/matters/external-suggestion/endpoints'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { mayDo } from '../../../shared/permissions'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { ActionBar } from '../pieces/action-bar'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { MorePages } from '../pieces/more-pages'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'
import { usePages } from '../hooks/use-pages'
import { ExternalCard } from '../work/external-card'

/** 上级代表建议: what deputies of higher congresses carry up from here; handled elsewhere, followed by hand. */
export default function External() {
  const { params } = useRouter()
  const pages = usePages(async (cursor) => {
    const town = await currentTown(params.town)
    const mayKeep = mayDo('keepExternal', rolesIn(await loadMe(), town))
    const options = mayKeep && !cursor ? await ask(showExternalOptions, { params: { town } }) : null
    return { ...(await ask(listExternal, { params: { town }, query: { cursor } })), town, options }
  }, [])
  const open = (town: string, id: string) => openMatter('externalSuggestion', town, id)
  return (
    <Page>
      <Notice>住在本镇的县级以上代表向上级人大提出的建议。由上级单位办理，镇人大办登记进展和答复。</Notice>
      <Loaded state={pages}>
        {({ items, town, options }) => (
          <View className="section stack">
            {options === null ? null : (
              <ActionBar
                steps={[
                  { name: 'register', label: '登记一件', tone: 'primary', input: registerExternal.input },
                ]}
                lists={{
                  higherDeputy: options.deputies,
                  referredSuggestion: options.suggestions,
                  opinion: options.opinions,
                }}
                initial={() => ({ submittedOn: today(), level: 'county' })}
                take={(_, form, key) =>
                  ask(registerExternal, {
                    params: { town },
                    input: form as InputOf<typeof registerExternal>,
                    key,
                  })
                }
                done={({ id }) => {
                  pages.reload()
                  open(town, id)
                }}
              />
            )}
            {items.length === 0 ? <Empty>还没有登记过上级代表建议。</Empty> : null}
            {items.map((row) => (
              <ExternalCard key={row.id} row={row} onTap={() => open(town, row.id)} />
            ))}
            <MorePages pages={pages} />
          </View>
        )}
      </Loaded>
    </Page>
  )
}
