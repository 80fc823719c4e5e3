import { coUnit, formerUnit, leadUnit, group, type OldPerson, people, town, village } from './place'
import { dayAgo, daysAgo, type Insert, oldId } from './rows'

type Step = readonly [action: string, to: string, party: string, person: OldPerson | null]

/** The line that most of them walk; a state aside of it is reached from one on it. */
const line: readonly Step[] = [
  ['start', 'draft', 'leadDeputy', 'deputy'],
  ['submit', 'submitted', 'leadDeputy', 'deputy'],
  ['startReview', 'underReview', 'congressOffice', 'office'],
  ['accept', 'accepted', 'congressOffice', 'office'],
  ['assign', 'assigned', 'congressOffice', 'office'],
  ['receive', 'received', 'leadUnit', 'clerk'],
  ['consult', 'handling', 'leadUnit', 'clerk'],
  ['reply', 'replied', 'leadUnit', 'head'],
  ['evaluate', 'evaluated', 'leadDeputy', 'deputy'],
]
const aside: Readonly<Record<string, readonly [after: string, ...steps: Step[]]>> = {
  revisionRequested: ['underReview', ['requestRevision', 'revisionRequested', 'congressOffice', 'office']],
  merged: ['underReview', ['merge', 'merged', 'congressOffice', 'office']],
  notAccepted: ['underReview', ['refuseAcceptance', 'notAccepted', 'presidium', 'presidium']],
  withdrawn: ['submitted', ['withdraw', 'withdrawn', 'leadDeputy', 'deputy']],
  returnRequested: ['received', ['requestReturn', 'returnRequested', 'leadUnit', 'clerk']],
  extensionRequested: [
    'handling',
    ['askForInformation', 'handling', 'leadUnit', 'clerk'],
    ['reportProgress', 'handling', 'leadUnit', 'clerk'],
    ['giveCoOpinion', 'handling', 'coUnit', 'coClerk'],
    ['requestExtension', 'extensionRequested', 'leadUnit', 'clerk'],
  ],
  reHandling: ['evaluated', ['reHandle', 'reHandling', 'congressOffice', 'office']],
  tracking: ['replied', ['evaluate', 'tracking', 'leadDeputy', 'deputy']],
  escalated: ['evaluated', ['summon', 'escalated', 'presidium', 'presidium']],
  closed: ['replied', ['lapse', 'closed', 'system', null]],
  archived: [
    'replied',
    ['lapse', 'closed', 'system', null],
    ['archive', 'archived', 'congressOffice', 'office'],
  ],
}
/** Every state that there was. */
export const suggestionStates = [...line.map(([, state]) => state), ...Object.keys(aside)]
export const suggestionIn = (state: string) => oldId('suggestion', suggestionStates.indexOf(state))

const untilState = (state: string): readonly Step[] => {
  const [after, ...steps] = aside[state] ?? [state]
  return [...line.slice(0, line.findIndex(([, to]) => to === after) + 1), ...steps]
}

export async function insertSuggestions(insert: Insert) {
  for (const [at, state] of suggestionStates.entries()) {
    const steps = untilState(state)
    const id = suggestionIn(state)
    const reached = (other: string) => steps.some(([, to]) => to === other)
    const first = steps.length + 20
    await insert('suggestion', {
      ...{ id, town_id: town, version: steps.length - 1, state, state_since: daysAgo(21) },
      ...{ suggestion_no: reached('accepted') ? `2026-${at}` : null, subject: `修整第${at}段河堤` },
      ...{
        facts: '汛期漫水。',
        proposal: '加高半米。',
        text_version: 1,
        village_id: village,
        category: 'roads',
      },
      ...{ lead_deputy_id: people.deputy, public_item: reached('accepted') ? `第${at}段河堤` : null },
      ...{
        current_round: state === 'reHandling' ? 2 : reached('assigned') ? 1 : 0,
        created_at: daysAgo(first),
      },
      ...{ submitted_at: reached('submitted') ? daysAgo(first - 1) : null, rule_set_id: oldId('rules') },
      ...{ accepted_at: reached('accepted') ? daysAgo(first - 3) : null, period: 'interSession' },
      ...{ merged_into_id: state === 'merged' ? suggestionIn('handling') : null },
    })
    await insert(
      'suggestion_event',
      ...steps.map(([action, to, party, person], version) => ({
        ...{ suggestion_id: id, version, town_id: town, action, from_state: steps[version - 1]?.[1] ?? null },
        ...{
          to_state: to,
          party,
          person_id: person === null ? null : people[person],
          at: daysAgo(first - version),
        },
        ...{ note: action === 'accept' ? '三查合格。' : null },
        ...{ public_line: action === 'accept' ? '镇人大受理' : null },
      })),
    )
    await insertChildren(insert, state, reached)
  }
  await insertBeside(insert)
}

