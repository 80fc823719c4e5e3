import type { Grouping } from '../../../shared/api/figures'
import type { Reader } from '../../database/source'
import { readCategories } from '../categories/queries'
import { spokenSession } from '../../../shared/registers/congress-sessions'
import { readSessions } from '../congress-sessions/queries'
import { readUnits, type UnitOfTown } from '../people/queries'

interface Group {
  key: string
  name: string
  /** The group whose figures hold this one's as well. */
  within?: string | null
}

/** One way to tell figures apart: a row here and its word in `shared/api/figures.ts` are all that a new one needs. */
interface GroupingRow {
  /** Over the cohort's aliases; `r` is the round at hand, so that each unit answers for its own. */
  keySql: string
  /** Every group there may be, in the order in which they are shown. */
  list: (reader: Reader, townId: string, found: readonly string[]) => Promise<Group[]>
}

interface Group {
  key: string
  name: string
  /** The group that stands above it and counts it as well. */
  partOf?: string | null
}

/** With the name that it had before: whoever reads by the old one finds it. */
const saidOf = ({ name, endedOn, formerNames }: UnitOfTown) =>
  name + (formerNames === null ? '' : `（原${formerNames}）`) + (endedOn === null ? '' : '（已撤销）')

/** The unit that goes on with what was another's, however many mergers lie between: its figures hold theirs as well. */
function goneInto(units: readonly UnitOfTown[], { id, mergedIntoId }: UnitOfTown): string | null {
  const seen = new Set([id])
  let into: string | null = null
  for (let next = mergedIntoId; next !== null && !seen.has(next);) {
    seen.add(next)
    into = next
    next = units.find((one) => one.id === into)?.mergedIntoId ?? null
  }
  return into
}

const uncategorised = { key: '', name: '未分类' }

export const groupingRows: Readonly<Record<Grouping, GroupingRow>> = {
  unit: {
    keySql: 'r.lead_unit_id',
    list: async (reader, townId) => {
      const units = await readUnits(reader, townId)
      return units.map((one) => ({ key: one.id, name: saidOf(one), partOf: goneInto(units, one) }))
    },
  },
  village: {
    keySql: "COALESCE(s.village_id, '')",
    list: async (reader, townId) => [
      ...(
        await reader.query<{ id: string; name: string }[]>(
          'SELECT id, name FROM village WHERE town_id = ? ORDER BY position, id',
          [townId],
        )
      ).map(({ id, name }) => ({ key: id, name })),
      { key: '', name: '没有写村' },
    ],
  },
  category: {
    keySql: "COALESCE(s.category, '')",
    list: async (reader, townId) => [
      ...(await readCategories(reader, townId)).map(({ id, name, parentCode }) => ({
        key: id,
        name,
        partOf: parentCode,
      })),
      uncategorised,
    ],
  },
  session: {
    keySql: "COALESCE(s.congress_session_id, '')",
    list: async (reader, townId) => [
      ...(await readSessions(reader, townId)).map((session) => ({
        key: session.id,
        name: spokenSession(session),
      })),
      { key: '', name: '没有登记会次' },
    ],
  },
  year: {
    keySql: 'SUBSTR(f.handed_over_on, 1, 4)',
    list: (_reader, _townId, found) =>
      Promise.resolve(
        [...found]
          .sort()
          .reverse()
          .map((key) => ({ key, name: `${key}年` })),
      ),
  },
}

/** A group with those that are counted in it: units that went into it, the categories below it. */
export async function withinGroup(
  by: 'unit' | 'category',
  reader: Reader,
  townId: string,
  key: string,
): Promise<{ keys: string[]; name: string } | undefined> {
  const list = await groupingRows[by].list(reader, townId, [])
  const own = list.find((one) => one.key === key)
  return (
    own && {
      keys: [key, ...list.filter(({ partOf }) => partOf === key).map((one) => one.key)],
      name: own.name,
    }
  )
}
