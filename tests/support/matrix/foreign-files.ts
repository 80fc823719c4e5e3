import type { SuggestionState } from '../../../shared/matters/suggestion/states'
import type { SuggestionAction } from '../../../shared/matters/suggestion/table'
import { contentCheckSteps } from '../../../shared/matters/content-check/endpoints'
import { uploadedFile } from '../files'
import { uploaded } from '../photos'
import type { TestServer } from '../server'
import { forms, see, spoken, text } from '../suggestion'
import type { TestTown } from '../town'
import type { Question, Row } from './foreign-row'
import { blurredForm, picturedChecks } from './stories/pictured-checks'

type StepOf = (
  action: SuggestionAction,
  state: SuggestionState,
  person: 'deputy' | 'unit' | 'office',
  more: (id: string) => Promise<object>,
) => () => Promise<Question>

/** Photos and files of another town are used by no text, reply or report. */
export function rowsOfFiles(
  begun: () => { server: TestServer; town: TestTown; elsewhere: TestTown },
  stepOf: StepOf,
): readonly Row[] {
  const aFile = (of: TestTown, by = of.unit) => uploadedFile(begun().server, of, by)
  const ways = {
    photosBefore: (of: TestTown) => uploaded(begun().server, of),
    photosAfter: (of: TestTown) => uploaded(begun().server, of),
    files: aFile,
  }
  const replies = [
    ['reply', 'handling'],
    ['correctReply', 'replied'],
    ['correctRatedReply', 'evaluated'],
  ] as const
  return [
    ...replies.flatMap(([action, state]) =>
      (Object.keys(ways) as (keyof typeof ways)[]).map((field): Row => [
        `suggestionSteps.${action}`,
        ['form', field, '0'],
        () => ways[field](begun().elsewhere),
        stepOf(action, state, 'unit', async () => ({
          ...forms(begun().town).correctReply,
          ...{ [field]: [await ways[field](begun().town)] },
        })),
      ]),
    ),
    [
      'contentCheckSteps.blur',
      ['form', 'blurred'],
      async () => {
        const { elsewhere } = begun()
        return madeOf(elsewhere, await uploaded(begun().server, elsewhere))
      },
      async () => {
        const { server, town } = begun()
        const { plain } = await picturedChecks(server, town)
        return {
          endpoint: contentCheckSteps.blur,
          params: { town: town.id, id: plain.id },
          person: town.office,
          input: { version: plain.version, form: await blurredForm(town, plain.photo) },
        }
      },
    ],
    [
      'suggestionSteps.edit',
      ['form', 'files', '0'],
      () => aFile(begun().elsewhere),
      stepOf('edit', 'draft', 'deputy', async () => ({
        ...text,
        ...{ subject: '桥栏要修', files: [await aFile(begun().town, begun().town.deputy)] },
      })),
    ],
    [
      'suggestionSteps.reportProgress',
      ['form', 'files', '0'],
      () => aFile(begun().elsewhere),
      stepOf('reportProgress', 'received', 'unit', async () => ({ files: [await aFile(begun().town)] })),
    ],
    ...typed.map(([action, state]): Row => [
      `suggestionSteps.${action}`,
      ['form', 'files', '0'],
      () => aFile(begun().elsewhere),
      stepOf(action, state, 'office', async (id) => ({
        ...spoken,
        ...(await saidIn(action, begun().town, id)),
        files: [await aFile(begun().town, begun().town.office)],
      })),
    ]),
  ]
}

const madeOf = async (town: TestTown, photo: string) => (await blurredForm(town, photo, town.unit)).blurred

/** What the office types for a deputy. */
const typed = [
  ['confirmConsultationByWord', 'handling'],
  ['disputeConsultationByWord', 'handling'],
  ['evaluateByWord', 'replied'],
  ['withdrawByWord', 'submitted'],
] as const

async function saidIn(action: (typeof typed)[number][0], of: TestTown, id: string): Promise<object> {
  if (action === 'evaluateByWord') return forms(of).evaluate
  if (action === 'withdrawByWord') return forms(of).withdraw
  const { rounds } = await see(of, of.deputy, id)
  const open = rounds.flatMap(({ consultations }) => consultations).find(({ answer }) => answer === 'open')
  return {
    consultationId: open?.id,
    ...(action === 'disputeConsultationByWord' ? { reason: '没有谈到。' } : {}),
  }
}
