import { beijingDay, type Day } from '../../../shared/rules/days'
import { dueOn } from '../../../shared/grammar/due'
import type { CommitmentView, ReplyVersionView, RoundView } from '../../../shared/matters/suggestion/rounds'
import { classMarks, type Satisfaction } from '../../../shared/words/words'
import { instantText, isoInstant } from '../../database/sql'
import { part, type RowsOf } from '../../database/together'
import { filesOfReply, photosOfConsultation, photosOfReply, photosPart } from '../../features/photos/queries'
import { marksClasses, townRules } from '../../features/rules/rule-set'
import { standingSql } from './promise-standing'
import { talksOf } from './proposers'
import { type ReplySays, saidIn } from './reply-says'
import type { SuggestionStanding } from './stands'
import { consultations } from './view-rows'

interface RoundRow {
  roundNo: number
  leadUnitId: string
  unitName: string
  handedOverOn: Day
  deadlineOn: Day
  instructions: string | null
  leaderInCharge: string | null
  handlerName: string | null
  handlerPhone: string | null
}

type Milestone = CommitmentView['milestones'][number]

/** Each round has at most one of each of these. */
const ofRound = (id: string, today: Day) => ({
  rounds: part<RoundRow>({
    columns: {
      roundNo: 'r.round_no',
      leadUnitId: 'r.lead_unit_id',
      unitName: 'u.name',
      handedOverOn: 'r.handed_over_on',
      deadlineOn: 'r.deadline_on',
      instructions: 'r.instructions',
      leaderInCharge: 'r.leader_in_charge',
      handlerName: 'r.handler_name',
      handlerPhone: 'r.handler_phone',
    },
    from: `FROM suggestion_round r JOIN handling_unit u ON u.id = r.lead_unit_id WHERE r.suggestion_id = ?`,
    order: 'r.round_no',
    parameters: [id],
  }),
  replies: part<ReplySays & { roundNo: number; version: number; at: string }>({
    columns: { roundNo: 'a.round_no', version: 'a.version', at: instantText('a.at'), ...saidIn('a') },
    from: 'FROM reply a WHERE a.suggestion_id = ?',
    order: 'a.round_no',
    parameters: [id],
  }),
  /** What replies said before they were corrected. */
  earlier: part<ReplySays & { roundNo: number; version: number }>({
    columns: { roundNo: 'b.round_no', version: 'b.version', ...saidIn('b') },
    from: 'FROM reply_version b WHERE b.suggestion_id = ?',
    order: 'b.round_no, b.version',
    parameters: [id],
  }),
  evaluations: part<{
    roundNo: number
    attitude: Satisfaction
    result: Satisfaction
    reason: string | null
    at: string
  }>({
    columns: {
      roundNo: 'e.round_no',
      attitude: 'e.attitude_rating',
      result: 'e.result_rating',
      reason: 'e.reason',
      at: instantText('e.at'),
    },
    from: 'FROM evaluation e WHERE e.suggestion_id = ?',
    order: 'e.round_no',
    parameters: [id],
  }),
  extensions: part<NonNullable<RoundView['extension']> & { roundNo: number }>({
    columns: {
      roundNo: 'x.round_no',
      reason: 'x.reason',
      measures: 'x.measures',
      latestOn: 'x.latest_on',
      deadlineBefore: 'x.deadline_before',
      answer: 'x.answer',
      grantedUntil: 'x.granted_until',
      decisionReason: 'x.decision_reason',
    },
    from: 'FROM extension x WHERE x.suggestion_id = ?',
    order: 'x.round_no',
    parameters: [id],
  }),
  summonses: part<NonNullable<RoundView['summons']> & { roundNo: number }>({
    columns: {
      roundNo: 't.round_no',
      heldOn: 't.held_on',
      place: 't.place',
      questions: 't.questions',
      attendee: 't.attendee',
      answers: 't.answers',
    },
    from: 'FROM summons t WHERE t.suggestion_id = ?',
    order: 't.round_no',
    parameters: [id],
  }),
  commitments: part<Omit<CommitmentView, 'milestones'> & { id: string; roundNo: number }>({
    columns: {
      id: 'c.id',
      roundNo: 'c.round_no',
      promise: 'c.promise',
      dueOn: 'c.due_on',
      result: 'c.result',
      report: 'c.report',
      rating: 'c.rating',
      ratingReason: 'c.rating_reason',
      standing: standingSql('c', today),
    },
    from: 'FROM commitment c WHERE c.suggestion_id = ?',
    order: 'CASE WHEN c.ended_at IS NULL THEN 1 ELSE 0 END, c.promised_at, c.id',
    parameters: [id],
  }),
  milestones: part<Omit<Milestone, 'on'> & { of: string; at: string }>({
    columns: {
      of: 'w.commitment_id',
      percent: 'w.percent',
      note: 'w.note',
      nextStep: 'w.next_step',
      nextOn: 'w.next_on',
      at: instantText('w.at'),
    },
    from: `FROM commitment c JOIN commitment_milestone w ON w.commitment_id = c.id WHERE c.suggestion_id = ?`,
    order: 'w.at, w.version',
    parameters: [id],
  }),
})

