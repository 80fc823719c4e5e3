import { putFirstStepsAway, showFirstSteps } from '../../../shared/api/first-steps'
import { Town } from '../../database/entities/people/town'
import type { Bind } from '../../http/bind'
import { readFirstSteps } from './queries'

export function routes(bind: Bind) {
  bind.read(showFirstSteps, async ({ reader, actor, now }) => ({
    steps: await readFirstSteps(reader, actor.townId, now),
  }))

  bind.write(putFirstStepsAway, async ({ tx, actor, now }) => {
    await tx.update(Town, { id: actor.townId }, { firstStepsPutAwayAt: now })
    return { done: true as const }
  })
}
