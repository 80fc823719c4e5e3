import { Component, type PropsWithChildren } from 'react'
import { Empty } from './empty'
import { Surroundings } from './surroundings'

/**
 * What cannot be drawn leaves a sentence and a way on instead of an empty sheet. React offers this to classes only;
 * the fault itself goes where all faults go, to the console and the phone's own log.
 */
export class Guarded extends Component<PropsWithChildren, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Surroundings.Consumer>
        {({ beginAnew }) => (
          <Empty next="回首页" onNext={beginAnew}>
            这一页没有显示出来，内容都还在。请回首页重新打开。
          </Empty>
        )}
      </Surroundings.Consumer>
    )
  }
}
