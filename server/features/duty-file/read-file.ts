import type { DutyFile } from '../../../shared/api/duty-files'
import { dutyKinds, dutyKindsOf } from '../../../shared/duty/kinds'
import { type DutyPart, dutyParts } from '../../../shared/duty/parts'
import { people } from '../../../shared/registers/people'
import { formOf } from '../../../shared/grammar/register'
import { Refusal } from '../../../shared/words/refusals'
import type { Reader } from '../../database/source'
import { readHeld } from '../people/holds'
import { countedIn, type Line, readLines } from './lines'
import type { Whose } from './source'

/** @param isOwn whoever it is about reads all of it; others hear how much is not shown, and open nothing from it */
export const readFile = async (reader: Reader, whose: Whose, isOwn: boolean) =>
  fileOf(reader, whose, await readLines(reader, whose), isOwn)

/** The file that these lines make. */
export async function fileOf(
  reader: Reader,
  whose: Whose,
  lines: readonly Line[],
  isOwn: boolean,
): Promise<DutyFile> {
  return {
    ...(await readFacts(reader, whose, isOwn)),
    ...{ from: whose.from, to: whose.to },
    parts: (Object.keys(dutyParts) as DutyPart[]).map((part) =>
      partOf(
        part,
        lines.filter(({ kind }) => dutyKinds[kind].part === part),
        isOwn,
      ),
    ),
  }
}

function partOf(part: DutyPart, lines: readonly Line[], isOwn: boolean): DutyFile['parts'][number] {
  const shown = lines.filter(({ restricted }) => isOwn || !restricted)
  return {
    part,
    lines: shown.map(({ restricted: _, source, ...line }) => ({ ...line, source: isOwn ? source : null })),
    counted: countedIn(shown, dutyKindsOf(part)),
    hidden: lines.length - shown.length,
  }
}

interface Person {
  id: string
  name: string
  group: string | null
  gender: 'male' | 'female' | null
  occupation: string | null
  party: string | null
  education: string | null
}

/** 基本情况; what else the register has of somebody, they alone read here. */
async function readFacts(reader: Reader, { townId, personId }: Whose, isOwn: boolean) {
  const [person] = await reader.query<Person[]>(
    `SELECT p.id, p.name, g.name AS \`group\`, p.gender, p.occupation, p.party, p.education
     FROM person p LEFT JOIN deputy_group g ON g.id = p.deputy_group_id WHERE p.town_id = ? AND p.id = ?`,
    [townId, personId],
  )
  if (person === undefined) throw new Refusal('not_found')
  const held = await readHeld(reader, townId, [personId])
  const mandates = held.filter(({ kind }) => kind === 'mandate')
  const { id, name, group } = person
  const said = (field: 'gender' | 'party' | 'education') => {
    const { label, options } = formOf(people.fields[field])
    return { label, text: options?.[person[field] ?? ''] ?? null }
  }
  return {
    person: { id, name, group },
    facts: [
      ...[{ label: '姓名', text: name }, said('gender'), { label: '职业', text: person.occupation }],
      ...(isOwn ? [said('party'), said('education')] : []),
      ...[{ label: '代表小组', text: group }],
      ...mandates.map(({ word, note, endedOn }) => ({
        label: word,
        text: [note, endedOn !== null && `任职至 ${endedOn}`].filter(Boolean).join('，') || '现任',
      })),
    ].flatMap(({ label, text }) => (text === null || text === '' ? [] : [{ label, text }])),
  }
}
