import { listDeputies } from '../../../shared/api/people'
import { showProfile } from '../../../shared/api/sign-in'
import { showStation } from '../../../shared/api/stations'
import { showTown } from '../../../shared/api/towns'
import { congressLevels } from '../../../shared/words/words'
import { ask } from '../client/ask'
import { loadMe } from '../client/me'
import { loadAreas } from './areas-of-village'
import type { Lists } from '../pieces/field'

/** What a message to a deputy begins with: whom there is, and what I said of myself. */
export interface ForMessage {
  town: string
  account: string
  lists: Lists
  profile: Readonly<Record<string, string>>
  /** Who listens in my own village, as far as that is known. */
  own: string | undefined
}

/** @throws Refusal with the server's sentence, or Offline */
export async function loadForMessage(town: string): Promise<ForMessage> {
  const params = { town }
  const [{ account }, { deputies }, { villages, stations }, profile, areas] = await Promise.all([
    loadMe(),
    ask(listDeputies, { params }),
    ask(showTown, { params }),
    ask(showProfile, { params }),
    loadAreas(town),
  ])
  const station = stations.find(({ villageId }) => villageId !== null && villageId === profile.villageId)
  const door = station ? await ask(showStation, { params: { town, id: station.id } }) : undefined
  const listening = door?.deputies.map(({ id }) => id) ?? []
  // Those of one's own village stand first.
  const nearFirst = [...deputies].sort(
    (one, other) => Number(listening.includes(other.id)) - Number(listening.includes(one.id)),
  )
  return {
    town,
    account,
    lists: {
      deputy: nearFirst.map(({ id, name, levels, district }) => ({
        id,
        name: `${name} 代表`,
        note: [...levels.map((level) => congressLevels[level]), district].filter(Boolean).join(' · '),
      })),
      village: villages,
      area: areas,
    },
    profile: Object.fromEntries(
      Object.entries(profile).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    own: door?.onDuty?.id,
  }
}
