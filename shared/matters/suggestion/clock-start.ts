import type { Day } from '../../rules/days'
import type { Profile } from '../../rules/profiles'

/**
 * The day from which the months of a reply are counted. Only what was raised in a session can be counted from its
 * close; between sessions, and while the session still sits, there is nothing but the hand-over.
 * @param sessionClosedOn the close of the session in which it was raised
 */
export const clockStart = (
  profile: Pick<Profile, 'clockStart'>,
  { handedOverOn, sessionClosedOn }: { handedOverOn: Day; sessionClosedOn: Day | null },
): Day => (profile.clockStart === 'sessionClose' && sessionClosedOn !== null ? sessionClosedOn : handedOverOn)
