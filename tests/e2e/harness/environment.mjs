import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { startApplication, startDemo } from './application.mjs';

/** The application of this worker: files that run side by side must not meet in one demo. */
let application;

/** Sees to it that the application is up before a file, and lets tests start others of their own. */
export default class BrowserEnvironment extends NodeEnvironment {
  async setup() {
    await super.setup();
    application ??= startDemo();
    const { url } = await application;
    this.global.process.env.SUITE_E2E_URL = url;
    this.global.suiteApplications = { startDemo, startEmpty: () => startApplication() };
  }
}
