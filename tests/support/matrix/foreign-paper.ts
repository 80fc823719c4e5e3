import {
  recordSuggestion,
  startSuggestion,
  suggestionSteps,
} from '../../../shared/matters/suggestion/endpoints'
import { recordVoice } from '../../../shared/matters/opinion/voice-endpoints'
import { bring } from '../bring'
import { uploadedFile } from '../files'
import type { TestServer } from '../server'
import { paper, text, voice } from '../suggestion'
import type { TestTown } from '../town'
import type { Row } from './foreign-row'
import { newArea } from './new-area'

/** A new suggestion, by whom ever it is typed, names people and places of this town alone. */
export function rowsOfPaper(begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown }) {
  const onPaper = () => ({
    ...paper,
    coSignerIds: [begun().town.coSigner.id],
    villageId: begun().town.village,
    wishedUnitId: begun().town.unitId,
  })
  const named = [
    [['coSignerIds', '0'], (of: TestTown) => of.coSigner.id],
    [['villageId'], (of: TestTown) => of.village],
    [['wishedUnitId'], (of: TestTown) => of.unitId],
  ] as const
  const ownFile = (of: TestTown, by = of.office) => uploadedFile(begun().server, of, by)
  const recorded = [[['deputyId'], (of: TestTown) => of.deputy.id], ...named] as const
  const rows: readonly Row[] = [
    ...([startSuggestion, recordSuggestion] as const).map((endpoint): Row => [
      endpoint === startSuggestion ? 'startSuggestion' : 'recordSuggestion',
      ['files', '0'],
      () => ownFile(begun().elsewhere),
      async () => {
        const { town } = begun()
        const person = endpoint === startSuggestion ? town.deputy : town.office
        const form = endpoint === startSuggestion ? text : { deputyId: town.deputy.id, ...onPaper() }
        const input = { ...form, files: [await ownFile(town, person)] }
        return { endpoint, params: { town: town.id }, person, input }
      },
    ]),
    [
      'suggestionSteps.submitByWord',
      ['form', 'files', '0'],
      () => ownFile(begun().elsewhere),
      async () => {
        const id = await bring(begun().server, begun().town, 'revisionRequested')
        const form = { ...onPaper(), spokeOn: '2026-11-23', files: [await ownFile(begun().town)] }
        return {
          endpoint: suggestionSteps.submitByWord,
          params: { town: begun().town.id, id },
          person: begun().town.office,
          input: { version: await begun().town.versionOf(id), form },
        }
      },
    ],
    ...(['villageId', 'wishedUnitId'] as const).map((place): Row => [
      'startSuggestion',
      [place],
      () => begun().elsewhere[place === 'villageId' ? 'village' : 'unitId'],
      () =>
        Promise.resolve({
          endpoint: startSuggestion,
          params: { town: begun().town.id },
          person: begun().town.deputy,
          input: { ...text, villageId: begun().town.village, wishedUnitId: begun().town.unitId },
        }),
    ]),
    ...(
      [
        ['deputyId', (of: TestTown) => of.deputy.id],
        ['villageId', (of: TestTown) => of.village],
        ['stationId', (of: TestTown) => of.station],
      ] as const
    ).map(([place, foreign]): Row => [
      'recordVoice',
      [place],
      () => foreign(begun().elsewhere),
      () =>
        Promise.resolve({
          endpoint: recordVoice,
          params: { town: begun().town.id },
          person: begun().town.office,
          input: {
            ...voice,
            deputyId: begun().town.deputy.id,
            villageId: begun().town.village,
            stationId: begun().town.station,
          },
        }),
    ]),
    [
      'recordVoice',
      ['areaId'],
      () => newArea(begun().elsewhere),
      async () => ({
        ...{ endpoint: recordVoice, params: { town: begun().town.id }, person: begun().town.office },
        input: {
          ...{ ...voice, deputyId: begun().town.deputy.id, villageId: begun().town.village },
          areaId: await newArea(begun().town),
        },
      }),
    ],
    ...([startSuggestion, recordSuggestion] as const).map((endpoint): Row => [
      endpoint === startSuggestion ? 'startSuggestion' : 'recordSuggestion',
      ['areaId'],
      () => newArea(begun().elsewhere),
      async () => {
        const { town } = begun()
        const person = endpoint === startSuggestion ? town.deputy : town.office
        const form =
          endpoint === startSuggestion
            ? { ...text, villageId: town.village }
            : { deputyId: town.deputy.id, ...onPaper() }
        const input = { ...form, areaId: await newArea(town) }
        return { endpoint, params: { town: town.id }, person, input }
      },
    ]),
    ...(['edit', 'submitByWord'] as const).map((action): Row => [
      `suggestionSteps.${action}`,
      ['form', 'areaId'],
      () => newArea(begun().elsewhere),
      async () => {
        const { server, town } = begun()
        const id = await bring(server, town, action === 'edit' ? 'draft' : 'revisionRequested')
        const form =
          action === 'edit' ? { ...text, villageId: town.village } : { ...onPaper(), spokeOn: '2026-11-23' }
        return {
          endpoint: suggestionSteps[action],
          params: { town: town.id, id },
          person: action === 'edit' ? town.deputy : town.office,
          input: { version: await town.versionOf(id), form: { ...form, areaId: await newArea(town) } },
        }
      },
    ]),
    ...recorded.map(([place, foreign]): Row => [
      'recordSuggestion',
      [...place],
      () => foreign(begun().elsewhere),
      () =>
        Promise.resolve({
          endpoint: recordSuggestion,
          params: { town: begun().town.id },
          person: begun().town.office,
          input: { deputyId: begun().town.deputy.id, ...onPaper() },
        }),
    ]),
    ...named.map(([place, foreign]): Row => [
      'suggestionSteps.submitByWord',
      ['form', ...place],
      () => foreign(begun().elsewhere),
      async () => {
        const id = await bring(begun().server, begun().town, 'revisionRequested')
        return {
          endpoint: suggestionSteps.submitByWord,
          params: { town: begun().town.id, id },
          person: begun().town.office,
          input: {
            version: await begun().town.versionOf(id),
            form: { ...onPaper(), spokeOn: '2026-11-23' },
          },
        }
      },
    ]),
  ]
  return rows
}
