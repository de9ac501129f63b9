import fs from 'node:fs';
import { findBinary, isRoot, run } from '../../harness/servers/process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const find = () => findBinary(...NAMES) ?? ELSEWHERE.find((file) => fs.existsSync(file));

/**
 * The browser of the tests: CHROMIUM_PATH, else the system's Chromium or Chrome, else Debian's
 * package when we may install it. Never a silent skip: without a browser it throws.
 */
export const findChromium = (log = () => {}) => {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!fs.existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, which does not exist.`);
    return given;
  }
  const found = find();
  if (found) return found;
  if (isRoot() && findBinary('apt-get')) {
    log('installing chromium');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-q'], { env });
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
    const installed = find();
    if (installed) return installed;
  }
  throw new Error('No Chromium or Chrome found. Install one, or set CHROMIUM_PATH to its program.');
};
