import { createElement, forwardRef, type PropsWithChildren } from 'react'

type Props = PropsWithChildren<Record<string, unknown>>

/** What only a phone knows of; a browser would take it for an attribute. */
const ofPhones = ['hoverClass', 'catchMove', 'mode', 'maxlength', 'password', 'autoHeight', 'openType']
const isOfPhones = (name: string) =>
  ofPhones.includes(name) || /^on(NickNameReview|GetPhoneNumber|ChooseAvatar|AgreePrivacy)/.test(name)

/** The elements of Taro as the plain ones of a browser, with what Taro tells of an input beside it. */
const plain = (tag: string) =>
  forwardRef(function Plain({ children, nativeProps, ...props }: Props, ref) {
    const given = Object.entries({ ...props, ...(nativeProps as object | undefined) })
    const known = Object.fromEntries(given.filter(([name]) => !isOfPhones(name)))
    return createElement(tag, { ...known, ref }, children)
  })
const writing = (tag: string) =>
  function Writing({ children: _, onInput, ...props }: Props) {
    const Element = plain(tag)
    const tell = onInput as ((event: { detail: { value: string } }) => void) | undefined
    return createElement(Element, {
      ...props,
      onChange: (event: { target: { value: string } }) => tell?.({ detail: { value: event.target.value } }),
    })
  }

export const View = plain('div')
export const Text = plain('span')
export const Button = plain('button')
export const Image = plain('img')
export const Picker = plain('section')
export const Input = writing('input')
export const Textarea = writing('textarea')
