import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import type { Register } from '../../../shared/grammar/register'
import { spokenDay } from '../../../shared/rules/days'
import { sayChange } from '../../../shared/words/changed-since'
import type { Role } from '../../../shared/permissions'
import type { KindName } from '../../../shared/workflow'
import { ask } from '../client/ask'
import { loadMe, rolesIn } from '../client/me'
import { currentTown } from '../client/town'
import { useLoaded } from '../hooks/use-loaded'
import type { Values } from '../hooks/use-form'
import { ActionBar, type Step } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Page } from '../pieces/page'
import { Timeline } from '../pieces/timeline'
import { registerPage } from '../work/register-page'
import { openMatter } from '../work/open-matter'
import { ownForm } from '../work/own-form'
import { RegisterFacts } from '../work/register-facts'
import { RegisterPart } from '../work/register-parts'
import { RowTag } from '../work/register-row'
import { today } from '../work/words'

type One = OutputOf<Register['endpoints']['show']>
type Name = 'change' | 'end' | 'restore' | 'add'

/** One row of a register: what is kept, what became of it, and for those who keep it the forms. */
export default registerPage(function RegisterForm({ register }) {
  const { params } = useRouter()
  const { endpoints } = register
  const state = useLoaded(async () => {
    const town = await currentTown(params.town)
    const row = await ask(endpoints.show, { params: { town, id: params.id ?? '' } })
    const lists = row.mayKeep ? (await ask(endpoints.lists, { params: { town } })).lists : {}
    return { town, row, lists, roles: rolesIn(await loadMe(), town) }
  }, [])
  return (
    <Page title={register.word}>
      <Loaded state={state}>
        {({ town, row, lists, roles }) => (
          <View className="stack">
            <View className="board-item">
              <Heading large>{row.title}</Heading>
              <RowTag register={register} row={row} />
            </View>
            {row.warning ? <Notice tone="soon">{row.warning}</Notice> : null}
            <RegisterFacts register={register} town={town} row={row} />
            <RegisterPart register={register} row={row} town={town} changed={state.reload} />
            {register.matter ? (
              <Button tone="quiet" small onTap={() => openMatter(register.matter as KindName, town, row.id)}>
                看办到哪一步
              </Button>
            ) : null}
            {row.endedOn ? (
              <Notice>{`${spokenDay(row.endedOn, today())}起${register.ends.ended}：${row.endedWhy ?? ''}`}</Notice>
            ) : null}
            {row.mayKeep ? (
              <ActionBar
                keeps={{ about: `register:${register.name}:${row.id}`, title: row.title }}
                steps={stepsOf(register, row, roles)}
                lists={lists}
                initial={(step) => beginOf(register, step as Name, row)}
                take={(step, form, key) =>
                  // Each endpoint checks its own form.
                  step === 'add'
                    ? ask(endpoints.add, { params: { town }, input: form, key })
                    : ask(endpoints[step as 'change'], {
                        params: { town, id: row.id },
                        input: { version: row.version, form },
                        key,
                      })
                }
                stale={state.reload}
                done={(newer) => state.put({ town, row: newer, lists, roles })}
              />
            ) : null}
            <Heading>经过</Heading>
            {row.history.length === 0 ? (
              <View className="note">这一条登记在有经过以前，还没有改过。</View>
            ) : (
              <Timeline entries={row.history.map(spokenEvent)} />
            )}
          </View>
        )}
      </Loaded>
    </Page>
  )
})

const spokenEvent = ({ on, by, what, changes, why }: One['history'][number]) => ({
  when: spokenDay(on, today()),
  line: by === '' ? what : `${by}${what}`,
  note: [...changes.map(sayChange), ...(why ? [why] : [])].join('；') || null,
})

/** What was ended is only taken back; whatever else may be changed of it waits until then. */
function stepsOf(register: Register, { endedOn, endedKind }: One, roles: readonly Role[]): Step[] {
  const { endpoints, ends, follows } = register
  const formIn = (name: Exclude<Name, 'add'>) => endpoints[name].input.shape.form
  if (endedOn !== null)
    return [
      ...(follows?.after.includes(endedKind ?? '')
        ? [
            {
              name: 'add',
              label: follows.label,
              tone: 'primary',
              input: ownForm(register, roles, endpoints.add.input),
            } as const,
          ]
        : []),
      { name: 'restore', label: ends.restore, tone: 'quiet', input: formIn('restore') },
    ]
  return [
    { name: 'change', label: '修改', tone: 'primary', input: ownForm(register, roles, formIn('change')) },
    { name: 'end', label: ends.label, tone: 'danger', input: formIn('end') },
  ]
}

function beginOf({ follows }: Register, name: Name, { id, values }: One): Values {
  if (name === 'end') return { endedOn: today() }
  if (name === 'add') return given(follows?.begins(values, id, today()) ?? {})
  return given(values)
}
const given = (values: Readonly<Record<string, unknown>>): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== false))
