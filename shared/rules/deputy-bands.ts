import { people } from '../registers/people'
import { formOf } from '../grammar/register'

/** By what a congress is looked at as a whole (catalogue 3); each with its bands in the order in which they are read. */
export const structureParts = ['age', 'party', 'occupation', 'gender', 'education'] as const
export type StructurePart = (typeof structureParts)[number]

export const ageBands = { young: '35 岁以下', middle: '36—55 岁', old: '56 岁以上' } as const

/** In calendar years, as reports count: whoever turns 36 this year is 36. */
export function ageBand(birthYear: number, year: number): keyof typeof ageBands {
  const age = year - birthYear
  return age <= 35 ? 'young' : age <= 55 ? 'middle' : 'old'
}

const of = (field: 'party' | 'occupationKind' | 'gender' | 'education') => ({
  word: formOf(people.fields[field]).label,
  bands: formOf(people.fields[field]).options ?? {},
})

export const structureOf: Readonly<
  Record<StructurePart, { word: string; bands: Readonly<Record<string, string>> }>
> = {
  age: { word: '年龄', bands: ageBands },
  party: of('party'),
  occupation: of('occupationKind'),
  gender: of('gender'),
  education: of('education'),
}

/** Of whom the register does not say it. */
export const unknownBand = '没有登记'
