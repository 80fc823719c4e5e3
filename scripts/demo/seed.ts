import fs from 'node:fs'
import path from 'node:path'
import { beijingDay } from '../../shared/rules/days'
import { connect } from '../../server/database/connect'
import type { Database } from '../../server/database/source'
import { sqlInstant } from '../../server/database/sql'
import { BadEnvironment, readEnv } from '../../server/env'
import { personas } from '../../server/features/demo/personas'
import { importRoster } from '../../server/features/roster/import-roster'
import '../../server/matters/kinds'
import { sayProblem } from '../../server/features/roster/problem'
import { keepSpoken } from './by-word'
import { changePlaces } from './changed-places'
import { keepInTouch } from './contacts'
import { keepTrainings } from './trainings'
import { carryUp } from './external'
import { liveMatter } from './live-matter'
import { addAccount, type OpinionLife, sendDemoOpinion } from './live-opinion'
import { planTheYear } from './activity-plan'
import { holdActivities } from './activities'
import { praise } from './honours'
import { reportToVoters } from './reports'
import { meetInGroups } from './meetings'
import { asideMatters } from './aside-matters'
import { reviewOnSite } from './site-review'
import { electNextTerm } from './next-term'
import { oldMatters } from './old-matters'
import { openMatters } from './open-matters'
import { type DemoOpinion, demoOpinions } from './opinion-list'
import { changeOffices } from './offices'
import { keepPaperAndPictures } from './paper-and-pictures'
import { keepPeople } from './people'
import { demoTown, makeDemoRoster } from './roster'
import { keepVoices } from './voices'
import { hangAtDoors } from './codes'
import { meetPresidium } from './presidium'
import { settleChecks } from './settle-checks'
import { holdSession } from './session'
import { createSeeding, type Seeding } from './seeding'
import { keepTownFacts } from './town-facts'
import { simulatorSeed } from './simulator-seed'

/**
 * Fills an empty database with the demo town: the roster through the import that offices use, the matters through the
 * steps that people take. Does nothing where there is a town already.
 */
export async function seedDemo(
  database: Database,
  dataDir: string,
  now: Date,
  say: (line: string) => void,
  secretKey?: string,
): Promise<void> {
  fs.writeFileSync(path.join(dataDir, 'simulator-seed.json'), JSON.stringify(simulatorSeed(now), null, 2))
  const [town] = await database.reader.query<{ id: string }[]>('SELECT id FROM town LIMIT 1')
  if (town) return
  say('导入演示镇的名册……')
  const roster = await makeDemoRoster(beijingDay(now))
  fs.writeFileSync(path.join(dataDir, 'demo-roster.xlsx'), roster)
  const report = await importRoster(database, roster, demoTown, { apply: true, now })
  if (report.problems.length > 0) throw new Error(report.problems.map(sayProblem).join('\n'))

  say('办一遍演示镇的建议……')
  const [made] = await database.reader.query<{ id: string }[]>('SELECT id FROM town WHERE name = ?', [
    demoTown.town,
  ])
  const seeding = await createSeeding(database, made?.id ?? '', now, beijingDay(now), secretKey)
  await bindPersonas(seeding)
  await liveAll(seeding)
  await keepSpoken(seeding)
  await carryUp(seeding)
  await keepInTouch(seeding)
  await meetInGroups(seeding)
  await holdSession(seeding)
  await meetPresidium(seeding)
  await holdActivities(seeding)
  await planTheYear(seeding)
  await reportToVoters(seeding)
  await praise(seeding)
  await keepTrainings(seeding)
  await keepPeople(seeding)
  await changeOffices(seeding)
  await changePlaces(seeding)
  await electNextTerm(seeding)
  await keepTownFacts(seeding)
  await keepVoices(seeding)
  await hangAtDoors(seeding)
  await keepPaperAndPictures(seeding)
  await settleMessages(seeding)
  await settleChecks(seeding, now)
}

