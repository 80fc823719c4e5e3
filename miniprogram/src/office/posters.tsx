import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { showTown } from '../../../shared/api/towns'
import { listPosters, startPoster } from '../../../shared/matters/poster/endpoints'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { ActionBar } from '../pieces/action-bar'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { openMatter } from '../work/open-matter'
import { spokenDeadline } from '../work/words'
import { useLoaded } from '../hooks/use-loaded'

/** Which issue hangs at which station, and the way to hang the first one. */
export default function Posters() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [{ posters }, { stations }] = await Promise.all([
      ask(listPosters, { params: { town } }),
      ask(showTown, { params: { town } }),
    ])
    return {
      town,
      posters,
      bare: stations.filter(({ id }) => !posters.some(({ station }) => station.id === id)),
    }
  }, [])
  return (
    <Page>
      <Notice>
        一个站点一张，写着第几期、截至哪天、下次哪天更新。过了日子，它就在“要办的”里，印下一期换上。
      </Notice>
      <Loaded state={state}>
        {({ town, posters, bare }) => (
          <View className="stack section">
            {posters.length === 0 ? (
              <Empty>还没有站点贴海报。</Empty>
            ) : (
              <Card tight>
                {posters.map(({ id, station, issueNo, nextOn }) => (
                  <Cell
                    key={id}
                    label={`${station.name} 第 ${issueNo} 期`}
                    note={`下次更新 ${spokenDeadline(nextOn)}`}
                    onTap={() => openMatter('poster', town, id)}
                  />
                ))}
              </Card>
            )}
            {bare.length > 0 ? (
              <ActionBar
                keeps={{ about: `poster:${town}` }}
                steps={[
                  { name: 'start', label: '给一个站点贴海报', tone: 'primary', input: startPoster.input },
                ]}
                lists={{ station: bare }}
                take={(_, form, key) =>
                  ask(startPoster, { params: { town }, input: form as InputOf<typeof startPoster>, key })
                }
                stale={state.reload}
                done={({ id }) => {
                  state.reload()
                  openMatter('poster', town, id)
                }}
              />
            ) : null}
          </View>
        )}
      </Loaded>
    </Page>
  )
}
