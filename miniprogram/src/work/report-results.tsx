import { View } from '@tarojs/components'
import type { ReportMeetingView } from '../../../shared/matters/duty-report-meeting/endpoints'
import {
  countStandings,
  type Rating,
  reportHeadNames,
  reportHeads,
  type Result,
  ratings,
  ratingWords,
} from '../../../shared/matters/duty-report-meeting/words'
import { dutyReportTable } from '../../../shared/matters/duty-report/table'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import { openMatter } from './open-matter'
import './report-results.scss'

/** Each who reports, in the order of the register whatever the numbers are: the text, how far it is counted, the result. */
export const ReportsCard = ({
  view: { reports, state, returned, paperSlips },
  town,
  reads,
}: {
  view: ReportMeetingView
  town: string
  /** Whether whoever looks may open what was said to others too. */
  reads: boolean
}) => (
  <Card>
    {state === 'counting' && paperSlips !== 0 ? (
      <Part label="纸质票：收回和废票">{countStandings[returned]}</Part>
    ) : null}
    {reports.map(({ id, deputy, here, counted, result, letter, isOwn, ...texts }) => (
      <View key={id}>
        <Heading>{`${deputy.name}代表${here === false ? '（没有到会，另外安排）' : ''}`}</Heading>
        {reportHeadNames.map((head) => {
          const text = texts[head]
          return text === null ? null : (
            <Part key={head} label={reportHeads[head]}>
              {text}
            </Part>
          )
        })}
        {state === 'counting' && paperSlips !== 0 && here !== false ? (
          <View className={counted === 'differs' ? 'report-differs' : ''}>
            {`纸质票：${countStandings[counted]}`}
          </View>
        ) : null}
        {result === null ? null : <ResultBars result={result} />}
        {letter === null || (!reads && !isOwn) ? null : (
          <Cell
            label="选民的意见和回应"
            note={dutyReportTable.states[letter].label}
            onTap={() => openMatter('dutyReport', town, id)}
          />
        )}
      </View>
    ))}
  </Card>
)

const tones: Readonly<Record<Rating, string>> = {
  satisfied: 'report-bar-one',
  basicallySatisfied: 'report-bar-two',
  notSatisfied: 'report-bar-three',
}

/** Three bars and the sentence; where the counts are not shown, the sentence alone. */
export function ResultBars({
  result,
  large = false,
}: {
  result: Omit<Result, 'says'> & { says: string }
  large?: boolean
}) {
  const { votes, valid, says } = result
  return (
    <View className={large ? 'report-result report-result-large' : 'report-result'}>
      {votes === null
        ? null
        : ratings.map((one) => (
            <View key={one} className="report-line">
              <View className="report-word">{ratingWords[one]}</View>
              <View className="report-place">
                <View
                  className={`report-bar ${tones[one]}`}
                  style={{ width: `${valid === 0 ? 0 : Math.round((votes[one] / valid) * 100)}%` }}
                />
              </View>
              <View className="report-votes">{`${votes[one]} 票`}</View>
            </View>
          ))}
      <View className={large ? '' : 'note'}>{says}</View>
    </View>
  )
}
