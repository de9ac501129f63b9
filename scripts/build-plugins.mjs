// Builds the plugins that changed. `--force` builds all of them.
import { buildPlugins } from './lib/build.mjs';
import { CommandFailed } from './lib/run.mjs';

try {
  const isForced = process.argv.includes('--force');
  const built = await buildPlugins({
    isForced,
    onPlugin: (id) => console.log(`Building ${id} …`),
  });
  console.log(built.length > 0 ? `Built: ${built.join(', ')}.` : 'Plugins are up to date.');
} catch (error) {
  console.error(
    error instanceof CommandFailed ? `${error.tail}\n\n${error.message}` : error.message,
  );
  process.exitCode = 1;
}
