/** @jest-environment ./tests/support/pieces/browser-environment.ts */
import * as z from 'zod/mini'
import { useForm } from '../../../miniprogram/src/hooks/use-form'
import { FormFields } from '../../../miniprogram/src/pieces/form-fields'
import { maybe, picked } from '../../../shared/grammar/fields'
import { pickedArea } from '../../../shared/grammar/picked-area'
import { draw } from '../../support/pieces/draw'

test('of the parts of a village those of the chosen one are there to pick, and another village has other ones', () => {
  const form = z.strictObject({ villageId: maybe(picked('村', 'village')), areaId: maybe(pickedArea()) })
  const lists = {
    village: [0, 1, 2].map((at) => ({ id: `o${at}`, name: `第${at}个村` })),
    area: [
      { id: 'a0', name: '大坝口 三组', partOf: 'o0' },
      { id: 'a1', name: '五组', partOf: 'o1' },
    ],
  }
  let last: unknown
  function Drawn() {
    const held = useForm(form)
    last = held.values
    return <FormFields form={held} lists={lists} />
  }
  const { tap, text, all } = draw(<Drawn />)
  const chooseVillage = (nth: number) => {
    tap('#field-villageId .field-pick')
    tap(`.choose-row:nth-of-type(${nth})`)
  }
  expect(all('#field-areaId')).toEqual([])
  chooseVillage(1)
  tap('#field-areaId .field-pick')
  expect([text().includes('大坝口 三组'), text().includes('五组')]).toEqual([true, false])
  tap('.choose-row')
  expect(last).toEqual({ villageId: 'o0', areaId: 'a0' })
  chooseVillage(2)
  expect(last).toEqual({ villageId: 'o1' })
  chooseVillage(3)
  expect(all('#field-areaId')).toEqual([])
})
