import fs from 'node:fs'
import path from 'node:path'

/** They stand as they are written, or compiled. */
export const ending = path.extname(__filename)
const withoutEnding = (name: string) => name.slice(0, -ending.length)

type Module = Readonly<Record<string, unknown>>

/**
 * What stands in a folder and the folders in it, by path: so that a room is joined by being there, and no list is kept
 * by hand.
 * @param isMeant which of them are meant, by their names without ending
 */
export const modulesIn = (folder: string, isMeant: (name: string) => boolean = () => true): Module[] =>
  (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith(ending) && isMeant(withoutEnding(name).split(path.sep).join('/')))
    .sort()
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only at run time is it known what is there
    .map((name) => require(path.join(folder, name)) as Module)

/** The classes among what the modules export. */
export const classesOf = (modules: readonly Module[]) =>
  modules.flatMap((module) =>
    Object.values(module).filter((value): value is new () => object => typeof value === 'function'),
  )
