import type { OutputOf } from '../../../shared/grammar/endpoint'
import { formOf, type Register } from '../../../shared/grammar/register'
import { fetchBeside } from '../client/attachments'
import { Card, Cell } from '../pieces/card'
import { Voice } from '../pieces/voice'
import { labelOf, spokenField } from './register-row'

interface Shown {
  register: Register
  town: string
  row: OutputOf<Register['endpoints']['show']>
}

/** All that is kept of one row, for whoever may read it. */
export const RegisterFacts = ({ register, town, row }: Shown) => (
  <Card tight>
    {Object.keys(register.fields)
      .filter((name) => name in row.values)
      .map((name) => (
        <Cell key={name} label={labelOf(register, name)}>
          <Fact {...{ register, town, row, name }} />
        </Cell>
      ))}
    {Object.entries(register.tells ?? {}).map(([name, label]) => (
      <Cell key={name} label={label}>
        {row.words[name] ?? '—'}
      </Cell>
    ))}
    {Object.entries(register.counts ?? {}).map(([name, label]) => (
      <Cell key={name} label={label}>{`${row.counts[name] ?? 0} ${register.countUnit ?? '件'}`}</Cell>
    ))}
  </Card>
)

/** What was spoken is heard, everything else is read. */
function Fact({ register, town, row, name }: Shown & { name: string }) {
  const [field, value] = [register.fields[name], row.values[name]]
  if (field !== undefined && formOf(field).kind === 'voice' && typeof value === 'string')
    return <Voice seconds={undefined} fetch={() => fetchBeside(town, value)} />
  return spokenField(register, row, name) ?? '—'
}
