// The application that performance-monitor.bench.mjs measures: a hundred articles everybody may read.
import { at } from '../scripts/lib/paths.mjs';
import { requireTypeScript } from './lib/typescript.mjs';

export const startBenchApp = async (database, monitor) => {
  const harness = requireTypeScript(at('tests/harness/index.ts'));
  const app = await harness.startApp({ database, plugins: { 'performance-monitor': monitor } });
  for (let index = 0; index < 100; index += 1) {
    await harness.createEntry(app.strapi, 'api::article.article', {
      title: `Article ${index}`,
      slug: `article-${index}`,
    });
  }
  await harness.grantPublic(app.strapi, ['api::article.article.find']);
  return { app, harness };
};

/** Answers each message of the parent with what is said for it; ends with the parent. */
export const answerParent = (app, answers) => {
  const stop = async () => {
    await app.storage.remove();
    process.exit(0);
  };
  process.on('disconnect', stop);
  process.on('message', async (message) => {
    const [name, argument] = message.split(' ');
    if (name === 'stop') await stop();
    if (name === 'cpu') process.send({ cpu: process.cpuUsage() });
    else process.send((await answers[name](argument)) ?? {});
  });
  process.send({ url: app.url });
};
