import { View } from '@tarojs/components'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type * as z from 'zod/mini'
import { noRoom } from '../hooks/use-draft'
import { answered, useFollowed, type Values } from '../hooks/use-form'
import { type Keeping, onceWriterIsKnown, useKeptForm } from '../hooks/use-kept-form'
import { troubleOf, type Trouble } from '../hooks/use-loaded'
import { isStale, useTask } from '../hooks/use-task'
import { useWaiting } from '../hooks/use-waiting'
import { Button } from './button'
import { Fold } from './fold'
import type { Lists } from './field'
import { askedFields, type Copies, FormFields, type Hints } from './form-fields'
import { LeftNotice } from './left-notice'
import { Notice, TroubleNotice } from './notice'
import { Sheet } from './sheet'
import './action-bar.scss'

/** One step as the table describes it. */
export interface Step {
  name: string
  label: string
  tone: 'primary' | 'quiet' | 'danger'
  /** The word on the button below its form, where it is not that of the step. */
  confirm?: string
  input: z.ZodMiniType
  /** What it is about goes on by it; of what matters, that stands first. */
  bringsOn?: boolean
}

interface Acting<T> {
  /** What the forms are about, by which their drafts are kept; null where nothing is to be kept of them. */
  keeps: (Omit<Keeping, 'title'> & { title?: string }) | null
  lists?: Lists
  copies?: Copies
  /** What a form starts from. */
  initial?: (step: string) => Values
  /** Advice while a form is being filled. */
  hintsOf?: (step: string, values: Values) => Hints
  /** What one has before one's eyes while a form is being filled. */
  beside?: (step: string) => ReactNode
  take: (step: string, form: Values, key: string) => Promise<T>
  done: (result: T) => void
  /** Somebody else was quicker: loads what is there now, while what was typed stays. */
  stale?: () => void
  /** What follows from a step, in sentences, the most important one first. */
  follows?: (step: string) => readonly string[]
  /** In the tap itself, before anything is awaited. */
  onTap?: () => void
  /** Who is not signed in yet can not ask what became of a try before: each stands for itself. */
  eachAnew?: boolean
}

/** What one most likely wants stands first; what cannot be undone stands last. */
const weight = { primary: 0, quiet: 1, danger: 2 } as const

const inOrder = (steps: readonly Step[]) =>
  [...steps].sort(
    (a, b) => weight[a.tone] - weight[b.tone] || Number(b.bringsOn ?? false) - Number(a.bringsOn ?? false),
  )

/**
 * The buttons that the server sent: the one that matters most is filled, the others stand behind one line, each with a line of
 * its own. A step without fields is confirmed in a sheet as well: an official step is never one slip of a finger away.
 */
export function ActionBar<T>({
  steps,
  opens,
  ...acting
}: {
  steps: readonly Step[]
  /** The step whose form one came for. */
  opens?: string | undefined
} & Acting<T>) {
  const [open, setOpen] = useState<string>()
  useEffect(() => {
    if (opens) onceWriterIsKnown(() => setOpen(opens))
  }, [opens])
  const [late, setLate] = useState<Trouble>()
  const step = steps.find(({ name }) => name === open)
  const [first, ...others] = inOrder(steps)
  const button = ({ name, label, tone }: Step, isFirst: boolean) => (
    <View key={name} className="actions-one" id={`action-${name}`}>
      <Button
        tone={isFirst || tone === 'danger' ? tone : 'quiet'}
        onTap={() => {
          setLate(undefined)
          if (acting.keeps) onceWriterIsKnown(() => setOpen(name))
          else setOpen(name)
        }}
      >
        {label}
      </Button>
      {isFirst ? null : <View className="actions-line">{acting.follows?.(name)[0] ?? ''}</View>}
    </View>
  )
  return (
    <View className="actions">
      {first ? button(first, true) : null}
      {others.length > 0 ? (
        <View className="actions-others">
          {others.length > 1 ? (
            <Fold title="其他" note={others.map(({ label }) => label).join('、')}>
              {others.map((one) => button(one, false))}
            </Fold>
          ) : (
            others.map((one) => button(one, false))
          )}
        </View>
      ) : null}
      {/* What was open may be no step any more, now that somebody else was quicker. */}
      {late && !step ? <TroubleNotice trouble={late} /> : null}
      {acting.keeps ? <Waits about={acting.keeps.about} steps={steps} {...acting} onOpen={setOpen} /> : null}
      {step ? (
        <ActionSheet
          step={step}
          {...acting}
          onLate={setLate}
          onClose={() => {
            setLate(undefined)
            setOpen(undefined)
          }}
        />
      ) : null}
    </View>
  )
}

