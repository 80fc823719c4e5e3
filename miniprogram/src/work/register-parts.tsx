import type { ReactNode } from 'react'
import type { Register } from '../../../shared/grammar/register'
import { InviteMany } from './invite-many'
import type { PartOfRow } from './part-of-row'
import { PersonPart } from './person-part'
import { StationPart } from './station-part'
import { UnitPart } from './unit-part'

/** What a register brings to the page of one of its rows, below what is kept; who brings nothing has the plain page. */
const own: Readonly<Partial<Record<string, (given: PartOfRow) => ReactNode>>> = {
  person: PersonPart,
  handlingUnit: UnitPart,
  liaisonStation: StationPart,
}

export function RegisterPart({ register, ...given }: PartOfRow & { register: Register }) {
  const Part = own[register.name]
  return Part ? <Part {...given} /> : null
}

/** What may be done with many rows at once, above their list. */
const ofMany: Readonly<Partial<Record<string, (given: { town: string; issued: () => void }) => ReactNode>>> =
  {
    person: InviteMany,
  }

export function RegisterOfMany(props: { register: Register; town: string; done: () => void }) {
  const Part = ofMany[props.register.name]
  return Part ? <Part town={props.town} issued={props.done} /> : null
}
