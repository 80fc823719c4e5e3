import * as z from 'zod/mini'
import type { DayReach } from '../rules/day-reach'
import { asReceptionDays } from '../rules/reception-rules'
import type { FieldKind } from './field-kinds'
import { asLine, asName, asParagraph, asPhone, asPlainSigns, phoneShape } from './written'

/**
 * One input field, described once. The schema is its type and its check on both ends;
 * the form registered with it says how a screen draws it. OpenAPI is made from the same schema.
 */
export interface FieldForm {
  label: string
  kind: FieldKind
  help?: string
  /** More than one of a list may be picked. */
  several?: true
  /** Longest text in characters, shown as a count; of photos and files, the most; of a recording, its seconds. */
  max?: number
  options?: Readonly<Record<string, string>>
  /** Drawn only while one of these fields holds the value named with it. */
  shownWhen?: readonly { field: string; is: string | true }[]
  /** Neither drawn nor sent while this field holds the value named with it. */
  hiddenWhen?: { field: string; is: string | true }
  /** Drawn only after an answer has asked for it. */
  onceAsked?: true
  /** What counts where nothing else is chosen. */
  preset?: string
  /** May begin as a copy of one of a list: of those that go with what another field holds. */
  copied?: { from: CopiedKind; by: string }
  /** Of a day: which ones somebody can mean. */
  reach?: DayReach
  /** Of photos and recordings: it goes with a message, and only who reads that sees or hears it. */
  beside?: 'message'
  /** Of a recording: no machine ever writes down what it says. */
  unheard?: true
  /** Of a place that lies in another: the field that names that one. */
  partOf?: string
  /** One of several that can stand for each other: each may be left out, and none of them is called optional. */
  instead?: true
}

/** What a text may be a copy of; whatever becomes of it, the copy stays. */
export type CopiedKind = 'replyTemplate'

export const forms = z.registry<FieldForm>()

/** The fields that a form has, by name, with how each is drawn. */
export function fieldForms(schema: z.ZodMiniType): [name: string, form: FieldForm][] {
  const { shape = {} } = schema as unknown as { shape?: Record<string, z.ZodMiniType> }
  return Object.entries(shape).flatMap(([name, field]): [string, FieldForm][] => {
    const form = forms.get(field)
    return form === undefined ? [] : [[name, form]]
  })
}

type Extra = Omit<FieldForm, 'label' | 'kind' | 'options' | 'max' | 'preset' | 'reach'>

const text = (
  label: string,
  kind: 'line' | 'nickname' | 'paragraph',
  max: number,
  extra: Extra,
  written = kind === 'paragraph' ? asParagraph : asLine,
) =>
  z
    .string(`请填写${label}。`)
    .check(
      z.overwrite(written),
      z.minLength(1, `请填写${label}。`),
      z.maxLength(max, `${label}最多 ${max} 个字，请删减一些。`),
    )
    .register(forms, { label, kind, max, ...extra })

export const line = (label: string, max: number, extra: Extra = {}) => text(label, 'line', max, extra)
/** Latitude and longitude, as maps give them. */
export const mapPlaceShape = /^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/
export const mapPlace = (label: string, extra: Extra = {}) =>
  z
    .string(`请填写${label}。`)
    .check(
      z.overwrite((text) => asPlainSigns(text).replace(/\s/g, '')),
      z.regex(mapPlaceShape, `${label}要写成“纬度,经度”，例如“25.0415,102.7121”。`),
    )
    .register(forms, { label, kind: 'line', max: 40, ...extra })
/** A password: drawn as dots, and taken as it was typed. */
export const secretLine = (label: string, least: number, most: number, extra: Extra = {}) =>
  z
    .string(`请填写${label}。`)
    .check(
      z.minLength(1, `请填写${label}。`),
      z.minLength(least, `${label}至少 ${least} 个字，现在太短，请再加几个。`),
      z.maxLength(most, `${label}最多 ${most} 个字，请删减一些。`),
    )
    .register(forms, { label, kind: 'secret', max: most, ...extra })
