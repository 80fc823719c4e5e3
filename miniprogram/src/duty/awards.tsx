import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listDeputies } from '../../../shared/api/people'
import type { InputOf, OutputOf } from '../../../shared/grammar/endpoint'
import {
  awardForm,
  grantAwards,
  listAwards,
  proposeAward,
  publishAwards,
} from '../../../shared/matters/award/endpoints'
import { awardTable } from '../../../shared/matters/award/table'
import { awardTitle } from '../../../shared/matters/award/words'
import { mayDo } from '../../../shared/permissions'
import { deputyGroups } from '../../../shared/registers/deputy-groups'
import { honourCampaigns } from '../../../shared/registers/honour-campaigns'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { usePages } from '../hooks/use-pages'
import { ActionBar } from '../pieces/action-bar'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { deputyOption } from '../work/deputy-option'
import { MatterList } from '../work/matter-list'
import { openMatter } from '../work/open-matter'
import { today } from '../work/words'

type Row = OutputOf<typeof listAwards>['items'][number]

/** 表彰: put a name forward, publish and grant several after one look, open one. */
export default function Awards() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const at = { params: { town } }
    const [roles, { deputies }, groups, campaigns] = await Promise.all([
      loadMe().then((me) => rolesIn(me, town)),
      ask(listDeputies, at),
      ask(deputyGroups.endpoints.options, at),
      ask(honourCampaigns.endpoints.options, at),
    ])
    const lists = { deputy: deputies.map(deputyOption), group: groups.options, asked: campaigns.options }
    return { town, lists, decides: mayDo('decideAwards', roles) }
  }, [])
  const pages = usePages<Row, object>(
    async (cursor) =>
      ask(listAwards, { params: { town: await currentTown(params.town) }, query: { cursor } }),
    [],
  )
  return (
    <Page>
      <Notice>
        提名以后由主席团决定公示，公示期满、意见都答复了再授予。名单按证书号和名册排；受表彰的人自己不参加决定。
      </Notice>
      <View className="section">
        <Loaded state={state}>
          {({ town, lists, decides }) => (
            <View className="stack">
              <ActionBar
                keeps={{ about: `awards:${town}` }}
                steps={[{ name: 'propose', label: '提名', tone: 'primary', input: awardForm }]}
                lists={lists}
                initial={() => ({ year: today().slice(0, 4), awardKind: 'deputy' })}
                take={(_, form, key) =>
                  ask(proposeAward, {
                    params: { town },
                    input: form as InputOf<typeof proposeAward>,
                    key,
                  })
                }
                done={({ id }) => {
                  pages.reload()
                  openMatter('award', town, id)
                }}
              />
              {decides ? <Together town={town} pages={pages} /> : null}
            </View>
          )}
        </Loaded>
      </View>
      <MatterList kind="award" pages={pages} labelOf={({ whose }) => whose} noteOf={noteOf}>
        还没有提名。先登记活动和它的标准，再提名；没有活动的表彰直接提名。
      </MatterList>
    </Page>
  )
}

const noteOf = ({ state, year, title, certificateNo, noticeTo }: Row) =>
  [
    awardTitle(year, title),
    // A certificate says by itself that it was granted, and all of it fits into a line of a phone.
    state === 'granted' ? `证书号 ${certificateNo ?? ''}` : awardTable.states[state].label,
    state === 'onNotice' && noticeTo && `到${spokenDay(noticeTo, today())}`,
  ]
    .filter(Boolean)
    .join(' · ')

const many = { publish: publishAwards, grant: grantAwards } as const

/** What the presidium decides of several at one meeting. */
function Together({
  town,
  pages,
}: {
  town: string
  pages: { value?: { items: readonly Row[] } | undefined; reload: () => void }
}) {
  const items = pages.value?.items ?? []
  const inState = {
    publish: items.filter(({ state }) => state === 'proposed'),
    grant: items.filter(({ state, noticeTo }) => state === 'onNotice' && (noticeTo ?? '') < today()),
  }
  const labels = { publish: '一起公示', grant: '一起授予' } as const
  return (
    <>
      {(Object.keys(many) as (keyof typeof many)[])
        .filter((name) => inState[name].length > 1)
        .map((name) => (
          <ActionBar
            key={name}
            keeps={{ about: `awards:${name}:${town}` }}
            steps={[{ name, label: labels[name], tone: 'quiet', input: many[name].input }]}
            lists={{
              matters: inState[name].map((row) => ({ id: row.id, name: row.whose, note: noteOf(row) })),
            }}
            initial={() => ({ awardIds: inState[name].map(({ id }) => id) })}
            take={(_, form, key) =>
              ask(many[name], { params: { town }, input: form as InputOf<typeof publishAwards>, key })
            }
            done={({ count }) => {
              pages.reload()
              void Taro.showToast({ title: `${count} 个都办好了`, icon: 'none' })
            }}
            stale={pages.reload}
          />
        ))}
    </>
  )
}
