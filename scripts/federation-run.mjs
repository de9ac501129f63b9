// `npm run federation -- run <source>`: runs a source from the terminal, with a progress bar.
// `npm run federation -- list` names the sources. The application need not be running.
import { createApp } from './lib/serve.mjs';

const USAGE = 'Usage: npm run federation -- list | run <name or id> [--full]';
const WIDTH = 30;
const OPEN = new Set(['queued', 'running']);

const bar = ({ done, total, note }) => {
  const share = total ? Math.min(1, done / total) : 0;
  const filled = Math.round(share * WIDTH);
  const picture = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
  return `${picture} ${done}${total ? ` of ${total}` : ''} ${note ?? ''}`;
};

const show = (text) => {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text}`);
};

const describe = (counts) =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'nothing to do';

const list = async (sources) => {
  const { data } = await sources.list({ page: 1, pageSize: 100 });
  for (const { id, name, health, entries } of data) {
    console.log(`${id}  ${name}  (${health}, ${entries} entries)`);
  }
  return 0;
};

const run = async ({ sources, runs }, wanted, isFull) => {
  const { data } = await sources.list({ page: 1, pageSize: 100 });
  const found = data.filter(({ id, name }) => id === wanted || name === wanted);
  if (found.length !== 1) {
    const what = found.length === 0 ? 'There is no source' : 'There are several sources';
    console.error(`${what} "${wanted}". See: npm run federation -- list`);
    return 1;
  }
  const [source] = found;
  let current = await runs.enqueue(source.id, {
    mode: isFull ? 'full' : 'changes',
    startedBy: 'Terminal',
  });
  while (OPEN.has(current.state)) {
    show(bar(current));
    await new Promise((resolve) => setTimeout(resolve, 200));
    current = await runs.find(current.id);
  }
  show('');
  for (const warning of current.result?.warnings ?? []) console.log(`! ${warning}`);
  console.log(
    current.state === 'done'
      ? `${source.name}: ${describe(current.result.counts)}.`
      : `${source.name}: ${current.state}. ${current.error ?? ''}`,
  );
  return current.state === 'done' ? 0 : 1;
};

const main = async ([command, ...rest]) => {
  const [wanted] = rest.filter((argument) => !argument.startsWith('--'));
  if (command !== 'list' && !(command === 'run' && wanted)) {
    console.error(USAGE);
    return 1;
  }
  const strapi = await createApp().load();
  const service = (name) => strapi.plugin('federation').service(name);
  try {
    const services = { sources: service('sources'), runs: service('runs') };
    return command === 'list'
      ? await list(services.sources)
      : await run(services, wanted, rest.includes('--full'));
  } finally {
    await strapi.destroy();
  }
};

process.exit(await main(process.argv.slice(2)));
