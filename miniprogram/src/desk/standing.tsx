import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import {
  answerAppeal,
  appealDisqualification,
  type AwardStandings,
  disqualifyUnit,
  listAwardStandings,
  showOwnAwardStanding,
} from '../../../shared/matters/award-standing/endpoints'
import type { InputOf } from '../../../shared/grammar/endpoint'
import {
  disqualificationSentence,
  mostUnaccepted,
  standingYears,
  unacceptedConditions,
} from '../../../shared/matters/award-standing/standing'
import { mayDo } from '../../../shared/permissions'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import type { Values } from '../hooks/use-form'
import { ActionBar, type Step } from '../pieces/action-bar'
import { Card } from '../pieces/card'
import { Chips } from '../pieces/chips'
import { Empty } from '../pieces/empty'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { StandingCard } from '../work/standing-card'
import { today } from '../work/words'

const years = { thisYear: '今年', lastYear: '去年' } as const

/** 评先资格: the formula first, then each unit with what counts; staff of a unit see their own. */
export default function Standing() {
  const { params } = useRouter()
  const [year, setYear] = useState<keyof typeof years>('thisYear')
  const asked = String(Number(today().slice(0, 4)) - (year === 'thisYear' ? 0 : 1))
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const ofAll = mayDo('followAwardStandings', rolesIn(await loadMe(), town))
    const endpoint = ofAll ? listAwardStandings : showOwnAwardStanding
    return { town, standings: await ask(endpoint, { params: { town }, query: { year: asked } }) }
  }, [asked])
  return (
    <Page>
      <Chips words={years} chosen={year} onChoose={setYear} />
      <Loaded state={state}>
        {({ town, standings }) => (
          <View className="stack section">
            <Notice>{formulaOf(standings)}</Notice>
            {standings.units.length === 0 ? <Empty>您还不在哪个承办单位。</Empty> : null}
            <Units town={town} standings={standings} put={(newer) => state.put({ town, standings: newer })} />
          </View>
        )}
      </Loaded>
    </Page>
  )
}

const formulaOf = ({ counting, from, to }: AwardStandings) =>
  `按${standingYears[counting]}算（${spokenDay(from, today())}到${spokenDay(to, today())}评价的），三条都是“是”的才计入：` +
  `${Object.values(unacceptedConditions).join('；')}。超过 ${mostUnaccepted} 件，由主席团决定${disqualificationSentence}`

interface UnitsProps {
  town: string
  standings: AwardStandings
  put: (newer: AwardStandings) => void
}

function Units({ town, standings, put }: UnitsProps) {
  const query = { year: String(standings.year) }
  const bar = (
    unit: { id: string; name: string },
    step: Step,
    take: (form: Values, key: string) => Promise<AwardStandings>,
  ) => (
    <ActionBar
      keeps={{ about: `standing:${unit.id}:${query.year}`, title: unit.name }}
      steps={[step]}
      take={(_, form, key) => take(form, key)}
      done={put}
    />
  )
  const clear = standings.units.filter(isClear)
  const told = clear.length > mostClear ? standings.units.filter((one) => !isClear(one)) : standings.units
  return (
    <>
      {told.map((standing) => (
        <StandingCard
          key={standing.unit.id}
          town={town}
          standing={standing}
          below={({ id, actions }) =>
            actions.includes('appeal')
              ? bar(
                  standing.unit,
                  { name: 'appeal', label: '提出申诉', tone: 'quiet', input: appealDisqualification.input },
                  (form, key) =>
                    ask(appealDisqualification, {
                      params: { town, id },
                      query,
                      input: form as InputOf<typeof appealDisqualification>,
                      key,
                    }),
                )
              : actions.includes('answer')
                ? bar(
                    standing.unit,
                    { name: 'answer', label: '答复申诉', tone: 'primary', input: answerAppeal.input },
                    (form, key) =>
                      ask(answerAppeal, {
                        params: { town, id },
                        query,
                        input: form as InputOf<typeof answerAppeal>,
                        key,
                      }),
                  )
                : null
          }
        >
          {standing.actions.includes('disqualify')
            ? bar(
                standing.unit,
                { name: 'disqualify', label: '取消评先资格', tone: 'danger', input: disqualifyUnit.input },
                (form, key) =>
                  ask(disqualifyUnit, {
                    params: { town, unit: standing.unit.id },
                    query,
                    input: form as InputOf<typeof disqualifyUnit>,
                    key,
                  }),
              )
            : null}
        </StandingCard>
      ))}
      {told.length < standings.units.length ? (
        <Card>
          <Heading>{`计入 0 件的 ${clear.length} 个单位`}</Heading>
          <View>{clear.map(({ unit }) => unit.name).join('、')}</View>
        </Card>
      ) : null}
    </>
  )
}

/** More of them are named in one sentence. */
const mostClear = 3

/** Nothing counts, nothing may come to count, and nothing was decided: there is nothing to say but the name. */
const isClear = ({ items, disqualifications, actions }: AwardStandings['units'][number]) =>
  items.length === 0 && disqualifications.length === 0 && actions.length === 0
