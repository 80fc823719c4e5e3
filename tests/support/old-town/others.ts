import { coUnit, formerUnit, leadUnit, people, resident, town } from './place'
import { dayAgo, daysAgo, type Insert, oldId } from './rows'
import { suggestionIn } from './suggestions'

type Step = readonly [action: string, personId: string | null, reason?: string]
const { office, presidium, deputy, coSigner, groupLeader, clerk } = people

/** Public words in every state that there was, with what became of them. */
export const checkStates: Readonly<Record<string, readonly Step[]>> = {
  pending: [],
  held: [['hold', null]],
  sentBack: [
    ['hold', null],
    ['sendBack', office, '写清楚在哪里。'],
  ],
  passed: [['pass', null]],
  approved: [
    ['hold', null],
    ['approve', presidium],
  ],
  replaced: [
    ['hold', null],
    ['sendBack', presidium, '换一句。'],
    ['rewrite', clerk],
  ],
  hidden: [
    ['pass', null],
    ['hide', office, '有人的名字。'],
  ],
}
export const checkIn = (state: string) => oldId('check', Object.keys(checkStates).indexOf(state))

async function insertChecks(insert: Insert) {
  for (const [state, steps] of Object.entries(checkStates)) {
    const id = checkIn(state)
    const first = steps[0]?.[0] === 'hold' ? 0 : 1
    await insert('content_check', {
      ...{
        id,
        town_id: town,
        suggestion_id: suggestionIn('replied'),
        kind: 'result',
        text: `加高了 ${state}`,
      },
      ...{ person_id: clerk, version: Math.max(0, steps.length - 1 + first), state, state_since: daysAgo(2) },
      decided_by_id: steps.filter(([, by]) => by !== null).pop()?.[1] ?? null,
    })
    await insert(
      'content_check_event',
      ...steps.map(([action, person_id, reason], at) => ({
        ...{
          content_check_id: id,
          version: first + at,
          action,
          person_id,
          reason: reason ?? null,
          at: daysAgo(3 - at),
        },
      })),
    )
  }
}

export const siteReviewIn = {
  planned: oldId('visit', 1),
  passed: oldId('visit', 2),
  calledOff: oldId('visit', 3),
}

async function insertSiteReviews(insert: Insert) {
  for (const [name, id] of Object.entries(siteReviewIn)) {
    await insert('site_review', {
      ...{
        id,
        town_id: town,
        held_on: dayAgo(name === 'planned' ? -5 : 3),
        place: '大郭西村委会',
        person_id: office,
      },
      ...{ state: name === 'calledOff' ? 'calledOff' : 'planned', version: name === 'calledOff' ? 1 : 0 },
      ...{ reason: name === 'calledOff' ? '下雨。' : null, at: daysAgo(9) },
    })
    await insert('site_review_matter', {
      site_review_id: id,
      suggestion_id: suggestionIn('handling'),
      position: 1,
    })
    await insert('site_review_deputy', { site_review_id: id, person_id: deputy })
  }
  await insert('site_review_matter', {
    ...{
      site_review_id: siteReviewIn.passed,
      suggestion_id: suggestionIn('received'),
      position: 2,
      finding: '已开工',
    },
    ...{ person_id: office, recorded_at: daysAgo(2) },
  })
}

export const standingOf = {
  taken: oldId('standing', 1),
  appealed: oldId('standing', 2),
  answered: oldId('standing', 3),
}

async function insertStandings(insert: Insert) {
  for (const [at, [name, id]] of Object.entries(standingOf).entries()) {
    await insert('award_disqualification', {
      ...{ id, town_id: town, handling_unit_id: [leadUnit, coUnit, formerUnit][at], year: 2026, no: 1 },
      ...{ from_on: dayAgo(20), to_on: '2027-11-03', decision: '两件不满意', decided_by_id: presidium },
      ...{ decided_at: daysAgo(20), appeal: name === 'taken' ? null : '一件不归我们。' },
      ...{ appealed_at: name === 'taken' ? null : daysAgo(10) },
      ...(name === 'answered'
        ? { appeal_verdict: 'upheld', appeal_answer: '维持。', answered_at: daysAgo(6) }
        : {}),
    })
    await insert('disqualifying_item', {
      ...{ award_disqualification_id: id, suggestion_id: suggestionIn('evaluated'), subject: '修整河堤' },
    })
  }
}

export const externalOf = {
  waiting: oldId('external', 1),
  overdue: oldId('external', 2),
  replied: oldId('external', 3),
  rated: oldId('external', 4),
}

async function insertExternals(insert: Insert) {
  for (const [name, id] of Object.entries(externalOf)) {
    const replied = name === 'replied' || name === 'rated'
    await insert('external_suggestion', {
      ...{ id, town_id: town, version: replied ? 1 : 0, deputy_id: coSigner, congress_level: 'county' },
      ...{ subject: '河堤列入县里的项目', submitted_on: dayAgo(60), external_no: `县建 ${id.slice(0, 9)}` },
      ...{
        unit_name: '县水利局',
        deadline_on: dayAgo(name === 'overdue' ? 5 : -30),
        suggestion_id: suggestionIn('handling'),
      },
      ...(replied ? { outcome: 'planned', public_result: '列入明年项目', replied_on: dayAgo(8) } : {}),
      ...(name === 'rated' ? { satisfaction: 'satisfied' } : {}),
    })
    if (replied)
      await insert('external_suggestion_entry', {
        ...{
          id: oldId(`entry${name}`),
          external_suggestion_id: id,
          entry_kind: 'reply',
          note: '县水利局答复。',
          person_id: office,
        },
      })
  }
}

async function insertMessages(insert: Insert) {
  const readers = [
    [deputy, 'person'],
    [groupLeader, 'person'],
    [office, 'person'],
    [clerk, 'person'],
    [resident, 'resident'],
  ] as const
  for (const [at, [recipient, kind]] of readers.entries()) {
    const id = oldId('inbox', at)
    await insert('inbox_message', {
      ...{
        id,
        town_id: town,
        recipient_id: recipient,
        recipient_kind: kind,
        page: `pages/inbox?town=${town}`,
      },
      ...{
        text: '《修整第7段河堤》有答复了。',
        created_at: daysAgo(5),
        read_at: at === 0 ? daysAgo(4) : null,
      },
    })
    await insert('outbox_message', {
      ...{
        id: oldId('outbox', at),
        town_id: town,
        inbox_message_id: id,
        recipient_id: recipient,
        recipient_kind: kind,
      },
      ...{ push: 'progress', number: '2026-7', page: 'pages/inbox', state: 'sent', ended_at: daysAgo(5) },
    })
  }
  await insert('audit_log', {
    ...{
      id: oldId('audit'),
      town_id: town,
      person_id: office,
      what: '改类别',
      from_value: '路',
      to_value: '道路',
    },
  })
}

export async function insertOthers(insert: Insert) {
  await insertChecks(insert)
  await insertSiteReviews(insert)
  await insertStandings(insert)
  await insertExternals(insert)
  await insertMessages(insert)
}
