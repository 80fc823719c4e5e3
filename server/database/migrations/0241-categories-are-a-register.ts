import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm'
import { categories, type Category, categoryParents } from '../../../shared/words/words'
import { count, flag, word } from '../columns'
import { addRegisterColumns, dropRegisterColumns } from '../register-columns'
import { column, index } from '../tables'

interface Row {
  townId: string
  id: string
  name: string
  parentCode: string | null
  position: number
}

const byPlace = index('category_place', 'town_id', 'place', 'id')

/**
 * A category has a version, a place in the tree that sorts as text, and an end with a day and a reason. What every town
 * begins with is written down for those who have not touched it yet.
 */
export class CategoriesAreARegister1795219202401 implements MigrationInterface {
  name = 'CategoriesAreARegister1795219202401'

  async up(runner: QueryRunner) {
    await runner.renameColumn('category', 'code', 'id')
    await addRegisterColumns(runner, 'category')
    await runner.addColumn('category', new TableColumn(column('place', { ...word(20), default: "''" })))
    await runner.query(
      `UPDATE category SET ended_on = CURRENT_DATE, ended_why = '以前已经停用' WHERE retired = 1`,
    )
    await writeFirstTrees(runner)
    const rows = (await runner.query(
      'SELECT town_id AS townId, id, name, parent_code AS parentCode, position FROM category',
    )) as Row[]
    const places = new Map(rows.map((row) => [`${row.townId} ${row.id}`, digits(Number(row.position))]))
    for (const { townId, id, parentCode } of rows) {
      const above = parentCode === null ? undefined : places.get(`${townId} ${parentCode}`)
      const place = [above, places.get(`${townId} ${id}`)].filter(Boolean).join('.')
      await runner.query('UPDATE category SET place = ? WHERE town_id = ? AND id = ?', [place, townId, id])
    }
    await runner.changeColumn('category', 'place', new TableColumn(column('place', word(20))))
    await runner.dropColumn('category', 'position')
    await runner.dropColumn('category', 'retired')
    await runner.createIndex('category', byPlace)
  }

  async down(runner: QueryRunner) {
    await runner.addColumn('category', new TableColumn(column('position', { ...count, default: 0 })))
    await runner.addColumn('category', new TableColumn(column('retired', flag)))
    const rows = (await runner.query('SELECT town_id AS townId, id, place FROM category')) as {
      townId: string
      id: string
      place: string
    }[]
    for (const { townId, id, place } of rows)
      await runner.query('UPDATE category SET position = ? WHERE town_id = ? AND id = ?', [
        Number(place.split('.').pop()),
        townId,
        id,
      ])
    await runner.query('UPDATE category SET retired = 1 WHERE ended_on IS NOT NULL')
    await runner.changeColumn('category', 'position', new TableColumn(column('position', count)))
    await runner.dropIndex('category', byPlace)
    await runner.dropColumn('category', 'place')
    await dropRegisterColumns(runner, 'category')
    await runner.renameColumn('category', 'id', 'code')
  }
}

const digits = (at: number) => String(at).padStart(4, '0')

async function writeFirstTrees(runner: QueryRunner) {
  const towns = (await runner.query(
    'SELECT t.id FROM town t WHERE NOT EXISTS (SELECT 1 FROM category c WHERE c.town_id = t.id)',
  )) as { id: string }[]
  const tree = Object.keys(categories) as Category[]
  for (const { id: townId } of towns)
    for (const [at, id] of tree.entries())
      await runner.query(
        'INSERT INTO category (town_id, id, name, parent_code, position, retired) VALUES (?, ?, ?, ?, ?, 0)',
        [townId, id, categories[id], categoryParents[id] ?? null, at],
      )
}
