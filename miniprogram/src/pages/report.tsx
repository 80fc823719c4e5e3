import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { showPublicReport } from '../../../shared/api/figures'
import { showTown } from '../../../shared/api/towns'
import { annualPaper } from '../../../shared/papers/annual-words'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import { Chips } from '../pieces/chips'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { PrintButton } from '../pieces/print-button'
import { PaperSheet } from '../work/paper-sheet'
import { today } from '../work/words'

const lastYears = 4

/** 办理情况报告 of a year, for everyone (代表法 51 ¶3); printed, it is what hangs on the wall. */
export default function Report() {
  const { params } = useRouter()
  const thisYear = Number(today().slice(0, 4))
  const [year, setYear] = useState(params.year ?? String(thisYear))
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const [home, report] = await Promise.all([
      ask(showTown, { params: { town } }),
      ask(showPublicReport, { params: { town }, query: { year } }),
    ])
    const drawn = () => annualPaper(year, report, { town: home.name, red: false }, today())
    return { paper: report.given?.paper ?? drawn(), givenOn: report.given?.on }
  }, [year])
  return (
    <Page>
      <View className="not-printed">
        <Chips
          // A word that is a number would be put in order of size.
          words={Object.fromEntries(
            Array.from({ length: lastYears }, (_, ago) => [`y${thisYear - ago}`, `${thisYear - ago}年`]),
          )}
          chosen={`y${year}`}
          onChoose={(key) => setYear(key.slice(1))}
        />
      </View>
      <Loaded state={state}>
        {({ paper, givenOn }) => (
          <View className="section stack">
            <View className="not-printed">
              <PrintButton />
            </View>
            {givenOn ? (
              <View className="not-printed">
                <Notice>{`这是${spokenDay(givenOn, today())}定稿的报告，以后办的不在里面。`}</Notice>
              </View>
            ) : null}
            <PaperSheet paper={paper} />
          </View>
        )}
      </Loaded>
    </Page>
  )
}
