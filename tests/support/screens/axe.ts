import axe, { type AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

/** The rules of WCAG 2.2 A and AA, and what is good practice beyond them: headings, landmarks, one name for one thing. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Of them those that a change of sizes alone may break. */
const ofSizes = ['color-contrast', 'target-size', 'scrollable-region-focusable']

/**
 * What stands in the way of whoever does not see, point or read small letters.
 * @param within what is looked at, as a selector; nothing means all that is shown
 * @param changed whether all of it was looked at before, and only its sizes are other ones now
 * @returns a line for each node: the rule, where it is, and how it is written
 */
export async function inTheWay(
  page: Page,
  within?: string,
  changed: 'sizes' | 'all' = 'all',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found: AxeResults = await page.evaluate(
    ([only, runOnly]) =>
      (window as unknown as { axe: typeof axe }).axe.run(only ?? document, {
        runOnly: [...runOnly],
        resultTypes: ['violations'],
      }),
    [within, changed === 'all' ? tags : ofSizes] as const,
  )
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html }) => `${id} · ${target.join(' ')} · ${html.slice(0, 160)}`),
  )
}
