import Taro from '@tarojs/taro'
import { listUnits } from '../../../shared/api/people'
import type { InputOf } from '../../../shared/grammar/endpoint'
import { meetingSteps, showMeetingMatter } from '../../../shared/matters/meeting/endpoints'
import { isVoting, meetingKinds } from '../../../shared/matters/meeting/kinds'
import { meetingTable } from '../../../shared/matters/meeting/table'
import {
  type Attendance,
  attendances,
  type AttendStanding,
  attendStandings,
  outcomeWords,
} from '../../../shared/matters/meeting/words'
import { addDays, spokenDate } from '../../../shared/rules/days'
import { deputyGroups } from '../../../shared/registers/deputy-groups'
import { ask } from '../client/ask'
import { useLoaded } from '../hooks/use-loaded'
import { Card, Cell } from '../pieces/card'
import type { MatterParts } from './matter-parts'
import { MeetingAgenda } from './meeting-agenda'
import { MeetingGiven, MeetingOnSuggestions } from './meeting-given'
import { MeetingNotes } from './meeting-notes'
import { LastMinutes, MinutesDoor } from './meeting-minutes'
import { ReviewItems } from './review-items'
import { isOfItem, type MeetingShown, splitSteps } from './review-steps'
import { unitOption } from './unit-option'
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
    who: group === null ? [] : [group.name],
    tone: state === 'calledOff' ? 'calm' : undefined,
    plain,
  }),
  eventWord: () => '安排会议',
  useForms: (town, view) => {
    const { members, day, startsAt, place, remarks, agenda, actions, state } = view
    const notes = actions.includes('noteDeliberation')
    const groups = useLoaded(
      async () => (notes ? ask(deputyGroups.endpoints.options, { params: { town } }) : undefined),
      [town, notes],
    )
    const assigns = actions.includes('assign')
    const units = useLoaded(
      async () => (assigns ? ask(listUnits, { params: { town } }) : undefined),
      [town, assigns],
    )
    const sitters = members.map(({ id, name, leave }) => ({ id, name, note: leave && `请假：${leave}` }))
    const those = (...wanted: readonly string[]) =>
      members.flatMap(({ id, attendance }) => (attendance && wanted.includes(attendance) ? [id] : []))
    return {
      initial: (step) => {
        // A week is enough to tell everybody, also those without a phone.
        if (step === 'convene') return { day: addDays(today(), 7) }
        // Ten days leave time for the notice that the rules ask for.
        if (step === 'conveneBody')
          return {
            ...{ day: addDays(today(), 10), startsAt: startsAt ?? '9:00', place: place ?? '' },
            agenda: agenda
              .flatMap(({ title, resolutionId }) => (resolutionId === null ? title : []))
              .join('\n'),
          }
        if (followUps.includes(step)) return nextToFollowUp(agenda)
        if (ofAgenda.includes(step)) return nextItem(agenda)
        if (step === 'move') return { day: day ?? '', startsAt: startsAt ?? '', place: place ?? '' }
        if (step === 'callRoll' || step === 'amendRoll')
          return { presentIds: those('present', 'late'), leaveIds: awayOf(members), source: 'clerk' }
        if (leaveSteps.includes(step)) return onlyOf(members)
        return step === 'amend' ? { remarks: remarks ?? '' } : {}
      },
      lists: {
        sitters,
        group: groups.value?.options ?? [],
        unit: units.value?.units.map(unitOption) ?? [],
        agendaItem: agenda.map(({ id, title, outcome }) => ({
          ...{ id, name: title, note: outcome && outcomeWords[outcome] },
        })),
        asked:
          state === 'approved'
            ? view.presidium
            : state === 'open'
              ? toFollowUpIn(agenda)
              : sitters.filter((_, at) => members[at]?.attends === 'leaveAsked'),
      },
    }
  },
  facts: ({ day, startsAt, place, heldBy, members, state, hall, callsRoll, meetingKind, shortNotice }) => [
    [
      '时间',
      day
        ? [spokenDate(day, today()), startsAt].filter(Boolean).join(' ')
        : `${spokenDate(heldBy, today())}前`,
    ],
    ['地点', place],
    ['通知得晚，因为', shortNotice],
    [
      '点名',
      (isVoting(meetingKind)
        ? !callsRoll && (state === 'convened' || state === 'open')
        : state === 'open' || members.some(({ attendance }) => attendance)) && hall,
    ],
    ['应到的人', byAttendance(members, state !== 'planned' && state !== 'convened')],
  ],
  below(shown) {
    const { id, version } = shown.view
    const takes = (step: string, form: object, key: string) => take(shown.town, id, version, step, form, key)
    return (
      <>
        <RollDoor town={shown.town} view={shown.view} />
        <MeetingAgenda town={shown.town} view={shown.view} />
        <MeetingOnSuggestions town={shown.town} view={shown.view} />
        <MeetingGiven town={shown.town} view={shown.view} />
        <MeetingNotes town={shown.town} view={shown.view} />
        <MinutesDoor {...shown} />
        <LastMinutes {...shown} take={takes} />
        {isVoting(shown.view.meetingKind) ? null : <ReviewItems {...shown} take={takes} />}
      </>
    )
  },
  said: (_, { action, note }) => (isNoted(action) ? note : undefined),
}

