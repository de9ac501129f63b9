import fs from 'node:fs';
import path from 'node:path';

/** Type declarations and source maps are not loaded by anybody at run time. */
const IS_LOADED = /(?<!\.d)\.(js|mjs|cjs|css|json|wasm)$/;

/** Kilobytes of what a built side of a plugin loads. Each format counts: both are installed. */
export const kilobytesOf = (folder) => {
  if (!fs.existsSync(folder)) return 0;
  const bytes = fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && IS_LOADED.test(entry.name))
    .reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
  return Math.ceil(bytes / 1000);
};

/** Sentences about sides that are over their budget or have none. */
export const sizeProblems = (plugins, budgets) =>
  plugins.flatMap(({ id, dir }) =>
    ['server', 'admin'].flatMap((side) => {
      const used = kilobytesOf(path.join(dir, 'dist', side));
      const budget = budgets[id]?.[side];
      if (budget === undefined) return [`${id}/${side}: no budget (uses ${used} kB)`];
      return used > budget ? [`${id}/${side}: ${used} kB, budget ${budget} kB`] : [];
    }),
  );
