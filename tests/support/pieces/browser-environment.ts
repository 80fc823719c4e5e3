import { TestEnvironment } from 'jest-environment-node'
import { JSDOM } from 'jsdom'

/** A browser's window for a test that draws pieces; brought in from outside, as half of jsdom are ES modules. */
export default class BrowserEnvironment extends TestEnvironment {
  override async setup() {
    await super.setup()
    const { window } = new JSDOM('<!doctype html><html><body></body></html>', { url: 'http://desk.invalid/' })
    Object.assign(this.global, {
      window,
      document: window.document,
      navigator: window.navigator,
      Element: window.Element,
      HTMLElement: window.HTMLElement,
      IS_REACT_ACT_ENVIRONMENT: true,
    })
    this.global.process.env.TARO_ENV = 'h5'
  }
}
