import { seal, unseal } from '../../database/seal'

/** What nobody reads without the key: what was said, whom it is about, and whose words they are. */
export interface SaidInPetition {
  text: string
  about: string | null
  name: string | null
  phone: string | null
}

const placeOf = (townId: string, id: string) => `petition ${townId} ${id}`

export const sealPetition = (
  secretKey: string,
  { townId, id }: { townId: string; id: string },
  said: SaidInPetition,
) => seal(secretKey, placeOf(townId, id), JSON.stringify(said))

/** @returns undefined where the key of the server has been changed since */
export function openPetition(
  secretKey: string,
  { townId, id, sealed }: { townId: string; id: string; sealed: string },
): SaidInPetition | undefined {
  const text = unseal(secretKey, placeOf(townId, id), sealed)
  return text === undefined ? undefined : (JSON.parse(text) as SaidInPetition)
}
