import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type DutyFile, showDutyFile, showOwnDutyFile } from '../../../shared/api/duty-files'
import { dutyParts } from '../../../shared/duty/parts'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { useWide } from '../hooks/use-wide'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Lanes } from '../pieces/lanes'
import { Loaded } from '../pieces/loaded'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { OwnGoals } from '../work/own-goals'
import { DutyPartTable } from '../work/duty-part'
import { today } from '../work/words'

const thisYear = () => Number(today().slice(0, 4))
const years = () =>
  Object.fromEntries([0, 1, 2, 3, 4].map((ago) => [`y${thisYear() - ago}`, `${thisYear() - ago}年`]))

/** 履职档案: one's own, or one that somebody may read; a year at a time, as it is printed. */
export default function DutyFilePage() {
  const { params } = useRouter()
  const wide = useWide()
  const [year, setYear] = useState(`y${thisYear()}`)
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const period = { from: `${year.slice(1)}-01-01`, to: `${year.slice(1)}-12-31` }
    const { id } = params
    if (id !== undefined)
      return {
        town,
        isOwn: false,
        leads: false,
        file: await ask(showDutyFile, { params: { town, id }, query: period }),
      }
    const { leads, ...file } = await ask(showOwnDutyFile, { params: { town }, query: period })
    return { town, isOwn: true, leads, file }
  }, [params.id, year])
  return (
    <Page>
      <View className="not-printed">
        <Lanes words={years()} open={year} onOpen={setYear} />
      </View>
      <Loaded state={state}>
        {({ town, file, isOwn, leads }) => (
          <View className="stack">
            <View className="not-printed">
              <PrintButton />
            </View>
            {isOwn ? <OwnGoals town={town} /> : null}
            <Heading large>{`${file.person.name}代表履职档案（${file.from.slice(0, 4)}年）`}</Heading>
            <Card tight>
              {file.facts.map(({ label, text }) => (
                <Cell key={label + text} label={label}>
                  {text}
                </Cell>
              ))}
            </Card>
            {file.parts
              .filter((part) => wide || !isEmpty(part))
              .map((part) => (
                <DutyPartTable key={part.part} town={town} of={part} />
              ))}
            {wide ? null : <EmptyParts of={file.parts.filter(isEmpty)} />}
            <View className="not-printed">
              <Card tight>
                <Cell
                  label="年册、届册"
                  note="八个部分，末尾有条数和校验码，可以打印、可以复制"
                  onTap={() =>
                    void Taro.navigateTo({
                      url: `/duty/duty-book?town=${town}&year=${year.slice(1)}${isOwn ? '' : `&id=${file.person.id}`}`,
                    })
                  }
                />
              </Card>
            </View>
            {isOwn ? (
              <View className="not-printed">
                <Card tight>
                  <Cell
                    label="补记一件"
                    note="别处没有记的，例如县里的培训班"
                    onTap={() => void Taro.navigateTo({ url: `/duty/duty-record?town=${town}` })}
                  />
                </Card>
              </View>
            ) : null}
            {leads ? (
              <View className="not-printed">
                <Card tight>
                  <Cell
                    label="本组代表的档案"
                    note="您是小组长，看得到本组的；不公开的只说有几条"
                    onTap={() => void Taro.navigateTo({ url: `/duty/duty-files?town=${town}` })}
                  />
                </Card>
              </View>
            ) : null}
          </View>
        )}
      </Loaded>
    </Page>
  )
}

type Part = DutyFile['parts'][number]
const isEmpty = ({ lines, hidden }: Part) => lines.length === 0 && hidden === 0

/** On paper each part has its heading; on a phone those with nothing are one line. */
const EmptyParts = ({ of }: { of: readonly Part[] }) =>
  of.length === 0 ? null : (
    <View className="note">{`${of.map(({ part }) => dutyParts[part]).join('、')}：还没有。`}</View>
  )
