import { parseArgs, type ParseArgsConfig } from 'node:util'
import { Refusal } from '../shared/words/refusals'
import { BadArchive } from '../server/database/backup/archive'
import { errorWithoutValues } from '../server/database/error-without-values'
import { BadEnvironment } from '../server/env'
import { BadWorkbook } from '../server/gateways/workbooks/bad-workbook'

type Options = NonNullable<ParseArgsConfig['options']>

/** What was typed behind a command. */
export type Typed<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O & { help: { type: 'boolean' } }; allowPositionals: true }>
>

/** Thrown by a command that lacks something: its usage is shown. */
export class BadUsage extends Error {}

/**
 * Runs a command of `package.json`. `--help` says how to use it, an option that it does not know or something missing
 * too; whatever else goes wrong ends in a sentence, and only our own bugs in a stack, without a value of the database.
 * @param options its options, as `util.parseArgs` reads them
 * @returns nothing; the exit code tells
 */
export async function runCommand<O extends Options>(
  { usage, options, atMost = 0 }: { usage: string; options: O; atMost?: number },
  work: (typed: Typed<O>) => Promise<number | void>,
) {
  try {
    const typed = readTyped(options, process.argv.slice(2))
    if ((typed.values as { help?: boolean }).help) return console.log(usage)
    if (typed.positionals.length > atMost) throw new BadUsage(`不认识“${typed.positionals[atMost]}”。`)
    process.exitCode = (await work(typed)) ?? process.exitCode ?? 0
  } catch (error) {
    process.exitCode = 1
    if (error instanceof BadUsage) console.error([error.message, usage].filter(Boolean).join('\n'))
    else if (isSentence(error)) console.error(error.message)
    else console.error(errorWithoutValues(error))
  }
}

function readTyped<O extends Options>(options: O, args: string[]): Typed<O> {
  try {
    return parseArgs({
      args,
      options: { ...options, help: { type: 'boolean' as const, short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const [, option] = /'(-[^' <]*)/.exec(message) ?? []
    throw new BadUsage(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `没有 ${option} 这个选项。`
        : `选项 ${option ?? ''} 写得不对。`,
    )
  }
}

const isSentence = (error: unknown): error is Error =>
  [BadEnvironment, Refusal, BadArchive, BadWorkbook].some((kind) => error instanceof kind)
