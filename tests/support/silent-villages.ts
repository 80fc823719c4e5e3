import { newId } from '../../server/database/id'
import { opinionsOf } from './opinions'
import type { TestServer } from './server'
import type { TestTown } from './town'

/** Four villages in which a hundred and twenty people have spoken, all of them in one. @returns their ids */
export async function fallSilent(server: TestServer, town: TestTown) {
  const villages = { quiet: newId(), loud: newId(), small: newId(), smaller: newId() }
  const { id } = await opinionsOf(() => ({ server, town })).write(town.villager, '井盖丢了一个。')
  await server.database.transaction(async (tx) => {
    await tx.query('DELETE FROM village WHERE town_id = ?', [town.id])
    const rows = [
      [villages.quiet, '石桥村', 2600],
      [villages.small, '上湾村', 800],
      [villages.smaller, '下湾村', 400],
      [villages.loud, '大郭西村', 35_200],
    ] as const
    for (const [position, [village, name, population]] of rows.entries())
      await tx.query('INSERT INTO village (id, town_id, name, position, population) VALUES (?, ?, ?, ?, ?)', [
        village,
        town.id,
        name,
        position,
        population,
      ])
    // A hundred and twenty of the loud one, and two that name no village.
    const [one = {}] = await tx.query<Record<string, unknown>[]>(
      'SELECT * FROM resident_opinion WHERE id = ?',
      [id],
    )
    await tx.query('UPDATE resident_opinion SET village_id = NULL WHERE id = ?', [id])
    const names = Object.keys(one)
    for (let count = 0; count < 121; count += 1) {
      const copy = { ...one, id: newId(), village_id: count < 120 ? villages.loud : null, slip_code: null }
      await tx.query(
        `INSERT INTO resident_opinion (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        names.map((name) => (copy as Record<string, unknown>)[name]),
      )
    }
  })
  return villages
}
