import { Page } from '../pieces/page'
import { WorkDesk } from '../work/work-desk'

export default function OfficeTasks() {
  return (
    <Page bare>
      <WorkDesk folder="office" withOpinions={true} />
    </Page>
  )
}