async function bindPersonas(seeding: Seeding) {
  for (const { name, openid, key } of personas) {
    const accountId = await addAccount(seeding, openid)
    if (key === 'villager') continue
    await seeding.database.transaction((tx) =>
      tx.query('UPDATE person SET account_id = ? WHERE name = ? AND (town_id = ? OR town_id IS NULL)', [
        accountId,
        name,
        seeding.townId,
      ]),
    )
  }
}

async function liveAll(seeding: Seeding) {
  const accounts = new Map<string, string>()
  const accountOf = async (resident: string) => {
    const known = accounts.get(resident)
    if (known) return known
    const persona = personas.find(({ name }) => name === resident)
    const [bound] = await seeding.database.reader.query<{ id: string }[]>(
      'SELECT id FROM account WHERE openid = ?',
      [persona?.openid ?? ''],
    )
    const id = bound?.id ?? (await addAccount(seeding, `oDemoResident-${accounts.size}-`.padEnd(28, '0')))
    accounts.set(resident, id)
    return id
  }
  const sent = new Map<DemoOpinion, OpinionLife>()
  for (const opinion of demoOpinions) {
    sent.set(opinion, await sendDemoOpinion(seeding, opinion, await accountOf(opinion.resident)))
  }
  for (const matter of [...oldMatters, ...openMatters, ...asideMatters]) {
    const behind = demoOpinions.filter(({ raisedInto }) => raisedInto === matter.subject)
    const draftId = await raise(
      seeding,
      behind.map((opinion) => sent.get(opinion)),
    )
    await liveMatter(seeding, matter, draftId)
  }
  await reviewOnSite(seeding)
  for (const [opinion, life] of sent) await endOpinion(opinion, life)
}

/** The first opinion begins the draft, the others join it. @returns the draft's id, if there is one */
async function raise(
  { database }: Seeding,
  lives: readonly (OpinionLife | undefined)[],
): Promise<string | undefined> {
  let draftId: string | undefined
  for (const life of lives) {
    if (!life) continue
    await life.take(life.deputy, 'raise', draftId ? { suggestionId: draftId } : {})
    const [row] = await database.reader.query<{ suggestionId: string }[]>(
      'SELECT suggestion_id AS suggestionId FROM resident_opinion WHERE id = ?',
      [life.id],
    )
    draftId ??= row?.suggestionId
  }
  return draftId
}

async function endOpinion(
  { explanation, raisedInto, kind, rating, notSolved }: DemoOpinion,
  { take, deputy, resident }: OpinionLife,
) {
  if (explanation === undefined) return
  if (raisedInto) await take(deputy, 'closeAfterSuggestion', { explanation })
  else if (kind === 'report') await take(deputy, 'redirect', { referredTo: 'legalAid', explanation })
  else await take(deputy, 'close', { explanation })
  await take('system', 'showEnd')
  if (rating) await take(resident, 'rate', { rating })
  if (notSolved === undefined) return
  await take(resident, 'notSolved', { text: notSolved })
  await take('system', 'passUnsolved')
}

/** What was written for the past is not pushed now, and what is older than a week has been read. */
async function settleMessages({ database, now }: Seeding) {
  const before = (days: number) => sqlInstant(new Date(now.getTime() - days * 86_400_000))
  await database.transaction(async (tx) => {
    await tx.query(
      "UPDATE outbox_message SET state = 'skipped', reason = '演示数据', ended_at = ? WHERE created_at < ?",
      [sqlInstant(now), before(1)],
    )
    await tx.query('UPDATE inbox_message SET read_at = created_at WHERE created_at < ?', [before(7)])
  })
}

async function main() {
  const env = readEnv({ ...process.env, NODE_ENV: 'development' })
  const database = await connect(env.databaseUrl).catch((error: Error) => {
    throw new BadEnvironment(`连不上数据库，请检查 DATABASE_URL 或 DATA_DIR：${error.message}`)
  })
  try {
    await seedDemo(database, env.dataDir, new Date(), (line) => console.log(line), env.secretKey)
  } finally {
    await database.close()
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof BadEnvironment ? error.message : error)
    process.exit(1)
  })
}
