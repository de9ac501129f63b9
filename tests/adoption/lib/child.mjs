import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Runs inside the child process: boots the project in the working directory as `strapi start`
 * does, then runs the tasks that the parent names.
 */
const appDir = process.cwd();
const require = createRequire(path.join(appDir, 'package.json'));
const { createStrapi } = require('@strapi/strapi');

const app = createStrapi({ appDir, distDir: appDir });

process.on('message', async ({ id, task, args }) => {
  try {
    const { default: run } = await import(task);
    process.send({ id, result: await run(app, args) });
  } catch (error) {
    process.send({ id, error: error.stack ?? String(error) });
  }
});

// Strapi stops on SIGTERM by itself; a parent that died must not leave a server behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await app.start();
process.send({ ready: true });
