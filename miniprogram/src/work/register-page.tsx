import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { Register } from '../../../shared/grammar/register'
import { Empty } from '../pieces/empty'
import { Page } from '../pieces/page'
import { registerNamed } from './registers'
import { WaysOn } from './ways-on'

/** A page about the register that its address names; an address that names none says so and leads on. */
export const registerPage = (Shown: (given: { register: Register }) => ReactNode) =>
  function RegisterPage() {
    const register = registerNamed(useRouter().params.name)
    if (register) return <Shown register={register} />
    return (
      <Page title="没有这一本登记簿">
        <Empty>没有这一本登记簿：地址可能抄错了，或者链接不完整。</Empty>
        <WaysOn />
      </Page>
    )
  }
