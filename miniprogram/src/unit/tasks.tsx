import { Page } from '../pieces/page'
import { WorkDesk } from '../work/work-desk'

export default function UnitTasks() {
  return (
    <Page bare>
      <WorkDesk folder="unit" withOpinions={false} />
    </Page>
  )
}