async function insertChildren(insert: Insert, state: string, reached: (state: string) => boolean) {
  const of = { suggestion_id: suggestionIn(state) }
  await insert('co_signature', {
    ...of,
    person_id: people.coSigner,
    answer: state === 'draft' ? 'open' : 'signed',
    text_version: 1,
  })
  if (reached('accepted'))
    await insert('review', {
      ...of,
      id: oldId(`review${state}`),
      version: 3,
      verdict: 'accepted',
      person_id: people.office,
    })
  if (!reached('assigned')) return
  const rounds = state === 'reHandling' ? [1, 2] : [1]
  for (const round of rounds) {
    await insert('suggestion_round', {
      ...{
        ...of,
        round_no: round,
        lead_unit_id: leadUnit,
        handed_over_on: dayAgo(22),
        received_at: daysAgo(21),
      },
      ...{
        deadline_on: round === 1 && state === 'handling' ? dayAgo(2) : '2027-02-10',
        handler_name: '赵永强',
      },
    })
    const part = { ...of, round_no: round }
    if (reached('handling'))
      await insert('consultation', {
        ...{
          ...part,
          id: oldId(`talk${state}`, round),
          held_on: dayAgo(21),
          form: 'visit',
          participants: '王建国',
        },
        ...{ record: '谈了加高多少。', answer: state === 'handling' ? 'open' : 'confirmed' },
      })
    if (round === 1 && reached('replied'))
      await insert('reply', {
        ...{
          ...part,
          id: oldId(`reply${state}`),
          outcome: 'solved',
          document_no: '水〔2026〕1 号',
          text: '已加高。',
        },
        ...{ public_result: '加高了 200 米', signer: '钱国栋', person_id: people.head, at: daysAgo(21) },
      })
    if (round === 1 && reached('evaluated'))
      await insert('evaluation', {
        ...{
          ...part,
          id: oldId(`rating${state}`),
          attitude_rating: 'satisfied',
          result_rating: 'notSatisfied',
        },
      })
  }
}

