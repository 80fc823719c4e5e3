import { isRegister, type Register } from '../../../shared/grammar/register'

const found = require.context('../../../shared/registers', false, /\.ts$/)

/** Every register by its name: whatever stands in the folder. */
const registers: ReadonlyMap<string, Register> = new Map(
  found
    .keys()
    .flatMap((name) => Object.values(found(name)).filter(isRegister))
    .map((register) => [register.name, register]),
)

export const registerNamed = (name = ''): Register | undefined => registers.get(name)

export const registerRowPage = (name: string, town: string, id: string) =>
  `/register/form?name=${name}&town=${town}&id=${id}`
