import { createRequire } from 'node:module';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const requireNative = createRequire(`${ROOT}/package.json`);

/** What libraries ask `instanceof` of; Jest's sandbox has its own, which Strapi would not know. */
const SHARED = { Date, Error, Map, Promise, RegExp, Set, TypeError, URL, process };

/** Strapi's modules keep what a start that failed put into them (permissions, for one). */
const forgetStrapi = () => {
  for (const file of Object.keys(requireNative.cache)) {
    const isStrapi = /[\\/](@strapi|plugins|\.dist-test-[^\\/]*)[\\/]/.test(file);
    if (isStrapi) delete requireNative.cache[file];
  }
};

/**
 * Strapi is loaded by Node's own `require`, once a worker, and not by Jest's registry, which loads
 * and compiles all of it anew for each test file. What the tests themselves import stays with Jest.
 */
export default class NativeStrapiEnvironment extends NodeEnvironment {
  constructor(config, context) {
    super(config, context);
    this.boots = { running: new Set(), storages: new Set(), hasFailed: false };
    Object.assign(this.global, SHARED, { suiteRequire: requireNative, suiteBoots: this.boots });
    this.variables = { ...process.env };
  }

  /** The process is shared by the files of a worker: what one leaves must not reach the next. */
  async teardown() {
    const { running, storages, hasFailed } = this.boots;
    const isSpoilt = hasFailed || running.size > 0;
    for (const stop of running) await stop().catch(() => undefined);
    for (const remove of storages) await remove().catch(() => undefined);
    if (isSpoilt) forgetStrapi();
    for (const name of Object.keys(process.env)) {
      if (!(name in this.variables)) delete process.env[name];
    }
    Object.assign(process.env, this.variables);
    await super.teardown();
  }
}
