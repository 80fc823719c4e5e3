import { bomb } from '../../../scripts/faults/bomb'
import { groundOf } from '../../support/faults'

test('pictures and workbooks that want much stop nobody, and nothing that was hidden in them is kept', async () => {
  const { figures, wrong } = await bomb.run(groundOf(bomb))
  expect({ wrong, fives: figures.fives, pictures: figures.pictures }).toEqual({
    wrong: [],
    fives: 0,
    pictures: bomb.times.small * 3,
  })
})
