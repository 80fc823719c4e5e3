import { suggestionSteps } from '../../../shared/matters/suggestion/endpoints'
import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { refresh } from '../../../server/engine/refresh'
import { bring, notSatisfied } from '../bring'
import type { TestServer } from '../server'
import { forms, step } from '../suggestion'
import type { TestTown } from '../town'
import type { Question, Row } from './foreign-row'
import { newBodyMeeting } from './stories/body-meeting'

interface Far {
  state: SuggestionState
  /** What is done with it then. */
  then?: (id: string) => Promise<unknown>
}

/** What the presidium decides of a suggestion names a meeting of its own town. */
export function rowsOfDecisions(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
): readonly Row[] {
  const meeting = async (town: TestTown) => (await newBodyMeeting(begun().server, town, { state: 'open' })).id
  const changed = (sql: string, parameters: () => string[] = () => []) => {
    return async (id: string) => {
      const { server, town } = begun()
      await server.database.transaction(async (tx) => {
        await tx.query(sql, [...parameters(), id])
        await refresh(tx, 'suggestion', town.id, id, server.clock.now())
      })
    }
  }
  const asMotion = changed("UPDATE suggestion SET kind = 'motion' WHERE id = ?")
  const marked = (id: string) =>
    step(begun().town, begun().town.presidium, id, 'markKey', forms(begun().town).markKey)
  const notSolvedTwice = async (id: string) => {
    const { town } = begun()
    await step(town, town.unit, id, 'reply', forms(town).reply)
    await step(town, town.deputy, id, 'evaluate', notSatisfied)
  }
  const talkedTo = (id: string) =>
    step(begun().town, begun().town.presidium, id, 'recordSummons', forms(begun().town).recordSummons)
  const ways: Partial<Record<SuggestionAction, Far>> = {
    refuseAcceptance: { state: 'underReview' },
    putOnAgenda: { state: 'underReview', then: asMotion },
    convertMotion: { state: 'underReview', then: asMotion },
    markKey: { state: 'received' },
    changeKey: { state: 'received', then: marked },
    unmarkKey: { state: 'received', then: marked },
    grantExtension: { state: 'extensionRequested' },
    refuseExtension: { state: 'extensionRequested' },
    // Whoever leads it is in office no more.
    openReply: {
      state: 'received',
      then: changed('UPDATE suggestion SET lead_deputy_id = ? WHERE id = ?', () => [begun().town.unit.id]),
    },
    endTracking: { state: 'tracking' },
    decideReason: { state: 'evaluated' },
    summon: { state: 'reHandling', then: notSolvedTwice },
    conclude: { state: 'escalated', then: talkedTo },
  }
  return (Object.entries(ways) as [SuggestionAction, Far][]).map(([action, { state, then }]): Row => [
    `suggestionSteps.${action}`,
    ['form', 'presidiumMeetingId'],
    () => meeting(begun().elsewhere),
    async (): Promise<Question> => {
      const { server, town } = begun()
      const id = await bring(server, town, state)
      await then?.(id)
      const { decidedHow: _, ...form } =
        (forms(town) as Record<string, Record<string, unknown>>)[action] ?? {}
      return {
        ...{ endpoint: suggestionSteps[action], params: { town: town.id, id }, person: town.presidium },
        input: {
          version: await town.versionOf(id),
          form: { ...form, presidiumMeetingId: await meeting(town) },
        },
      }
    },
  ])
}
