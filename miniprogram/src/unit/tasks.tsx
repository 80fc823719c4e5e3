import { Page } from '../components/page'
import { WorkDesk } from '../components/work-desk'

export default function UnitTasks() {
  return (
    <Page bare>
      <WorkDesk folder="unit" withOpinions={false} />
    </Page>
  )
}
