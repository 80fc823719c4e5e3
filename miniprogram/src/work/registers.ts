import { isRegister, type Register } from '../../../shared/grammar/register'

const found = require.context('../../../shared/registers', false, /\.ts$/)

/** Every register by its name: whatever stands in the folder. */
const registers: ReadonlyMap<string, Register> = new Map(
  found
    .keys()
    .flatMap((name) => Object.values(found(name)).filter(isRegister))
    .map((register) => [register.name, register]),
)

/** @throws Error with a sentence for people where an address names none */
export function registerNamed(name: string | undefined): Register {
  const register = registers.get(name ?? '')
  if (!register) throw new Error('没有这一本登记簿，请返回首页重新打开。')
  return register
}

export const registerListPage = (name: string, town?: string) =>
  `/desk/register-list?name=${name}${town ? `&town=${town}` : ''}`
export const registerRowPage = (name: string, town: string, id: string) =>
  `/desk/register-form?name=${name}&town=${town}&id=${id}`