const isNoted = (action: string) =>
  isOfItem(action) ||
  ofAgenda.includes(action) ||
  followUps.includes(action) ||
  ['end', 'recordNoQuorum', 'addItem'].includes(action)

const ofAgenda: readonly string[] = ['decideItem', 'countElection', 'endItem', 'noteDeliberation', 'assign']
const followUps: readonly string[] = ['closeResolution', 'keepResolution', 'dropResolution']

const toFollowUpIn = (agenda: MeetingShown['agenda']) =>
  agenda.flatMap(({ title, resolutionId, toFollowUp }) =>
    resolutionId !== null && toFollowUp ? { id: resolutionId, name: title } : [],
  )

/** The first of which nothing was said yet. */
const nextToFollowUp = (agenda: MeetingShown['agenda']) => {
  const [next] = toFollowUpIn(agenda)
  return next ? { resolutionId: next.id } : {}
}

/** The first that nothing became of yet. */
const nextItem = (agenda: MeetingShown['agenda']) => {
  const next = agenda.find(({ outcome }) => outcome === null)
  return next === undefined ? {} : { agendaItemId: next.id }
}

function RollDoor({ town, view: { id, callsRoll, hall } }: { town: string; view: MeetingShown }) {
  if (!callsRoll) return null
  return (
    <Card tight>
      <Cell
        label="去点名"
        note={hall}
        onTap={() => void Taro.navigateTo({ url: `/duty/roll?town=${town}&id=${id}` })}
      />
    </Card>
  )
}

type Members = MeetingShown['members']

/** Of each the leave is picked that it answers. */
const leaveSteps: readonly string[] = ['grantLeave', 'refuseLeave', 'grantLeaveAfter', 'refuseLeaveAfter']

/** Whoever has leave by the roll, or has asked for it: nobody is absent whose leave was not decided. */
const awayOf = (members: Members) =>
  members.flatMap(({ id, attendance, attends }) =>
    attendance === 'leave' || (attendance === null && (attends === 'leaveAsked' || attends === 'onLeave'))
      ? [id]
      : [],
  )

/** Of one alone nobody has to be picked. */
const onlyOf = (members: Members) => {
  const [one, ...others] = members.filter(({ attends }) => attends === 'leaveAsked')
  return one && others.length === 0 ? { expectedId: one.id } : {}
}

/** `参加 3 位：…；准了假 1 位：…；还没回话：…`, before the roll is called. */
function byWord(members: Members) {
  const said = (Object.keys(attendStandings) as AttendStanding[]).flatMap((each) => {
    const those = members.filter(({ attends }) => attends === each).map(({ name }) => name)
    return those.length === 0 ? [] : [`${attendStandings[each]} ${those.length} 位：${those.join('、')}`]
  })
  const silent = members.filter(({ attends }) => attends === null).map(({ name }) => name)
  if (said.length === 0) return silent.join('、')
  return [...said, ...(silent.length === 0 ? [] : [`还没回话：${silent.join('、')}`])].join('；')
}

/** `到会 11 位：…；缺席：…`; before the roll is called, what each has said of coming. */
function byAttendance(members: Members, isCalled: boolean) {
  if (!isCalled) return byWord(members)
  const those = (wanted: Attendance | null) =>
    members.filter(({ attendance }) => attendance === wanted).map(({ name }) => name)
  const called = (Object.keys(attendances) as Attendance[]).flatMap((each) =>
    those(each).length === 0
      ? []
      : [`${attendances[each]} ${those(each).length} 位：${those(each).join('、')}`],
  )
  const uncalled = those(null)
  if (called.length === 0) return uncalled.join('、')
  const waiting = members
    .filter(({ attendance, attends }) => attendance === 'absent' && attends === 'leaveAsked')
    .map(({ name }) => name)
  return [
    ...called,
    ...(uncalled.length === 0 ? [] : [`还没点到：${uncalled.join('、')}`]),
    ...(waiting.length === 0 ? [] : [`补假等答复：${waiting.join('、')}`]),
  ].join('；')
}