export const partsOfRounds = (id: string, townId: string, now: Date) => ({
  ...ofRound(id, beijingDay(now)),
  consultations: consultations(id),
  photos: photosPart(id),
  townRules: townRules(townId),
})

export function presentRounds(
  rows: RowsOf<ReturnType<typeof partsOfRounds>>,
  { record, at: { asker, calendar, rules } }: SuggestionStanding,
  now: Date,
): RoundView[] {
  const { photos } = rows
  const own = talksOf(record, asker).map((talk) => talk.id)
  const marked = marksClasses(rows.townRules)
  const viewVersion = ({
    roundNo,
    version,
    ...reply
  }: ReplySays & { roundNo: number; version: number }): ReplyVersionView => ({
    version,
    ...reply,
    mark: marked ? classMarks[reply.outcome] : null,
    ...photosOfReply(photos, { roundNo, version }),
    ...filesOfReply(photos, { roundNo, version }),
  })
  return rows.rounds.map((round) => {
    const of = <Row extends { roundNo: number }>(list: readonly Row[]): Omit<Row, 'roundNo'>[] =>
      list.filter(({ roundNo }) => roundNo === round.roundNo).map(({ roundNo: _, ...row }) => row)
    const reply = rows.replies.find(({ roundNo }) => roundNo === round.roundNo)
    const [evaluation] = of(rows.evaluations)
    return {
      no: round.roundNo,
      leadUnit: { id: round.leadUnitId, name: round.unitName },
      handedOverOn: round.handedOverOn,
      deadline: {
        on: round.deadlineOn,
        tentative: calendar.isTentative(round.deadlineOn),
        urgency: reply ? 'inTime' : dueOn(round.deadlineOn, rules, now).urgency,
      },
      instructions: round.instructions,
      extension: of(rows.extensions)[0] ?? null,
      commitments: of(rows.commitments).map(({ id, ...promise }) => ({
        ...promise,
        milestones: rows.milestones
          .filter((one) => one.of === id)
          .map(({ of: _, at, ...one }) => ({ on: dayOf(at), ...one })),
      })),
      summons: of(rows.summonses)[0] ?? null,
      responsibles: round.leaderInCharge
        ? { leader: round.leaderInCharge, handler: round.handlerName ?? '', phone: round.handlerPhone ?? '' }
        : null,
      consultations: of(rows.consultations).map((talk) => ({
        ...talk,
        headAsked: Number(talk.headAsked) === 1,
        isYours: own.includes(talk.id),
        photos: photosOfConsultation(photos, talk.id),
      })),
      reply: reply
        ? {
            ...viewVersion(withoutDay(reply)),
            on: dayOf(reply.at),
            earlier: rows.earlier.filter(({ roundNo }) => roundNo === round.roundNo).map(viewVersion),
          }
        : null,
      evaluation: evaluation
        ? {
            attitude: evaluation.attitude,
            result: evaluation.result,
            reason: evaluation.reason,
            on: dayOf(evaluation.at),
          }
        : null,
    }
  })
}

const withoutDay = <Row extends { at: string }>({ at: _, ...row }: Row) => row
const dayOf = (at: string) => beijingDay(new Date(isoInstant(at)))
