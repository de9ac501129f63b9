import fs from 'node:fs';
import os from 'node:os';

const MEMORY = '/dev/shm';
/** What the databases and uploads of a whole run may take at once. */
const NEEDED_BYTES = 1024 ** 3;

/**
 * Where throwaway databases are: in memory where the system offers it. A database on a disk waits
 * for that disk at every commit, which is most of what a first start of Strapi takes.
 */
export const findScratch = () => {
  try {
    fs.accessSync(MEMORY, fs.constants.W_OK);
    const { bavail, bsize } = fs.statfsSync(MEMORY);
    return bavail * bsize >= NEEDED_BYTES ? MEMORY : os.tmpdir();
  } catch {
    return os.tmpdir();
  }
};
