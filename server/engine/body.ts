import type { Party } from '../../shared/words/parties'

/** A body that has decided, such as a meeting, and who writes it down: they stand to nothing by that. */
export interface Body {
  /** As which party it decides, in whatever its members have to do with. */
  party: Party
  writer: { id: string; name: string } | null
}

export const bodyOf = (townId: string, party: Party, writer: Body['writer']) => ({
  ...{ townId, system: true as const, of: { party, writer } },
})

/** As which party the house itself acts: for a body, or for nobody. */
export const partyOfHouse = ({ of }: { of?: Body }): Party => of?.party ?? 'system'
