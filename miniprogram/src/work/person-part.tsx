import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { createInvite, endBinding, mergePersons, setPortrait, showPerson } from '../../../shared/api/people'
import type { OutputOf } from '../../../shared/grammar/endpoint'
import { people } from '../../../shared/registers/people'
import { spokenDay } from '../../../shared/rules/days'
import { ask } from '../client/ask'
import { upload } from '../client/upload'
import { useLoaded } from '../hooks/use-loaded'
import { ActionBar, type Step } from '../pieces/action-bar'
import { Button } from '../pieces/button'
import { Card, Cell } from '../pieces/card'
import { Heading } from '../pieces/heading'
import { Loaded } from '../pieces/loaded'
import { Notice } from '../pieces/notice'
import { Tag } from '../pieces/tag'
import type { PartOfRow } from './part-of-row'
import { PictureButton } from './picture-button'
import { registerNamed, registerRowPage } from './registers'
import { today } from './words'

type Person = OutputOf<typeof showPerson>
type Held = Person['held'][number]
type Invite = OutputOf<typeof createInvite>

/** What somebody of the register is, whether they are bound to WeChat, and what is done about either. */
export function PersonPart({ row, town, changed }: PartOfRow) {
  const params = { town, id: row.id }
  const [told, setTold] = useState<string>()
  const state = useLoaded(async () => {
    const person = await ask(showPerson, { params })
    const { options } = row.mayKeep
      ? await ask(people.endpoints.options, { params: { town } })
      : { options: [] }
    const others = options.filter(({ id }) => id !== row.id)
    const isAlike = ({ name }: { name: string }) => name === row.title
    return {
      person,
      alike: others.filter(isAlike).length,
      others: [...others].sort((one, other) => Number(isAlike(other)) - Number(isAlike(one))),
    }
  }, [row.version])
  const done = (sentence: string) => {
    setTold(sentence)
    state.reload()
    changed()
  }
  return (
    <Loaded state={state}>
      {({ person, others, alike }) => (
        <View className="stack">
          {person.mergedInto ? (
            <MergedInto town={town} {...person.mergedInto} />
          ) : (
            <>
              <Heading>职务</Heading>
              <Holds held={person.held} town={town} />
              <Heading>微信</Heading>
              <Card tight>
                <Cell label="绑定" note={spokenInvite(person)}>
                  <Tag tone={person.bound ? 'done' : 'calm'}>{person.bound ? '已绑定' : '未绑定'}</Tag>
                </Cell>
              </Card>
              {told ? <Notice tone="done">{told}</Notice> : null}
              {row.mayKeep && alike > 0 ? (
                <Notice>{`名册里还有 ${alike} 条也叫“${row.title}”。是同一位，请点“合并重复的一条”。`}</Notice>
              ) : null}
              {row.mayKeep && row.endedOn === null ? (
                <ActionBar
                  keeps={{ about: `person:${row.id}`, title: row.title }}
                  steps={stepsOf(person, others.length > 0)}
                  lists={{ person: others }}
                  take={(step, form, key) => {
                    if (step === 'invite') return ask(createInvite, { params, key }).then(spokenCode)
                    if (step === 'unbind')
                      return ask(endBinding, { params, input: form as { why: string }, key }).then(
                        () => '绑定解除了，原来的微信已经不能再用这个身份。现在可以发邀请码。',
                      )
                    return ask(mergePersons, {
                      params,
                      input: { version: row.version, form: form as { otherId: string; why: string } },
                      key,
                    }).then(() => '合并好了，经办过的事都在这一条上。')
                  }}
                  stale={changed}
                  done={done}
                />
              ) : null}
              {row.mayKeep && person.isDeputy ? (
                <PictureButton
                  picture={person.portrait}
                  send={(filePath, seen, key) =>
                    upload(setPortrait, params, { name: 'portrait', filePath }, key, { seen })
                  }
                  reload={state.reload}
                />
              ) : null}
            </>
          )}
        </View>
      )}
    </Loaded>
  )
}

const MergedInto = ({ town, id, name }: { town: string; id: string; name: string }) => (
  <>
    <Notice>{`这一条是重复登记的，已经并入“${name}”。`}</Notice>
    <Button
      tone="quiet"
      small
      onTap={() => void Taro.navigateTo({ url: registerRowPage('person', town, id) })}
    >
      {`看合并后的“${name}”`}
    </Button>
  </>
)

/** What somebody is and was; where mandates and posts are registers, each leads to its own page. */
function Holds({ held, town }: { held: readonly Held[]; town: string }) {
  if (held.length === 0) return <View className="note">没有代表职务，也没有岗位。</View>
  return (
    <Card tight>
      {held.map((one) => (
        <Cell
          key={one.id}
          label={one.word}
          {...(one.note ? { note: one.note } : {})}
          {...(registerNamed(one.kind)
            ? { onTap: () => void Taro.navigateTo({ url: registerRowPage(one.kind, town, one.id) }) }
            : {})}
        >
          {one.endedOn ? <Tag tone="calm">{`到${spokenDay(one.endedOn, today())}为止`}</Tag> : null}
        </Cell>
      ))}
    </Card>
  )
}

const spokenInvite = ({ bound, invitedUntil }: Person) =>
  bound || invitedUntil === null
    ? ''
    : `邀请码发过了，${spokenDay(invitedUntil, today())}前有效；丢了可以重新发`

const spokenCode = ({ code, name, validUntil }: Invite) =>
  `邀请码 ${code}，${spokenDay(validUntil, today())}前有效，只能用一次。请${name}打开小程序，在“我”里填写。`

function stepsOf({ bound, invitedUntil }: Person, hasOthers: boolean): Step[] {
  return [
    bound
      ? { name: 'unbind', label: '解除绑定', tone: 'danger', input: endBinding.input }
      : {
          name: 'invite',
          label: invitedUntil === null ? '发邀请码' : '重新发邀请码',
          tone: 'primary',
          input: createInvite.input,
        },
    ...(hasOthers
      ? [
          {
            name: 'merge',
            label: '合并重复的一条',
            tone: 'quiet' as const,
            input: mergePersons.input.shape.form,
          },
        ]
      : []),
  ]
}
