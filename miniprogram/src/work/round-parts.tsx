import { View } from '@tarojs/components'
import type {
  CommitmentView,
  ExtensionView,
  ReplyVersionView,
  RoundView,
  SummonsView,
} from '../../../shared/matters/suggestion/rounds'
import { promiseStandings } from '../../../shared/matters/suggestion/promise-standings'
import type { ReferralView } from '../../../shared/matters/suggestion/endpoints'
import { spokenDate, spokenDay } from '../../../shared/rules/days'
import { cannotGrounds, commitmentResults, satisfactions, upwardRoutes } from '../../../shared/words/words'
import { Files } from './files'
import { OutcomeCard } from './outcome-card'
import { Photos } from './photos'
import { Tag, type TagTone } from '../pieces/tag'
import { promiseTones, spokenOutcome, today } from './words'

/** The pieces that a round may have, each drawn where it happened. */

const extensionTags = {
  open: ['soon', '等主席团决定'],
  granted: ['flow', '已同意'],
  refused: ['calm', '没有同意'],
} as const satisfies Record<ExtensionView['answer'], readonly [TagTone, string]>

export const ExtensionPart = ({ extension }: { extension: ExtensionView }) => (
  <View className="part">
    <View className="part-label">
      {`延办反馈书：原时限 ${spokenDay(extension.deadlineBefore, today())}，最迟 ${spokenDay(extension.latestOn, today())}`}
    </View>
    <View className="part-text">{extension.reason}</View>
    <View className="part-text">{`措施：${extension.measures}`}</View>
    <Tag tone={extensionTags[extension.answer][0]}>
      {extension.grantedUntil
        ? `同意延到 ${spokenDay(extension.grantedUntil, today())}`
        : extensionTags[extension.answer][1]}
    </Tag>
    {extension.decisionReason ? <View className="note">{extension.decisionReason}</View> : null}
  </View>
)

export const ReplyPart = ({ town, reply }: { town: string; reply: NonNullable<RoundView['reply']> }) => (
  <View className="part">
    <View className="part-label">
      {`答复 ${reply.documentNo}，签发人 ${reply.signer}，${spokenDay(reply.on, today())}${reply.version > 1 ? `（更正过 ${reply.version - 1} 次）` : ''}`}
    </View>
    <ReplyWords town={town} reply={reply} />
    {reply.earlier.map((version) => (
      <View className="earlier" key={version.version}>
        <View className="part-label">{`更正前第 ${version.version} 版：${version.documentNo}，签发人 ${version.signer}`}</View>
        <ReplyWords town={town} reply={version} />
      </View>
    ))}
  </View>
)

function ReplyWords({ town, reply }: { town: string; reply: ReplyVersionView }) {
  return (
    <View>
      <View className="reply-outcome">{`${spokenOutcome(reply.outcome, reply.mark)}：${reply.publicResult}`}</View>
      {reply.ground ? <View className="note">{`依据：${cannotGrounds[reply.ground]}`}</View> : null}
      <View className="reply-text">{reply.text}</View>
      {reply.toSee ? <View className="part-text">{`现在能看到：${reply.toSee}`}</View> : null}
      <OutcomeCard of={reply} />
      <Photos town={town} label="办理前" ids={reply.photosBefore} />
      <Photos town={town} label="办理后" ids={reply.photosAfter} />
      <Files
        town={town}
        label={reply.filesOpen ? '附件（复核以后公开）' : '附件（不公开）'}
        files={reply.files}
      />
    </View>
  )
}

export const CommitmentPart = ({ commitment }: { commitment: CommitmentView }) => (
  <View className="part">
    <View className="part-label">{`承诺 ${spokenDay(commitment.dueOn, today())}前办成`}</View>
    <View className="part-text">{commitment.promise}</View>
    {commitment.milestones.map(({ on, percent, note, nextStep, nextOn }) => (
      <View key={`${on}${percent}${note}`} className="note">
        {`${spokenDay(on, today())}办到 ${percent}%：${note}`}
        {nextOn
          ? `；${spokenDay(nextOn, today())}前${nextStep ?? '办下一步'}`
          : nextStep
            ? `；下一步${nextStep}`
            : ''}
      </View>
    ))}
    {commitment.result ? (
      <View className="part-text">{`${commitmentResults[commitment.result]}：${commitment.report ?? ''}`}</View>
    ) : null}
    <Tag tone={commitmentTone(commitment)}>
      {commitment.rating
        ? `代表评价：${satisfactions[commitment.rating]}`
        : commitment.result
          ? '等代表评价'
          : promiseStandings[commitment.standing]}
    </Tag>
    {commitment.ratingReason ? <View className="note">{commitment.ratingReason}</View> : null}
  </View>
)

const commitmentTone = ({ rating, result, standing }: CommitmentView): TagTone =>
  rating === null ? (result ? 'soon' : promiseTones[standing]) : rating === 'notSatisfied' ? 'late' : 'done'

export const SummonsPart = ({ summons }: { summons: SummonsView }) => (
  <View className="part">
    <View className="part-label">{`约见单位负责人：${spokenDate(summons.heldOn, today())}，${summons.place}`}</View>
    <View className="part-text">{summons.questions}</View>
    {summons.answers ? (
      <View className="part-text">{`${summons.attendee ?? ''}到场。${summons.answers}`}</View>
    ) : (
      <Tag tone="soon">还没有登记问答</Tag>
    )}
  </View>
)

export const ReferralPart = ({ referral }: { referral: ReferralView }) => (
  <View className="part">
    <View className="part-label">
      {`${spokenDay(referral.on, today())} 报${upwardRoutes[referral.route]}${referral.documentNo ? `，${referral.documentNo}` : ''}`}
    </View>
    <View className="part-text">{referral.reason}</View>
    {referral.answeredOn ? (
      <View className="part-text">{`${spokenDay(referral.answeredOn, today())}答复：${referral.answer ?? ''}`}</View>
    ) : (
      <Tag tone="soon">等上级答复</Tag>
    )}
  </View>
)
