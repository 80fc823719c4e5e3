import { asName } from '../shared/grammar/written'
import { connect } from '../server/database/connect'
import { BadEnvironment, readEnv } from '../server/env'
import { readBindable, unbind } from '../server/features/people/binding'
import { issueInvite } from '../server/features/people/invites'
import { BadUsage, runCommand, type Typed } from './command'

/**
 * `npm run invite -- --town <镇> --person <姓名>`: a single-use code for somebody of the register. The first member of
 * the congress office gets theirs here; everybody else's comes from the office's own screen. With `--anew` whoever is
 * bound to an account that they have no longer: that binding ends.
 */
const usage =
  '用法：npm run invite -- --town 某某镇 --person 姓名（县人大工作人员用 --county 某某县 代替 --town；换了微信、原来的用不了，加上 --anew）'

const options = {
  town: { type: 'string' },
  county: { type: 'string' },
  person: { type: 'string' },
  anew: { type: 'boolean' },
} as const

async function invite({ values }: Typed<typeof options>) {
  const place = values.town ?? values.county
  if (!values.person || !place) throw new BadUsage('请写哪个镇（或哪个县）、哪个人。')
  const env = readEnv(process.env)
  const database = await connect(env.databaseUrl)
  try {
    const table = values.town ? 'town' : 'county'
    const found = await database.reader.query<{ id: string; townId: string | null }[]>(
      `SELECT p.id, p.town_id AS townId FROM person p JOIN ${table} t ON t.id = p.${table}_id
       WHERE t.name = ? AND p.name = ? AND p.ended_on IS NULL`,
      [asName(place), asName(values.person)],
    )
    const [person] = found
    if (!person) throw new BadEnvironment(`${place}的名册里没有${values.person}，请先导入名册，或核对姓名。`)
    if (found.length > 1)
      throw new BadEnvironment(`${place}有 ${found.length} 位${values.person}，请在名册与邀请码里发。`)
    const now = new Date()
    const issued = await database.transaction(async (tx) => {
      const bound = values.anew ? await readBindable(tx, person.id) : undefined
      if (bound) await unbind(tx, bound, { byPersonId: null, why: '换了微信' }, now)
      return issueInvite(tx, env.secretKey, person.townId, person.id, now)
    })
    console.log(`${issued.name} 的邀请码：${issued.code}（${issued.validUntil} 前有效，只能用一次）`)
  } finally {
    await database.close()
  }
}

void runCommand({ usage, options }, invite)
