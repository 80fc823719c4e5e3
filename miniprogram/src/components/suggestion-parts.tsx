import { View } from '@tarojs/components'
import type { RoundView, SuggestionView } from '../../../shared/api/suggestions'
import { spokenDay, spokenInstant } from '../../../shared/days'
import { parties } from '../../../shared/parties'
import { suggestionStates } from '../../../shared/states'
import {
  categories,
  consultationForms,
  outcomes,
  refusalGrounds,
  satisfactions,
  threeChecks,
} from '../../../shared/words'
import { suggestionActions } from '../../../shared/workflow'
import { Card } from './card'
import { Notice } from './notice'
import { Steps } from './steps'
import { Tag, type TagTone } from './tag'
import { Timeline } from './timeline'
import { spokenDeadline, today, urgencyTones } from './words'
import './suggestion-parts.scss'

/** What it is, where it stands, whose turn it is and how long there is. */
export function SuggestionHead({ suggestion }: { suggestion: SuggestionView }) {
  const { due, waitsFor } = suggestion
  return (
    <Card>
      <View className="note">
        {[suggestion.no, suggestion.category && categories[suggestion.category]].filter(Boolean).join(' · ')}
      </View>
      <View className="title">{suggestion.subject}</View>
      <View className="tags">
        <Tag tone={waitsFor === null ? 'done' : 'flow'}>{suggestionStates[suggestion.state].label}</Tag>
        {due ? <Tag tone={urgencyTones[due.urgency]}>{spokenDeadline(due.on)}</Tag> : null}
      </View>
      <View className="note">
        {[
          `领衔：${suggestion.leadDeputy}代表`,
          suggestion.unit ? `主办：${suggestion.unit}` : undefined,
          waitsFor
            ? `现在等：${waitsFor === 'leadUnit' ? (suggestion.unit ?? parties[waitsFor]) : parties[waitsFor]}`
            : undefined,
        ]
          .filter(Boolean)
          .join('　')}
      </View>
      <View className="head-steps">
        <Steps at={suggestion.step} ended={suggestion.state === 'closed'} />
      </View>
    </Card>
  )
}

const signatureTags = {
  open: ['calm', '待答复'],
  signed: ['done', '同意附议'],
  declined: ['calm', '不附议'],
  askedAgain: ['soon', '改过后待确认'],
  ended: ['calm', '未答复'],
} as const satisfies Record<SuggestionView['coSigners'][number]['answer'], readonly [TagTone, string]>

export function SuggestionText({ suggestion }: { suggestion: SuggestionView }) {
  const { review } = suggestion
  return (
    <Card>
      <Part label="情况和原因">{suggestion.facts}</Part>
      <Part label="具体建议">{suggestion.proposal || '还没有写'}</Part>
      {suggestion.village ? <Part label="所在的村">{suggestion.village.name}</Part> : null}
      {suggestion.coSigners.length > 0 ? (
        <View className="part">
          <View className="part-label">附议代表</View>
          <View className="tags">
            {suggestion.coSigners.map(({ id, name, answer }) => (
              <Tag key={id} tone={signatureTags[answer][0]}>{`${name} ${signatureTags[answer][1]}`}</Tag>
            ))}
          </View>
        </View>
      ) : null}
      {suggestion.coUnits.length > 0 ? (
        <Part label="协办单位">{suggestion.coUnits.map(({ name }) => name).join('、')}</Part>
      ) : null}
      {review && review.verdict !== 'accepted' ? (
        <Notice tone="late">
          {review.verdict === 'refused'
            ? `不予受理（${review.ground ? refusalGrounds[review.ground] : ''}）：${review.reason ?? ''}`
            : `${review.failedChecks.map((check) => threeChecks[check]).join('、')}没有通过：${review.reason ?? ''}`}
        </Notice>
      ) : null}
      {suggestion.conclusion ? <Part label="主席团处理意见">{suggestion.conclusion}</Part> : null}
    </Card>
  )
}

export const SuggestionRounds = ({ suggestion }: { suggestion: SuggestionView }) => (
  <>
    {[...suggestion.rounds].reverse().map((round) => (
      <Round key={round.no} round={round} only={suggestion.rounds.length === 1} />
    ))}
  </>
)

function Round({ round, only }: { round: RoundView; only: boolean }) {
  const { reply, evaluation, responsibles, deadline } = round
  return (
    <Card>
      <View className="heading">{only ? '办理' : `第 ${round.no} 轮办理`}</View>
      <Part label="主办单位">{round.leadUnit.name}</Part>
      <Part label="办结时限">
        {`${spokenDay(round.handedOverOn, today())}交办，${spokenDay(deadline.on, today())}前答复${deadline.tentative ? '（暂定：明年的放假安排还没有公布）' : ''}`}
      </Part>
      {round.instructions ? <Part label="交办要求">{round.instructions}</Part> : null}
      {responsibles ? (
        <Part label="三落实">
          {`分管领导 ${responsibles.leader}；专办人员 ${responsibles.handler}，电话 ${responsibles.phone}`}
        </Part>
      ) : null}
      {round.consultations.map((consultation) => (
        <View key={consultation.id} className="part">
          <View className="part-label">
            {`面商 ${spokenDay(consultation.heldOn, today())} ${consultationForms[consultation.form]}（${consultation.participants}）`}
          </View>
          <View>{consultation.record}</View>
          <Tag tone={consultationTags[consultation.answer][0]}>
            {consultationTags[consultation.answer][1]}
          </Tag>
          {consultation.disputeReason ? <View className="note">{consultation.disputeReason}</View> : null}
        </View>
      ))}
      {reply ? (
        <View className="part">
          <View className="part-label">{`答复 ${reply.documentNo}，签发人 ${reply.signer}，${spokenDay(reply.on, today())}`}</View>
          <View className="reply-outcome">{`${outcomes[reply.outcome]}：${reply.publicResult}`}</View>
          <View className="reply-text">{reply.text}</View>
        </View>
      ) : null}
      {evaluation ? (
        <Part label="代表评价">
          {`态度${satisfactions[evaluation.attitude]}，结果${satisfactions[evaluation.result]}${evaluation.reason ? `：${evaluation.reason}` : ''}`}
        </Part>
      ) : null}
    </Card>
  )
}

const consultationTags = {
  open: ['soon', '待代表确认'],
  confirmed: ['done', '代表已确认'],
  disputed: ['late', '代表有异议'],
} as const satisfies Record<'open' | 'confirmed' | 'disputed', readonly [TagTone, string]>

export const SuggestionHistory = ({ suggestion }: { suggestion: SuggestionView }) => (
  <Card>
    <View className="heading">经过</View>
    <Timeline
      entries={suggestion.timeline.map(({ action, by, note, at }) => ({
        when: `${spokenInstant(new Date(at), today())} · ${by}`,
        line: action === 'start' ? '起草' : suggestionActions[action].label,
        note,
      }))}
    />
  </Card>
)

const Part = ({ label, children }: { label: string; children: string }) => (
  <View className="part">
    <View className="part-label">{label}</View>
    <View className="part-text">{children}</View>
  </View>
)
