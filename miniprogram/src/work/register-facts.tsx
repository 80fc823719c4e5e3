import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { Register } from '../../../shared/grammar/register'
import { Card, Cell } from '../pieces/card'
import { labelOf, spokenField } from './register-row'

/** All that is kept of one row, for whoever may read it. */
export const RegisterFacts = ({
  register,
  row,
}: {
  register: Register
  row: OutputOf<Register['endpoints']['show']>
}) => (
  <Card tight>
    {Object.keys(register.fields)
      .filter((name) => name in row.values)
      .map((name) => (
        <Cell key={name} label={labelOf(register, name)}>
          {spokenField(register, row, name) ?? '—'}
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
