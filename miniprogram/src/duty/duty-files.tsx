import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { listDutyFiles } from '../../../shared/api/duty-files'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'

/** Whose duty file one may read, group by group, as the register has them: no number stands beside a name. */
export default function DutyFiles() {
  const { params } = useRouter()
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    return { town, ...(await ask(listDutyFiles, { params: { town } })) }
  }, [])
  return (
    <Page>
      <Loaded state={state}>
        {({ town, files, office }) =>
          files.length === 0 ? (
            <Empty>没有您能看的档案。镇人大办、主席看所有代表的，小组长看本组的。</Empty>
          ) : (
            <View className="stack">
              {office ? (
                <Card tight>
                  <Cell
                    label="代记一件"
                    note="没有手机的代表说的、写在纸上的"
                    onTap={() => void Taro.navigateTo({ url: `/duty/duty-record?town=${town}&for=deputy` })}
                  />
                </Card>
              ) : null}
              {[...new Set(files.map(({ group }) => group))].map((group) => (
                <View key={group ?? ''} className="stack">
                  <Heading>{group ?? '没有编组'}</Heading>
                  <Card tight>
                    {files
                      .filter((file) => file.group === group)
                      .map(({ id, name }) => (
                        <Cell
                          key={id}
                          label={name}
                          onTap={() => void Taro.navigateTo({ url: `/duty/duty-file?town=${town}&id=${id}` })}
                        />
                      ))}
                  </Card>
                </View>
              ))}
            </View>
          )
        }
      </Loaded>
    </Page>
  )
}