/** What somebody wants to be called; WeChat offers the name that its user goes by. */
export const nickname = (label: string, max: number, extra: Extra = {}) =>
  text(label, 'nickname', max, extra, asName)
/** A person's name, as it stands in papers. */
export const personName = (label: string, max: number, extra: Extra = {}) =>
  text(label, 'line', max, extra, asName)
export const paragraph = (label: string, max: number, extra: Extra = {}) =>
  text(label, 'paragraph', max, extra)

/** A field that may be left out. An empty text counts as left out. */
export function maybe<S extends z.ZodMiniType>(field: S) {
  const form = forms.get(field)
  const wrapped = z.optional(z.pipe(z.transform(emptyToMissing), z.optional(field)))
  return form ? wrapped.register(forms, form) : wrapped
}
const isEmpty = (value: unknown) => value === null || (typeof value === 'string' && asLine(value) === '')
const emptyToMissing = (value: unknown) => (isEmpty(value) ? undefined : value)

/** A field that stays as it was where a form does not name it; an empty text or null clears it. */
export function kept<S extends z.ZodMiniType>(field: S) {
  const form = forms.get(field)
  const wrapped = z.optional(z.pipe(z.transform(emptyToNull), z.nullable(field)))
  return form ? wrapped.register(forms, form) : wrapped
}
const emptyToNull = (value: unknown) => (isEmpty(value) ? null : value)

/** A choice that is made already and may be changed; whoever says nothing gets `preset`. */
export function presetChoice<K extends string>(
  label: string,
  options: Readonly<Record<K, string>>,
  preset: NoInfer<K>,
  extra: Extra = {},
) {
  const wrapped = z._default(choice(label, options), preset)
  return wrapped.register(forms, { label, kind: 'choice', options, preset, ...extra })
}

export function choice<K extends string>(
  label: string,
  options: Readonly<Record<K, string>>,
  extra: Extra = {},
) {
  return z
    .enum(Object.keys(options) as K[], `请选择${label}。`)
    .register(forms, { label, kind: 'choice', options, ...extra })
}

export function choices<K extends string>(
  label: string,
  options: Readonly<Record<K, string>>,
  extra: Extra = {},
) {
  return z
    .array(z.enum(Object.keys(options) as K[], `请选择${label}。`), `请选择${label}。`)
    .check(
      z.minLength(1, `请至少选一项${label}。`),
      z.maxLength(Object.keys(options).length, `${label}选得太多。`),
    )
    .register(forms, { label, kind: 'choices', options, ...extra })
}

/** A box that must be ticked. */
export const tick = (label: string, extra: Extra = {}) =>
  z.literal(true, `请确认“${label}”后打勾。`).register(forms, { label, kind: 'tick', ...extra })

/** A whole number; a form holds it as the digits that were typed. */
export const amount = (label: string, most: number, extra: Extra = {}) => {
  const wrong = `${label}请填 0 到 ${most} 的整数，只写数字。`
  return z
    .pipe(z.transform(digitsToNumber), z.int(wrong).check(z.minimum(0, wrong), z.maximum(most, wrong)))
    .register(forms, { label, kind: 'amount', max: String(most).length, ...extra })
}
const digitsToNumber = (value: unknown) =>
  typeof value === 'string' && /^\d+$/.test(asPlainSigns(value)) ? Number(asPlainSigns(value)) : value

/** A calendar day in Beijing time, `YYYY-MM-DD`. How far it reaches is looked at by whoever knows what day it is. */
export const day = (label: string, reach: DayReach, extra: Extra = {}) =>
  z.iso
    .date(`${label}要写成“2026-12-03”这样的日期。`)
    .register(forms, { label, kind: 'day', reach, ...extra })

