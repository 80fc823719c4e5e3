import { type Door, doorGroups } from './door'
import { doors } from './doors'
import { mayDo, type Role } from './permissions'

const holdsOne = (wanted: readonly Role[], held: readonly Role[]) =>
  wanted.some((role) => held.includes(role))

const isOpenTo = ({ to }: Door, held: readonly Role[]) =>
  to === 'everyone' || (typeof to === 'string' ? mayDo(to, held) : holdsOne(to, held))

/** Whether a door stands on the home of somebody who holds these roles, and not only where all doors are. */
export const isDaily = ({ daily }: Door, held: readonly Role[]) =>
  daily === true || (daily !== undefined && holdsOne(daily, held))

const groupOrder = Object.keys(doorGroups)

/** The doors that stand open to whoever holds these roles, group by group. */
export const doorsOpenTo = (held: readonly Role[]) => {
  const open = doors.filter((door) => isOpenTo(door, held))
  return open
    .filter(({ page }, at) => open.findIndex((door) => door.page === page) === at)
    .sort((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group))
}
