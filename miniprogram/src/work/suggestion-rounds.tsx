import { View } from '@tarojs/components'
import type { ConsultationView, RoundView } from '../../../shared/matters/suggestion/rounds'
import type { ReturnView, SuggestionView } from '../../../shared/matters/suggestion/endpoints'
import { beijingDay, spokenDay } from '../../../shared/rules/days'
import { consultationForms, mayDecides, satisfactions } from '../../../shared/words/words'
import { Card } from '../pieces/card'
import { Fold } from '../pieces/fold'
import { Heading } from '../pieces/heading'
import { Part } from '../pieces/part'
import { Files } from './files'
import { Photos } from './photos'
import { CommitmentPart, ExtensionPart, ReferralPart, ReplyPart, SummonsPart } from './round-parts'
import { Tag, type TagTone } from '../pieces/tag'
import { today } from './words'

/** The handling, newest round first, with what was sent back. */
export const SuggestionRounds = ({ town, suggestion }: { town: string; suggestion: SuggestionView }) => (
  <>
    {suggestion.referrals.length > 0 ? (
      <Card>
        <Heading>向上反映</Heading>
        {suggestion.referrals.map((one) => (
          <ReferralPart key={one.on + one.reason} referral={one} />
        ))}
      </Card>
    ) : null}
    {suggestion.progressFiles.length > 0 ? (
      <Card>
        <Heading>进展和代录的附件</Heading>
        {suggestion.progressFiles.map(({ at, files }) => (
          <Files
            key={at + (files[0]?.id ?? '')}
            town={town}
            label={`${spokenDay(beijingDay(new Date(at)), today())}`}
            files={files}
          />
        ))}
      </Card>
    ) : null}
    {[...suggestion.rounds].reverse().map((round, index) => {
      const shown = (
        <Round
          town={town}
          round={round}
          only={suggestion.rounds.length === 1}
          returns={round.no === 1 ? suggestion.returns : []}
        />
      )
      return index === 0 ? (
        <View key={round.no}>{shown}</View>
      ) : (
        <Fold key={round.no} title={`第 ${round.no} 轮办理`} note={round.leadUnit.name}>
          {shown}
        </Fold>
      )
    })}
  </>
)

function Round(props: { town: string; round: RoundView; only: boolean; returns: readonly ReturnView[] }) {
  const { round } = props
  const { evaluation, responsibles, deadline } = round
  return (
    <Card>
      <Heading>{props.only ? '办理' : `第 ${round.no} 轮办理`}</Heading>
      <Part label="主办单位">{round.leadUnit.name}</Part>
      <Part label="办结时限">
        {`${spokenDay(round.handedOverOn, today())}交办，${spokenDay(deadline.on, today())}前答复${deadline.tentative ? '（暂定：明年的放假安排还没有公布）' : ''}`}
      </Part>
      {round.instructions ? <Part label="交办要求">{round.instructions}</Part> : null}
      {props.returns.map((one) => (
        <Returned key={one.on + one.unit} one={one} />
      ))}
      {responsibles ? (
        <Part label="三落实">
          {`分管领导 ${responsibles.leader}；专办人员 ${responsibles.handler}，电话 ${responsibles.phone}`}
        </Part>
      ) : null}
      {round.extension ? <ExtensionPart extension={round.extension} /> : null}
      {round.consultations.map((consultation) => (
        <View key={consultation.id} className="part">
          <View className="part-label">
            {`面商${withWhom(consultation)} ${spokenDay(consultation.heldOn, today())} ${consultationForms[consultation.form]}（${consultation.participants}）${consultation.mayDecide ? `，${mayDecides[consultation.mayDecide]}` : ''}`}
          </View>
          <View>{consultation.record}</View>
          <Photos town={props.town} ids={consultation.photos} />
          <Tag tone={consultationTags[consultation.answer][0]}>
            {consultationTags[consultation.answer][1]}
          </Tag>
          {consultation.disputeReason ? <View className="note">{consultation.disputeReason}</View> : null}
        </View>
      ))}
      {round.reply ? <ReplyPart town={props.town} reply={round.reply} /> : null}
      {evaluation ? (
        <Part label="代表评价">
          {`态度${satisfactions[evaluation.attitude]}，结果${satisfactions[evaluation.result]}${evaluation.reason ? `：${evaluation.reason}` : ''}`}
        </Part>
      ) : null}
      {round.commitments.map((commitment) => (
        <CommitmentPart key={commitment.dueOn} commitment={commitment} />
      ))}
      {round.summons ? <SummonsPart summons={round.summons} /> : null}
    </Card>
  )
}

const withWhom = ({ withDeputy }: Pick<ConsultationView, 'withDeputy'>) =>
  withDeputy === null ? '' : `（并案的${withDeputy}代表）`

const consultationTags = {
  open: ['soon', '待代表确认'],
  confirmed: ['done', '代表已确认'],
  disputed: ['late', '代表有异议'],
  disowned: ['late', '单位说不是这样'],
} as const satisfies Record<ConsultationView['answer'], readonly [TagTone, string]>

const returnTags = {
  open: ['soon', '待核定'],
  approved: ['done', '已同意'],
  refused: ['calm', '没有同意'],
} as const satisfies Record<ReturnView['answer'], readonly [TagTone, string]>

const Returned = ({ one }: { one: ReturnView }) => (
  <View className="part">
    <View className="part-label">{`${spokenDay(one.on, today())} ${one.byOffice ? `镇人大办从${one.unit}改交${one.proposedUnit.name}` : `${one.unit}申请退办，建议改由${one.proposedUnit.name}办`}`}</View>
    <View className="part-text">{one.reason}</View>
    <Tag tone={returnTags[one.answer][0]}>
      {one.newUnit ? `已改由${one.newUnit}办` : returnTags[one.answer][1]}
    </Tag>
    {one.decisionReason ? <View className="note">{one.decisionReason}</View> : null}
  </View>
)
