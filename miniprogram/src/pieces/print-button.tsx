import { printPage } from '../client/print'
import { useWide } from '../hooks/use-wide'
import { Button } from './button'

/** Printers stand beside desks. */
export function PrintButton({ busy = false, onTap = printPage }: { busy?: boolean; onTap?: () => void }) {
  const wide = useWide()
  if (!wide) return null
  return (
    <Button tone="quiet" small icon="print" busy={busy} onTap={onTap}>
      打印
    </Button>
  )
}
