/**
 * Where a post or a mandate counts. What has ended gives nothing from its day on, and whoever is suspended does nothing
 * as a deputy until that is over; the rows stay.
 */
export const isHeld = (post: string) => `${post}.ended_on IS NULL`
export const isActing = (mandate: string) => `${mandate}.ended_on IS NULL AND ${mandate}.suspended_on IS NULL`
/** Only they make up the congress of the township, whatever other congress they sit in (地方组织法 22). */
export const isOfTownship = (mandate: string) =>
  `${mandate}.congress_level = 'township' AND ${isActing(mandate)}`

/** Of a person: that they are a deputy now, of whatever level; that they are one of the township. */
export const isDeputy = (person: string) =>
  `EXISTS (SELECT 1 FROM mandate held WHERE held.person_id = ${person} AND ${isActing('held')})`
export const isTownshipDeputy = (person: string) =>
  `EXISTS (SELECT 1 FROM mandate held WHERE held.person_id = ${person} AND ${isOfTownship('held')})`
