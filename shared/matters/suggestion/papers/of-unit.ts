import { type Letterhead, type Paper, presidiumOf, redHeadOf } from '../../../papers/paper'
import { beijingDay, type Day } from '../../../rules/days'
import { cannotGrounds, consultationForms, outcomes } from '../../../words/words'
import type { SuggestionView } from '../endpoints'
import type { ReplyVersionView, RoundView } from '../rounds'
import type { Drawn, PaperRow } from './drawn'
import { calledIn, fullDay, headRows, numberOf } from './words'

const answers = {
  open: '等代表确认',
  confirmed: '代表已经确认属实',
  disowned: '承办单位说不是这样谈的',
  disputed: '代表说与实际不符',
} as const

/** 面商记录: one talk a sheet, with what the deputy says of it. */
export const consultationRecord: PaperRow = {
  word: '面商记录',
  sentBy: [],
  draw: (view) =>
    view.rounds.flatMap(({ no, leadUnit, consultations }) =>
      consultations.map((talk): Drawn => ({
        round: no,
        part: talk.id,
        on: talk.heldOn,
        paper: {
          ...plain,
          title: '代表建议面商记录',
          blocks: [
            {
              is: 'grid',
              rows: [
                ...headRows(view),
                ['主办单位', leadUnit.name],
                ['日期', fullDay(talk.heldOn)],
                ['方式', consultationForms[talk.form]],
                ['参加人员', talk.participants],
                ['谈话内容', talk.record],
                ['代表意见', [answers[talk.answer], talk.disputeReason].filter(Boolean).join('：')],
                ['代表签名', ''],
                ['单位签名', ''],
              ],
            },
          ],
        },
      })),
    ),
}

const corrections = ['correctReply', 'correctRatedReply', 'correctMerged'] as const

const plain = { redHead: null, documentNo: null, mark: null, to: null } as const

/** Each reply that was given in a round, the corrected ones too, under the day on which it was given. */
const repliesOf = (view: SuggestionView) =>
  view.rounds.flatMap((round) =>
    round.reply === null
      ? []
      : [
          ...round.reply.earlier.map((reply) => ({
            ...{ round, reply, on: round.reply?.on ?? '' },
            past: { isPast: true } as const,
          })),
          {
            ...{ round, reply: round.reply, past: {} },
            on: lastDayOf(view, round.reply.on, round.reply.earlier.length + 1),
          },
        ],
  )

/** A correction bears its own day; the round keeps the day of the first reply. */
function lastDayOf({ timeline }: SuggestionView, first: Day, versions: number): Day {
  if (versions === 1) return first
  const corrected = timeline.filter(({ action }) => (corrections as readonly string[]).includes(action))
  const last = corrected[corrected.length - 1]
  return last === undefined ? first : beijingDay(new Date(last.at))
}

/** 答复函 (rules §11): to the deputy, point by point, with the number of the unit's own book. */
export const replyLetter: PaperRow = {
  word: '答复函',
  sentBy: ['reply', 'replyMerged', ...corrections],
  draw: (view, head) =>
    repliesOf(view).map(({ round, reply, on, past }) => ({
      ...past,
      round: round.no,
      part: String(reply.version),
      on,
      paper: letter(view, head, round, reply, on),
    })),
}

const letter = (
  view: SuggestionView,
  head: Letterhead,
  { leadUnit, responsibles, commitments }: RoundView,
  reply: ReplyVersionView,
  on: Day,
): Paper => ({
  redHead: redHeadOf(head, leadUnit.name),
  documentNo: reply.documentNo,
  mark: reply.mark,
  title: `关于${calledIn(view)}的答复`,
  to: `${view.leadDeputy}代表`,
  blocks: [
    {
      is: 'text',
      text: `您提出的《${view.subject}》${numberOf(view) ? `（${numberOf(view)}）` : ''}收悉。现答复如下：`,
    },
    { is: 'text', text: reply.text },
    { is: 'text', text: [resultOf(reply), promiseOf(reply, commitments)].filter(Boolean).join('') },
    { is: 'text', text: '感谢您的建议。请填写征询意见表，告诉我们办得怎么样。' },
    ...attachmentsOf(reply),
    { is: 'close', lines: [leadUnit.name, fullDay(on)] },
    {
      is: 'note',
      text: [
        `签发人：${reply.signer}`,
        responsibles && `联系人：${responsibles.handler}，电话：${responsibles.phone}`,
        `抄送：${presidiumOf(head)}，${head.town}人民政府办公室`,
      ]
        .filter(Boolean)
        .join('\n'),
    },
  ],
})

