import { blurPhoto } from '../../../../shared/api/photos'
import { contentCheckSteps, unshownOfSuggestion } from '../../../../shared/matters/content-check/endpoints'
import { bring } from '../../bring'
import { uploaded } from '../../photos'
import type { TestServer } from '../../server'
import { forms, step } from '../../suggestion'
import { type TestPerson, type TestTown, worksInWechat, worksOnTheWeb } from '../../town'

/** Two photos of one reply that a second person looks at; one of them is blurred. */
export async function picturedChecks(server: TestServer, town: TestTown) {
  const suggestion = await bring(server, town, 'handling')
  worksOnTheWeb(server, town.unit)
  const photosAfter = [await uploaded(server, town), await uploaded(server, town)]
  await step(town, town.unit, suggestion, 'reply', { ...forms(town).reply, photosAfter })
  for (const job of ['checkContent', 'checkPhotos'] as const) await server.run(job)
  worksInWechat(town.unit)
  const params = { town: town.id, id: suggestion }
  const { items } = await town.office.client.call(unshownOfSuggestion, { params })
  const [plain, other] = items.filter(({ kind }) => kind === 'photo')
  if (plain === undefined || other === undefined) throw new Error('nobody looks at the photos')
  const form = await blurredForm(town, other.photo)
  const blurred = await town.office.client.call(contentCheckSteps.blur, {
    params: { town: town.id, id: other.id },
    input: { version: other.version, form },
  })
  for (const { id, photo } of [plain, other]) spare.set(id, await blurredForm(town, photo))
  return { plain, blurred }
}
/** By the check: a picture made of the photo, which no step has shown yet. */
export const spare = new Map<string, { blurred: string }>()
export async function blurredForm(
  town: TestTown,
  photo: string | null | undefined,
  by: TestPerson = town.office,
) {
  const { id } = await by.client.call(blurPhoto, {
    params: { town: town.id, id: photo ?? '' },
    input: { areas: [{ x: 0, y: 0, width: 1, height: 0.5 }] },
  })
  return { blurred: id }
}
