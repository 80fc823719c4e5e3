import { text as suggestionWords } from '../suggestion'
import type { Driver } from './driver'

/** The words of the main line, and what is done in both of its rounds. */
export const said = '河堤冲垮了，孩子上学要绕三里路。'
export const summary = '河堤冲垮了，孩子上学要绕三里路'
export const { subject } = suggestionWords

/** Through a door of the home page to the list of what waits for this person. */
export async function openWork(person: Driver, door: string) {
  await person.tap(door)
  await person.see('等我办')
}

/** From the message, as a deputy does. */
export async function confirmConsultation(deputy: Driver) {
  await deputy.open('/pages/inbox')
  await deputy.tap(`镇水利站登记了和您的面商（《${subject}》），请确认是不是这样谈的。`)
  await deputy.see('一起看了现场')
  await deputy.tapId('action-confirmConsultation')
  await deputy.shot('confirm-consultation')
  await deputy.confirm()
  await deputy.see('代表已确认')
}