/** An opaque identifier made by the server: 26 lower-case letters and digits, 130 random bits. */
export const id = () =>
  z
    .string('编号不对，请返回上一页重新打开。')
    .check(z.regex(/^[0-9a-z]{26}$/, '编号不对，请返回上一页重新打开。'))

/** A category of a town: a word of the tree that every town begins with, or one made by the server. */
export const categoryCode = () => z.string().check(z.regex(/^[0-9a-zA-Z]{1,20}$/, '请选择类别。'))

export const pickedCategory = (
  label: string,
  kind: 'category' | 'topCategory' = 'category',
  extra: Extra = {},
) =>
  z
    .string(`请选择${label}。`)
    .check(z.regex(/^[0-9a-zA-Z]{1,20}$/, `请选择${label}。`))
    .register(forms, { label, kind, ...extra })

/** On which days deputies receive whoever comes, as offices write it; what is not understood the register says. */
export const receptionDays = (label: string, extra: Extra = {}) =>
  z
    .string(`请填写${label}。`)
    .check(z.overwrite(asReceptionDays), z.maxLength(100, `${label}最多 100 个字，请删减一些。`))
    .register(forms, { label, kind: 'line', max: 100, ...extra })

export const picked = (label: string, kind: FieldKind, extra: Extra = {}) =>
  z
    .string(`请选择${label}。`)
    .check(z.regex(/^[0-9a-z]{26}$/, `请选择${label}。`))
    .register(forms, { label, kind, ...extra })

export const pickedMany = (label: string, kind: FieldKind, max: number, extra: Extra = {}) =>
  z
    .array(id(), `请选择${label}。`)
    .check(z.minLength(1, `请至少选一个${label}。`), z.maxLength(max, `${label}最多选 ${max} 个。`))
    .register(forms, { label, kind, several: true, ...extra })

/** Chinese mobile or landline number, kept as digits however it was typed. */
export const phone = (label: string, extra: Extra = {}) =>
  z
    .string(`请填写${label}。`)
    .check(z.overwrite(asPhone), z.regex(phoneShape, `${label}不对，请填 11 位手机号或带区号的座机号。`))
    .register(forms, { label, kind: 'line', max: 24, ...extra })

/** Photos by their ids, each uploaded before. On a phone, one that is still on its way has no id yet. */
export const photos = (label: string, max: number, extra: Extra = {}) =>
  z
    .array(
      z.string().check(z.regex(/^[0-9a-z]{26}$/, '照片还没有传完，请等一下；没传上的请点“重传”，或去掉它。')),
      `请重新选${label}。`,
    )
    .check(z.maxLength(max, `${label}最多 ${max} 张，请去掉几张。`))
    .register(forms, { label, kind: 'photos', max, ...extra })

/** A recording by its id, uploaded before. On a phone, one that is still on its way has no id yet. @param max seconds */
export const voice = (label: string, max: number, extra: Extra = {}) =>
  z
    .string('请重新说一段。')
    .check(z.regex(/^[0-9a-z]{26}$/, '录音还没有传完，请等一下；没传上的请点“重传”，或去掉它。'))
    .register(forms, { label, kind: 'voice', max, ...extra })

/** A picture made of another one, on which somebody has covered what nobody may recognise. */
export const blurredPicture = (label: string, extra: Extra = {}) => {
  const first = '请先框出要遮住的地方，点“打码看看”，看清楚了再确定。'
  return z
    .string(first)
    .check(z.regex(/^[0-9a-z]{26}$/, first))
    .register(forms, { label, kind: 'blurred', ...extra })
}

/** Files by their ids, each uploaded before. */
export const files = (label: string, max: number, extra: Extra = {}) =>
  z
    .array(
      z.string().check(z.regex(/^[0-9a-z]{26}$/, '附件还没有传完，请等一下；没传上的请去掉它，重新选。')),
      `请重新选${label}。`,
    )
    .check(z.maxLength(max, `${label}最多 ${max} 个，请去掉几个。`))
    .register(forms, { label, kind: 'files', max, ...extra })
