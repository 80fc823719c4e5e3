import { TestEnvironment } from 'jest-environment-node'
import { JSDOM } from 'jsdom'

/** Brings jsdom into a test from outside: half of it are ES modules, which jest's own `require` does not read. */
export default class PhoneEnvironment extends TestEnvironment {
  override async setup() {
    await super.setup()
    this.global.JSDOM = JSDOM
  }
}
