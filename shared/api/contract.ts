import * as appraisals from '../matters/group-ballot/endpoints'
import * as auditLog from './audit-log'
import * as awardStandings from '../matters/award-standing/endpoints'
import * as board from './board'
import * as bulletin from './bulletin'
import * as calendar from './calendar'
import * as categories from '../registers/category-endpoints'
import * as contentChecks from '../matters/content-check/endpoints'
import * as consents from './consents'
import * as congressSessions from '../registers/congress-session-endpoints'
import * as desk from './desk'
import * as deliveries from './deliveries'
import type { Endpoint } from '../grammar/endpoint'
import * as externalSuggestions from '../matters/external-suggestion/endpoints'
import * as figures from './figures'
import * as handOver from './hand-over'
import * as health from './health'
import * as inbox from './inbox'
import * as keySuggestions from './key-suggestions'
import * as opinions from '../matters/opinion/endpoints'
import * as ownDetails from './own-details'
import * as people from './people'
import * as photos from './photos'
import * as progress from './progress'
import * as promises from './promises'
import * as qrCodes from './qr-codes'
import * as rules from './rules'
import * as similar from '../matters/suggestion/similar-endpoints'
import * as sendings from './sendings'
import * as signIn from './sign-in'
import * as siteReviews from '../matters/site-review/endpoints'
import * as stations from './stations'
import * as suggestions from '../matters/suggestion/endpoints'
import * as towns from './towns'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value

/** The steps of a table: an endpoint by the name of each. */
const isSteps = (value: unknown): value is Readonly<Record<string, Endpoint>> =>
  typeof value === 'object' && value !== null && Object.values(value).every(isEndpoint)

const rooms = {
  towns,
  board,
  bulletin,
  stations,
  qrCodes,
  signIn,
  sendings,
  ownDetails,
  people,
  suggestions,
  opinions,
  inbox,
  consents,
  deliveries,
  desk,
  figures,
  health,
  rules,
  calendar,
  auditLog,
  awardStandings,
  appraisals,
  keySuggestions,
  congressSessions,
  handOver,
  externalSuggestions,
  promises,
  categories,
  similar,
  photos,
  contentChecks,
  progress,
  siteReviews,
}

/** Every endpoint with the name by which code knows it. */
export const contract: ReadonlyMap<string, Endpoint> = new Map(
  Object.values(rooms).flatMap((room) =>
    Object.entries(room).flatMap(([name, value]): [string, Endpoint][] => {
      if (isEndpoint(value)) return [[name, value]]
      if (!isSteps(value)) return []
      return Object.entries(value).map(([step, endpoint]) => [`${name}.${step}`, endpoint])
    }),
  ),
)
