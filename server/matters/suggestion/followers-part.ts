import { part } from '../../database/together'

/** Who hears of a matter though somebody else has raised it. @param those `IN (…)` with as many marks as parameters */
export const followersPart = (those: string, parameters: readonly string[]) =>
  part<{ of: string; residentId: string }>({
    columns: { of: 'f.suggestion_id', residentId: 'f.resident_id' },
    from: `FROM suggestion_follow f WHERE f.suggestion_id ${those}`,
    order: 'f.resident_id',
    parameters: [...parameters],
  })
