// One Strapi for overlay.bench.mjs, in a process of its own: without variants ("peer"), with the
// code for them but none live ("idle"), or with a live one on every fifth article ("live").
import { at } from '../scripts/lib/paths.mjs';
import { requireTypeScript } from './lib/typescript.mjs';

const [mode, database, rowCount] = process.argv.slice(2);
const ARTICLE = 'api::article.article';

const harness = requireTypeScript(at('tests/harness/index.ts'));
const off = { 'multi-site': false, personalization: false, 'ai-optimizer': false };
const layers = { enabled: true, resolve: at('tests/fixtures/overlay-layers') };
const app = await harness.startApp({
  database,
  plugins: mode === 'peer' ? off : { ...off, 'overlay-layers': layers },
});
const { strapi } = app;

let documentId = '';
const author = await harness.createEntry(strapi, 'api::author.author', {
  name: 'Author',
  slug: 'author',
});
for (let index = 0; index < Number(rowCount); index += 1) {
  const entry = await harness.createEntry(strapi, ARTICLE, {
    title: `Article ${index}`,
    slug: `article-${index}`,
    summary: 'What the original says',
    author: author.documentId,
    seo: { metaTitle: 'Original' },
  });
  documentId ||= entry.documentId;
  if (mode !== 'live' || index % 5 > 0) continue;
  const { contentHash } = requireTypeScript(at('packages/kit/src/shared/overlay/canonical.ts'));
  const change = (path, from, value) => {
    const hash = contentHash(from);
    return { path, baseHashes: [hash, hash], value };
  };
  const changes = [
    change('seo.metaTitle', 'Original', 'For regulars'),
    change('summary', 'What the original says', 'What regulars read'),
    change('title', `Article ${index}`, `Article ${index} for regulars`),
  ];
  await strapi.plugin('overlay-layers').service('stores').of('audience').create({
    name: 'regulars',
    entryUid: ARTICLE,
    entryDocumentId: entry.documentId,
    entryLocale: 'en',
    changes,
    live: changes,
  });
}
const token = await harness.createApiToken(strapi, { name: 'Bench', type: 'full-access' });

const stop = async () => {
  await app.storage.remove();
  process.exit(0);
};
process.on('disconnect', stop);
process.on('message', (message) => {
  if (message === 'cpu') process.send({ cpu: process.cpuUsage() });
  if (message === 'stop') void stop();
});

process.send({ url: app.url, key: token.accessKey, documentId });