/** What stands beside one of them, of every kind. */
async function insertBeside(insert: Insert) {
  const handling = { suggestion_id: suggestionIn('handling') }
  const late = { suggestion_id: suggestionIn('extensionRequested') }
  await insert('co_unit', { ...handling, handling_unit_id: coUnit, due_on: dayAgo(3) })
  await insert('co_unit', {
    ...late,
    handling_unit_id: coUnit,
    due_on: dayAgo(5),
    opinion: '同意。',
    given_at: daysAgo(5),
  })
  await insert('co_unit', {
    ...{ suggestion_id: suggestionIn('received'), handling_unit_id: coUnit, due_on: dayAgo(9) },
    ...{ waived_at: daysAgo(8), waived_reason: '不涉及。' },
  })
  await insert('co_unit', {
    ...{
      suggestion_id: suggestionIn('reHandling'),
      handling_unit_id: coUnit,
      due_on: dayAgo(1),
      opinion: null,
    },
    ...{ sent_back_at: daysAgo(4), sent_back_reason: '写清楚钱从哪里来。' },
  })
  const asked = { round_no: 1, question: '哪一段最急？', asked_on: dayAgo(12), deadline_before: '2027-02-01' }
  await insert('information_request', { ...handling, ...asked, due_on: dayAgo(-3) })
  await insert('information_request', {
    ...{ ...late, ...asked, due_on: dayAgo(7), answer: '第三段。', answered_at: daysAgo(8) },
  })
  await insert('extension', {
    ...{
      ...late,
      round_no: 1,
      reason: '等枯水期',
      measures: '先备料',
      latest_on: '2027-03-01',
      answer: 'open',
    },
    ...{ public_reason: '等枯水期施工', deadline_before: '2027-02-10', requested_at: daysAgo(21) },
  })
  await insert('return_request', {
    ...{
      suggestion_id: suggestionIn('returnRequested'),
      id: oldId('return'),
      round_no: 1,
      handling_unit_id: leadUnit,
    },
    ...{ reason: '归建设办管', proposed_unit_id: formerUnit, answer: 'open', deadline_on: '2027-02-10' },
  })
  await insert('return_request', {
    ...{
      ...handling,
      id: oldId('return', 2),
      round_no: 1,
      handling_unit_id: formerUnit,
      reason: '不归我们管',
    },
    ...{ proposed_unit_id: leadUnit, answer: 'approved', new_unit_id: leadUnit, decided_at: daysAgo(30) },
  })
  await insert('commitment', {
    ...{
      suggestion_id: suggestionIn('tracking'),
      id: oldId('promise'),
      round_no: 1,
      promise: '春天前加高第二段',
    },
    ...{ due_on: dayAgo(4), promised_at: daysAgo(21) },
  })
  await insert('summons', {
    ...{
      suggestion_id: suggestionIn('escalated'),
      round_no: 1,
      held_on: dayAgo(2),
      place: '镇政府二楼',
      questions: '为什么没有办？',
    },
  })
  await insert('upward_referral', {
    ...{
      ...handling,
      id: oldId('upward'),
      route: 'countyOrgan',
      reason: '要县里的钱',
      referred_at: daysAgo(20),
    },
  })
  await insert('reminder', {
    ...{
      ...handling,
      id: oldId('reminder'),
      town_id: town,
      channel: 'app',
      whom: '赵永强',
      ladder: 'unit',
      step: 0,
    },
    ...{ due_on: dayAgo(2), rung: 'handler', passed: '', at: daysAgo(9) },
  })
  await insert('reminder', {
    ...{ ...handling, id: oldId('reminder', 2), town_id: town, channel: 'phone', person_id: people.office },
    ...{ whom: '赵永强', said: '请抓紧', answer: '下周开工', passed: '', at: daysAgo(3) },
  })
  await insert('late_notice', {
    matter_id: handling.suggestion_id,
    state_since: daysAgo(21),
    urgency: 'dueSoon',
  })
  await insert('key_suggestion', {
    ...{
      ...handling,
      id: oldId('key'),
      town_id: town,
      year: 2026,
      leading_official: '何丽萍',
      leading_post: '镇长',
    },
    plan: '年内开工。',
  })
  await insert('key_suggestion_note', {
    ...{
      key_suggestion_id: oldId('key'),
      version: 7,
      kind: 'progress',
      note: '备料。',
      person_id: people.office,
    },
  })
  await insert('valid_reason', {
    ...{
      suggestion_id: suggestionIn('evaluated'),
      version: 8,
      round_no: 1,
      valid: 1,
      reason: '确实没有办',
      person_id: people.presidium,
    },
  })
  await insert('hand_over_meeting', {
    ...{
      id: oldId('meeting'),
      town_id: town,
      held_on: dayAgo(22),
      place: '镇政府二楼',
      person_id: people.office,
    },
  })
  await insert('hand_over_item', { ...handling, meeting_id: oldId('meeting'), position: 1 })
  const closed = { town_id: town, round_no: 1, deputy_group_id: group }
  await insert('group_ballot', {
    ...{ ...closed, id: oldId('ballot', 1), suggestion_id: suggestionIn('replied'), opened_at: daysAgo(9) },
    ...{ voters: 1, sealed_tally: null },
  })
  await insert('ballot_voter', { group_ballot_id: oldId('ballot', 1), person_id: people.coSigner })
  await insert('group_ballot', {
    ...{ ...closed, id: oldId('ballot', 2), suggestion_id: suggestionIn('closed'), opened_at: daysAgo(15) },
    ...{ voters: 2, closed_at: daysAgo(10) },
  })
  await insert('ballot_tally', { group_ballot_id: oldId('ballot', 2), rating: 'satisfied', votes: 2 })
}
