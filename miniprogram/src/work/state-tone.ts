import type { AnyTable } from '../../../shared/grammar/matter'
import { matterTables } from '../../../shared/workflow'
import type { TagTone } from '../pieces/tag'

const tables: Readonly<Record<string, AnyTable>> = matterTables

/** The tone of a state that has one whoever looks: somebody said no, and it is not done with yet. */
export const ownTone = (kind: string, state: string): TagTone | undefined =>
  tables[kind]?.states[state]?.saidNo ? 'late' : undefined
