// One Strapi for multi-site.bench.mjs, in a process of its own: with the plugin or without it.
// Tells its parent where it listens; answers `cost` with what building one query takes.
import { at } from '../scripts/lib/paths.mjs';
import { requireTypeScript } from './lib/typescript.mjs';

const [mode, database, rowCount] = process.argv.slice(2);
const isOurs = mode === 'ours';
const ARTICLE = 'api::article.article';
const QUERIES = 4_000;

const harness = requireTypeScript(at('tests/harness/index.ts'));
const app = await harness.startApp({
  database,
  ...(isOurs ? {} : { plugins: { 'multi-site': false } }),
});
const { strapi } = app;

const sites = isOurs
  ? [
      await harness.createSite(strapi, { slug: 'home' }),
      await harness.createSite(strapi, { slug: 'other' }),
    ]
  : [undefined];

let documentId = '';
for (const site of sites) {
  const add = (uid, data) => harness.createEntry(strapi, uid, data, { site });
  const author = await add('api::author.author', { name: 'Author', slug: 'author' });
  const tag = await add('api::tag.tag', { name: 'Tag', slug: 'tag' });
  for (let index = 0; index < Number(rowCount); index += 1) {
    const entry = await add(ARTICLE, {
      title: `Article ${index}`,
      slug: `article-${index}`,
      author: author.documentId,
      tags: [tag.documentId],
    });
    if (site === sites[0]) documentId = entry.documentId;
  }
}
// A server in use has statistics of its tables; one that was filled a second ago has none yet.
if (database === 'postgres') await strapi.db.connection.raw('analyze');
const token = await harness.createApiToken(strapi, { name: 'Bench', type: 'full-access' });
if (isOurs) {
  await strapi.plugin('multi-site').service('tokens').bind({
    tokenId: token.id,
    site: sites[0].number,
  });
}

/**
 * Microseconds for each query that is put together, not sent. Of the processor's time, not the
 * clock's: what else the machine does is not counted.
 */
const measureCost = () => {
  const build = () => {
    const before = process.cpuUsage();
    for (let index = 0; index < QUERIES; index += 1) {
      strapi.db
        .queryBuilder(ARTICLE)
        .init({ where: { title: 'a' }, limit: 25 })
        .getKnexQuery();
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / QUERIES;
  };
  return isOurs
    ? strapi.plugin('multi-site').service('context').run(sites[0].number, build)
    : build();
};

const stop = async () => {
  await app.storage.remove();
  process.exit(0);
};
process.on('disconnect', stop);
process.on('message', (message) => {
  if (message === 'cost') process.send({ cost: measureCost() });
  if (message === 'cpu') process.send({ cpu: process.cpuUsage() });
  if (message === 'stop') void stop();
});

process.send({ url: app.url, key: token.accessKey, documentId });