/** Of the steps of here, those that were sent and wait, and those that the server refused since. */
function Waits<T>({
  about,
  steps,
  stale,
  onOpen,
}: { about: string; steps: readonly Step[]; onOpen: (step: string) => void } & Pick<Acting<T>, 'stale'>) {
  const waiting = useWaiting(`${about}:`)
  const arrived = waiting.filter(({ state }) => state === 'arrived').length
  const before = useRef(arrived)
  useEffect(() => {
    if (arrived > before.current) stale?.()
    before.current = arrived
  }, [arrived, stale])
  return (
    <>
      {waiting.map(({ key, about: name, title, state, sentence }) => {
        const step = steps.find((one) => name === `${about}:${one.name}`)
        if (state === 'arrived') return null
        return state === 'waiting' ? (
          <Notice key={key} tone="soon">{`“${title}”还在手机里，有网会自动送出。`}</Notice>
        ) : (
          <Notice
            key={key}
            tone="late"
            {...(step ? { next: { label: '打开改一改', onTap: () => onOpen(step.name) } } : {})}
          >
            {`“${title}”没有办成：${sentence}`}
          </Notice>
        )
      })}
    </>
  )
}

/** From so many fields on a form needs all the height that there is. */
const longForm = 4

/** The form of one step, and the tap that takes it. */
export function ActionSheet<T>(
  props: { step: Step; onClose: () => void; onLate?: (trouble: Trouble) => void } & Acting<T>,
) {
  const {
    step,
    lists,
    copies,
    initial,
    hintsOf,
    beside,
    take,
    done,
    stale,
    onLate,
    onTap,
    eachAnew,
    follows,
    keeps,
    onClose,
  } = props
  const begun = initial?.(step.name) ?? {}
  const { draft, kept } = useKeptForm(
    keeps && !eachAnew
      ? {
          about: `${keeps.about}:${step.name}`,
          title: [step.label, keeps.title].filter(Boolean).join(' · '),
          ...(keeps.page ? { page: `${keeps.page}&open=${step.name}` } : {}),
        }
      : undefined,
    step.input,
    begun,
  )
  const { form } = draft
  useFollowed(form, begun)
  const task = useTask(
    (input: Values, key) =>
      take(step.name, input, key).catch((error: unknown) => {
        if (isStale(error)) {
          onLate?.(troubleOf(error))
          stale?.()
        }
        throw error
      }),
    (result) => {
      draft.sent()
      onClose()
      done(result)
    },
    kept,
  )
  const shown = answered(form, task)
  const whatFollows = follows?.(step.name) ?? []
  const confirm = () => {
    const checked = form.check()
    if (checked === undefined) return
    onTap?.()
    if (eachAnew) task.runAnew(checked)
    else task.run(checked)
  }
  return (
    <Sheet title={step.label} onClose={onClose} tall={askedFields(shown, lists).length >= longForm}>
      {beside?.(step.name)}
      {draft.leftAt === undefined ? null : <LeftNotice at={draft.leftAt} onAnew={draft.beginAnew} />}
      <FormFields
        form={shown}
        {...(lists ? { lists } : {})}
        {...(copies ? { copies } : {})}
        hints={hintsOf?.(step.name, form.values) ?? {}}
      />
      {askedFields(shown, lists).length === 0 ? (
        <View className="actions-sure">{[`确定要“${step.label}”吗？`, ...whatFollows].join('')}</View>
      ) : whatFollows.length > 0 ? (
        <View className="actions-follows">{whatFollows.join('')}</View>
      ) : null}
      {draft.hasRoom ? null : <Notice tone="soon">{noRoom}</Notice>}
      {task.trouble ? (
        <View className="actions-trouble">
          <TroubleNotice trouble={task.trouble} />
        </View>
      ) : null}
      <View id="action-confirm">
        <Button tone={step.tone === 'danger' ? 'danger' : 'primary'} busy={task.busy} onTap={confirm}>
          {step.confirm ?? step.label}
        </Button>
      </View>
    </Sheet>
  )
}