/** GB/T 9704-2012, 7.3.4: below the text, each with its name. */
const attachmentsOf = ({ files }: ReplyVersionView): Paper['blocks'] =>
  files.length === 0
    ? []
    : [
        {
          is: 'text',
          text: `附件：${files.map(({ name }, at) => `${files.length > 1 ? `${at + 1}. ` : ''}${name.replace(/\.[^.]+$/, '')}`).join('　')}`,
        },
      ]

const resultOf = ({ outcome, ground }: ReplyVersionView) =>
  `办理结果：${outcomes[outcome]}${ground === null ? '' : `（${cannotGrounds[ground]}）`}。`
const promiseOf = ({ outcome }: ReplyVersionView, commitments: RoundView['commitments']) => {
  const last = commitments[commitments.length - 1]
  return last === undefined || (outcome !== 'inProgress' && outcome !== 'planned')
    ? ''
    : `我们承诺：${last.promise}，${fullDay(last.dueOn)}前办成，到时候再答复您一次。`
}

/** 情况说明 (catalogue 70): what is not solved is explained to the deputy and to whoever asks. */
export const explanation: PaperRow = {
  word: '情况说明',
  sentBy: replyLetter.sentBy,
  draw: (view, head) =>
    repliesOf(view)
      .filter(({ reply }) => reply.outcome !== 'solved')
      .map(({ round, reply, on, past }) => ({
        ...past,
        round: round.no,
        part: String(reply.version),
        on,
        paper: {
          ...plain,
          redHead: redHeadOf(head, round.leadUnit.name),
          title: `关于${calledIn(view)}办理情况的说明`,
          to: `${view.leadDeputy}代表，${presidiumOf(head)}`,
          blocks: [
            { is: 'grid', rows: headRows(view) },
            { is: 'heading', text: '一、现在的结果' },
            { is: 'text', text: resultOf(reply) },
            { is: 'heading', text: '二、原因和办理情况' },
            { is: 'text', text: reply.text },
            { is: 'heading', text: '三、下一步' },
            {
              is: 'text',
              text:
                promiseOf(reply, round.commitments) ||
                '条件有变化时，我们主动和代表联系。代表不满意，可以在征询意见表上写明，由镇人大责成重新办理。',
            },
            { is: 'close', lines: [round.leadUnit.name, fullDay(on)] },
          ],
        },
      })),
}

/** 延办反馈书 (catalogue 69). */
export const extensionStatement: PaperRow = {
  word: '延办反馈书',
  sentBy: ['requestExtension'],
  draw: (view, head) => {
    const days = view.timeline
      .filter(({ action }) => action === 'requestExtension')
      .map(({ at }) => beijingDay(new Date(at)))
    return view.rounds
      .filter(({ extension }) => extension !== null)
      .map(({ no, leadUnit, extension, handedOverOn }, index) => {
        const on = days[index] ?? days[days.length - 1] ?? handedOverOn
        return {
          round: no,
          part: '',
          on,
          paper: {
            ...plain,
            redHead: redHeadOf(head, leadUnit.name),
            title: `关于延期答复${calledIn(view)}的反馈书`,
            to: `${presidiumOf(head)}，${view.leadDeputy}代表`,
            blocks: [
              {
                is: 'grid',
                rows: [
                  ...headRows(view),
                  ['交办日期', fullDay(handedOverOn)],
                  ['原答复期限', fullDay(extension?.deadlineBefore ?? '')],
                  ['最迟答复', fullDay(extension?.latestOn ?? '')],
                  ['原因', extension?.reason ?? ''],
                  ['办理措施', extension?.measures ?? ''],
                ],
              },
              { is: 'close', lines: [leadUnit.name, fullDay(on)] },
            ],
          },
        }
      })
  },
}
