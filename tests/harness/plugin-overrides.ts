import fs from 'node:fs';
import path from 'node:path';

/** `false` switches a plugin off; an object is merged over its entry in config/plugins. */
export type PluginOverrides = Record<
  string,
  false | { enabled?: boolean; config?: Record<string, unknown> }
>;

type Overlay = { distDir: string; remove: () => void };

/** What Strapi loads from an application's compiled folder; the built admin is not needed. */
const LOADED_FOLDERS = ['config', 'src', 'database'];

/**
 * Strapi reads config/plugins from disk itself, so changing it for one start takes a copy of the
 * compiled app whose plugins file passes its result on.
 */
export const overlayPlugins = (
  { appDir, distDir }: { appDir: string; distDir: string },
  overrides?: PluginOverrides,
): Overlay => {
  if (!overrides) return { distDir, remove: () => undefined };

  // In the app's folder, so that compiled code finds node_modules and the app from the copy.
  const copy = fs.mkdtempSync(path.join(appDir, '.dist-test-'));
  for (const name of LOADED_FOLDERS) {
    const source = path.join(distDir, name);
    if (fs.existsSync(source)) fs.cpSync(source, path.join(copy, name), { recursive: true });
  }
  fs.mkdirSync(path.join(copy, 'config'), { recursive: true });
  fs.appendFileSync(path.join(copy, 'config', 'plugins.js'), wrapper(overrides));
  return { distDir: copy, remove: () => fs.rmSync(copy, { recursive: true, force: true }) };
};

const wrapper = (overrides: PluginOverrides): string => {
  const entries = Object.fromEntries(
    Object.entries(overrides).map(([id, value]) => [id, value || { enabled: false }]),
  );
  return `
;(() => {
  const original = module.exports.default ?? module.exports;
  module.exports = (context) => {
    const all = { ...(typeof original === 'function' ? original(context) : original) };
    for (const [id, change] of Object.entries(${JSON.stringify(entries)})) {
      const config = { ...all[id]?.config, ...change.config };
      all[id] = { ...all[id], ...change, config };
    }
    return all;
  };
})();
`;
};
