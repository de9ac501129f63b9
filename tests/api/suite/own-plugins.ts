import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../harness';

/** The plugins of this repository: folder, and id in Strapi, are the same. */
export const OWN_PLUGINS = fs
  .readdirSync(path.join(ROOT, 'plugins'))
  .filter((name) => fs.existsSync(path.join(ROOT, 'plugins', name, 'package.json')))
  .sort();
