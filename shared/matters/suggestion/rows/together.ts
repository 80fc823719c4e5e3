import * as z from 'zod/mini'
import { line, maybe, picked } from '../../../grammar/fields'

/**
 * Whoever types a decision of the presidium says how it came about: 地方组织法 art. 18–19 and rules §2, more than half of
 * all members, in a meeting or asked one by one. The history keeps it behind the reason.
 */
export const decidedHow = line('怎么决定的', 60, {
  help: '写哪一次主席团会议；没有开会的，写同意的成员，要超过全体成员的一半。例如：第 3 次主席团会议。',
})

/** One of the two: said with whatever else is not right yet, so that nobody is asked twice. */
export const saysHowDecided = z.refine<{ presidiumMeetingId?: string; decidedHow?: string }>(
  (form) => form.presidiumMeetingId !== undefined || form.decidedHow !== undefined,
  {
    path: ['decidedHow'],
    error: '请填写怎么决定的。',
    when: ({ value }) => typeof value === 'object' && value !== null,
  },
)

/** The same of a suggestion: the meeting itself, whose minutes then say it by themselves, or in words. */
export const byPresidium = {
  presidiumMeetingId: maybe(
    picked('哪次主席团会议定的', 'presidiumMeeting', {
      ...{ instead: true, help: '选了，那次会的纪要自己写上这一件；没有开会的不选，写在下面。' },
    }),
  ),
  decidedHow: maybe(
    line('怎么决定的', 60, {
      ...{ instead: true, help: '上面选了会议的不用写。没有开会的，写同意的成员，要超过全体成员的一半。' },
    }),
  ),
}
