import { printPage } from '../client/print'
import { useTask } from '../hooks/use-task'
import { TroubleNotice } from './notice'
import { PrintButton } from './print-button'

/** Prints a list whole: paper has no “再看一些”, so what is not here yet is fetched first. */
export function PrintAll({ pages }: { pages: { rest: () => Promise<void> } }) {
  const printing = useTask(pages.rest, printPage)
  return (
    <>
      <PrintButton busy={printing.busy} onTap={() => printing.run(undefined)} />
      {printing.trouble ? <TroubleNotice trouble={printing.trouble} /> : null}
    </>
  )
}
