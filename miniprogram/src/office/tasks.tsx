import { Page } from '../components/page'
import { WorkDesk } from '../components/work-desk'

export default function OfficeTasks() {
  return (
    <Page bare>
      <WorkDesk folder="office" withOpinions={true} />
    </Page>
  )
}
