import type { FormField } from '../../miniprogram/src/hooks/use-form'
import { Chips } from '../../miniprogram/src/pieces/chips'
import { ErrorList } from '../../miniprogram/src/pieces/error-list'
import { Field } from '../../miniprogram/src/pieces/field'
import { TypeAhead } from '../../miniprogram/src/pieces/type-ahead'
import { nothing, Piece } from './piece'

const field = (
  name: string,
  kind: FormField['kind'],
  label: string,
  extra: Partial<FormField> = {},
): FormField => ({ name, kind, label, optional: false, ...extra })

/** All that is filled in. */
export const Forms = () => (
  <Piece name="表单">
    <ErrorList
      fields={[field('subject', 'line', '事由'), field('text', 'paragraph', '正文')]}
      errors={{ subject: '请填写事由。', text: '请填写正文。' }}
      failed={0}
      toField={nothing}
    />
    <Field field={field('subject', 'line', '事由', { max: 30 })} value="修好桥头护栏" onChange={nothing} />
    <Field
      field={field('wrong', 'line', '事由（没有填）')}
      value=""
      error="请填写事由。"
      onChange={nothing}
    />
    <Field
      field={field('text', 'paragraph', '正文', { optional: true, max: 500, help: '写清在哪里、怎么了。' })}
      value="护栏松了。"
      hints={['可以写得再具体些。']}
      onChange={nothing}
    />
    <Field
      field={field('how', 'choice', '方式', { options: { call: '打电话', visit: '上门' } })}
      value="call"
      onChange={nothing}
    />
    <Field
      field={field('on', 'day', '哪一天', { reach: 'arranged' })}
      value="2026-12-10"
      onChange={nothing}
    />
    <Field
      field={field('who', 'deputy', '哪位代表')}
      value="a"
      lists={{ deputy: [{ id: 'a', name: '王建国', note: '大郭西村' }] }}
      onChange={nothing}
    />
    <Field
      field={field('photos', 'photos', '照片', { optional: true, max: 3 })}
      value={[]}
      onChange={nothing}
    />
    <Field
      field={field('files', 'files', '附件', { optional: true, max: 3 })}
      value={[]}
      onChange={nothing}
    />
    <Field field={field('sure', 'tick', '已经核对')} value={true} onChange={nothing} />
    <TypeAhead
      id="unit"
      label="主办单位"
      options={[{ id: 'a', name: '镇供电所', note: null, initials: 'zgds' }]}
      chosen="a"
      onChoose={nothing}
      onTaken={nothing}
      onKey={() => false}
    />
    <Chips<'all' | 'inHand' | 'closed'>
      words={{ all: '全部', inHand: '在办', closed: '办结' }}
      chosen="inHand"
      onChoose={nothing}
    />
  </Piece>
)
