import type { InputOf } from '../../../shared/grammar/endpoint'
import { meetingSteps, showMeetingMatter } from '../../../shared/matters/meeting/endpoints'
import { meetingKinds } from '../../../shared/matters/meeting/kinds'
import { meetingTable } from '../../../shared/matters/meeting/table'
import { type Attendance, attendances, rollLine } from '../../../shared/matters/meeting/words'
import { addDays, spokenDate } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import type { MatterParts } from './matter-parts'
import { MinutesDoor, ReviewItems } from './review-items'
import { isOfItem, type MeetingShown, splitSteps } from './review-steps'
import { today } from './words'

const take = async (town: string, id: string, version: number, step: string, form: object, key: string) =>
  splitSteps(
    await ask(meetingSteps[step as 'callOff'], {
      params: { town, id },
      input: { version, form } as InputOf<typeof meetingSteps.callOff>,
      key,
    }),
  )

/** The page of a meeting: the roll, one opinion after another with what is decided of it, and the minutes. */
export const meetingMatter: MatterParts<MeetingShown> = {
  table: meetingTable,
  word: meetingTable.word,
  load: async (town, id) => splitSteps(await ask(showMeetingMatter, { params: { town, id } })),
  take: (town, { id, version }, step, form, key) => take(town, id, version, step, form, key),
  head: ({ meetingKind, title, plain, state, group }) => ({
    over: [meetingKinds[meetingKind].word],
    title,
    who: [group.name],
    tone: state === 'calledOff' ? 'calm' : undefined,
    plain,
  }),
  eventWord: () => '安排会议',
  useForms: (_, view) => {
    const { members, day, startsAt, place, remarks } = view
    const sitters = members.map(({ id, name, leave }) => ({ id, name, note: leave && `请假：${leave}` }))
    const those = (...wanted: readonly string[]) =>
      members.flatMap(({ id, attendance }) => (attendance && wanted.includes(attendance) ? [id] : []))
    return {
      initial: (step) => {
        // A week is enough to tell everybody, also those without a phone.
        if (step === 'convene') return { day: addDays(today(), 7) }
        if (step === 'move') return { day: day ?? '', startsAt: startsAt ?? '', place: place ?? '' }
        if (step === 'callRoll')
          return { presentIds: those('present', 'late'), leaveIds: those('leave'), source: 'clerk' }
        return step === 'amend' ? { remarks: remarks ?? '' } : {}
      },
      lists: { sitters },
    }
  },
  facts: ({ day, startsAt, place, heldBy, members, expected, present, state }) => [
    [
      '时间',
      day
        ? [spokenDate(day, today()), startsAt].filter(Boolean).join(' ')
        : `${spokenDate(heldBy, today())}前`,
    ],
    ['地点', place],
    [
      '点名',
      (state === 'open' || members.some(({ attendance }) => attendance)) && rollLine(expected, present),
    ],
    ['应到的人', byAttendance(members)],
  ],
  below: (shown) => (
    <>
      <MinutesDoor {...shown} />
      <ReviewItems
        {...shown}
        take={(step, form, key) => take(shown.town, shown.view.id, shown.view.version, step, form, key)}
      />
    </>
  ),
  said: (_, { action, note }) => (isOfItem(action) || action === 'end' ? note : undefined),
}

/** `到会 11 位：…；缺席：…`; before the roll is called, whoever is expected. */
function byAttendance(members: MeetingShown['members']) {
  const those = (wanted: Attendance | null) =>
    members.filter(({ attendance }) => attendance === wanted).map(({ name }) => name)
  const called = (Object.keys(attendances) as Attendance[]).flatMap((each) =>
    those(each).length === 0
      ? []
      : [`${attendances[each]} ${those(each).length} 位：${those(each).join('、')}`],
  )
  const uncalled = those(null)
  if (called.length === 0) return uncalled.join('、')
  return [...called, ...(uncalled.length === 0 ? [] : [`还没点到：${uncalled.join('、')}`])].join('；')
}
