import { beijingDay } from '../../shared/rules/days'
import type { TestServer } from './server'
import { forms, start, step, text } from './suggestion'
import type { TestTown } from './town'

/** Stories of years outlast a token; nobody in them has to sign in again. */
export const staySignedIn = (server: TestServer) =>
  server.database.transaction((tx) => tx.query("UPDATE sign_in SET expires_at = '2099-01-01 00:00:00.000'"))

/** How one round of handling went; days are counted from its hand-over. */
interface RoundStory {
  repliedAfterDays?: number
  outcome?: string
  /** `silence`: the deputy lets the time for rating pass. */
  rating?: 'satisfied' | 'basicallySatisfied' | 'notSatisfied' | 'silence'
}

export interface Story {
  subject?: string
  category?: string
  unit?: 'unit' | 'coUnit'
  /** The second round comes after a 不满意. None: handed over, and nothing since. */
  rounds?: readonly RoundStory[]
}

/** Lets one suggestion be handed over now and live through its rounds; the clock moves on with it. */
export async function live(server: TestServer, town: TestTown, story: Story = {}): Promise<string> {
  const { deputy, office } = town
  const unit = story.unit ?? 'unit'
  const form = forms(town)
  const id = await start(town, { ...text, subject: story.subject ?? text.subject })
  await step(town, deputy, id, 'submit')
  await step(town, office, id, 'startReview')
  await step(town, office, id, 'accept', { ...form.accept, category: story.category ?? 'waterWorks' })
  await step(town, office, id, 'assign', { leadUnitId: unit === 'unit' ? town.unitId : town.coUnitId })
  for (const [index, round] of (story.rounds ?? []).entries()) {
    if (index === 0) await step(town, town[unit], id, 'receive', form.receive)
    else await step(town, office, id, 'reHandle', form.reHandle)
    await liveRound(server, town, id, unit, round)
  }
  return id
}

async function liveRound(
  server: TestServer,
  town: TestTown,
  id: string,
  unit: 'unit' | 'coUnit',
  { repliedAfterDays, outcome = 'solved', rating }: RoundStory,
) {
  const form = forms(town)
  const heldOn = beijingDay(server.clock.now())
  const seen = await step(town, town[unit], id, 'consult', { ...form.consult, heldOn })
  const consultationId = seen.rounds
    .flatMap(({ consultations }) => consultations)
    .find(({ answer }) => answer === 'open')?.id
  await step(town, town.deputy, id, 'confirmConsultation', { consultationId })
  if (repliedAfterDays === undefined) return
  server.clock.advance({ days: repliedAfterDays })
  await step(town, town[unit], id, 'reply', {
    ...form.reply,
    outcome,
    ...(outcome === 'cannotSolve' ? { ground: 'funds' } : {}),
  })
  if (rating === undefined) return
  if (rating === 'silence') {
    server.clock.advance({ days: 25 })
    await server.run('clock')
    return
  }
  await step(town, town.deputy, id, 'evaluate', {
    attitudeRating: 'satisfied',
    resultRating: rating,
    ...(rating === 'notSatisfied' ? { reason: '没修完。' } : {}),
  })
}

/** Handled twice in a month, and the deputy is satisfied neither time. */
export const liveRejectedTwice = (
  server: TestServer,
  town: TestTown,
  subject: string,
  unit: 'unit' | 'coUnit' = 'unit',
) => {
  const round = { repliedAfterDays: 5, rating: 'notSatisfied' } as const
  return live(server, town, { subject, unit, rounds: [round, round] })
}
