import fs from 'node:fs'
import path from 'node:path'
import { contract } from '../../server/http/contract'
import { openHouse } from './house'
import { type Looker, plant, planted, publicWord } from './planted'
import type { Scenario } from './scenario'

/** Tables that a demo town may have no row of; every other word must have been planted, or nothing is proven. */
const mayBeAbsent = ['review_check.note', 'ask.answer', 'review.reason']
const questions = ['', '?half=2026-2', '?state=replied', '?standing=open', '?cursor=x', '?until=1&mark=x']

/** A word in every personal field, then a search wherever somebody may read who has no part in it. */
export const canary: Scenario = {
  name: 'canary',
  says: '在每个人的每一项信息里埋一个词，再到处找：公开的页面、别人的账号、日志、微信、文件名',
  engines: ['sqlite', 'mariadb'],
  times: { small: 2, full: 24 },
  async run(ground) {
    const house = await openHouse(ground, { lived: true })
    const wrong: string[] = []
    let looked = 0
    try {
      const { secrets, absent, matters } = await plant(house)
      const missing = absent.filter((field) => !mayBeAbsent.includes(field))
      if (missing.length > 0) wrong.push(`没有埋下：${missing.join('、')}。`)
      const words = [...planted.map(([, , word, may]) => ({ word, may })), ...secrets]
      const search = (looker: Looker, where: string, text: string, own: string[] = []) => {
        looked += 1
        for (const { word, may } of words)
          if (!may.includes(looker) && !own.includes(word) && text.includes(word))
            wrong.push(`${looker} 在 ${where} 读到了 ${word}`)
      }
      const logFile = path.join(house.folder, 'said.log')
      const faultFile = path.join(house.folder, 'fault.json')
      const server = await house.start({
        LOG_LEVEL: 'debug',
        FAULT_LOG: logFile,
        FAULT_FILE: faultFile,
        TRUST_PROXY: 'on',
      })
      let turn = 0
      const ask = async (address: string, token = '', init: RequestInit = {}) => {
        turn += 1
        const headers = {
          'x-forwarded-for': `10.${turn >> 14}.${(turn >> 7) & 127}.${turn & 127}`,
          ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
          ...(init.headers as Record<string, string>),
        }
        const answer = await fetch(`${server.url}${address}`, { ...init, headers })
        return {
          status: answer.status,
          text: `${await answer.text()}\n${JSON.stringify([...answer.headers])}`,
        }
      }

      const register = house.people.map(({ id }) => id).filter((id) => id !== '')
      const ids = [...matters.slice(0, ground.times), ...register.slice(0, ground.times)]
      const fill = (at: string) => {
        const known = at.replace(':town', house.townId)
        return known.includes(':') ? ids.map((id) => known.replace(/:\w+/g, id)) : [known]
      }
      const reads = [...contract.values()].filter(({ method }) => method === 'GET')
      const lookers: { looker: Looker; token: string; own: string[] }[] = [
        { looker: 'anyone', token: '', own: [] },
      ]
      for (const [looker, role] of [
        ['villager', 'resident'],
        ['unit', 'unitStaff'],
      ] as const) {
        const person = house.people.find(({ roles }) => (roles as string[]).includes(role))
        if (person === undefined) wrong.push(`没有一位 ${role}。`)
        // Everybody reads his own number in his own profile.
        else lookers.push({ looker, token: person.token, own: ['13711110001', 'KANARI'] })
      }
      let answered = 0
      let isPublicRead = false
      for (const { looker, token, own } of lookers)
        for (const { path: at, who } of reads)
          for (const address of fill(at))
            for (const question of looker === 'anyone' && who === 'anyone' ? questions : ['']) {
              const { status, text } = await ask(`/api${address}${question}`, token)
              if (status === 200) answered += 1
              if (looker === 'anyone' && text.includes(publicWord)) isPublicRead = true
              if (status >= 500) wrong.push(`${looker} ${address} 回答 ${status}。`)
              search(looker, `${address}${question}`, text, own)
            }
      if (answered < 30) wrong.push(`只有 ${answered} 个回答，什么也没有找过。`)

      if (!isPublicRead) wrong.push(`${publicWord} 是公开的，却没有找到：找的办法不灵。`)

      // A statement that fails with values in it, and a refusal of what was typed.
      const deputy = house.people.find(({ roles }) => roles.includes('deputy'))
      const say = (key: string) =>
        ask(`/api/towns/${house.townId}/suggestions`, deputy?.token, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify({ subject: '修路', facts: '金丝雀辰的全文', proposal: '13711110003' }),
        })
      fs.writeFileSync(
        faultFile,
        JSON.stringify({ code: 'SQLITE_CONSTRAINT', at: '^\\s*INSERT INTO .?suggestion', times: 1 }),
      )
      await new Promise((wake) => setTimeout(wake, 100))
      const failed = await say('c'.repeat(26))
      if (failed.status < 500) wrong.push(`本该写不进去，却回答 ${failed.status}。`)
      search('anyone', '写不进去的回答', failed.text)
      fs.rmSync(faultFile)

      const pushed = await (await fetch(`${house.wechatUrl}/__sim/requests`)).text()
      search('wechat', '微信收到的', pushed)
      await server.kill('SIGTERM')
      const said = fs.readFileSync(logFile, 'utf8')
      const lines = said.split('\n').length
      if (!said.includes('on purpose')) wrong.push('日志里没有那次失败，什么也没有试到。')
      search('log', '日志', said)
      search('log', '错误输出', server.said())
      for (const file of fs.readdirSync(house.folder, { recursive: true }))
        search('log', '文件名', String(file))
      return {
        figures: { words: words.length, answered, looked, lines },
        wrong: [...new Set(wrong)].slice(0, 20),
      }
    } finally {
      await house.close()
    }
  },
}
