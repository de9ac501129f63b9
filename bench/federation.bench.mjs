// What a run costs when 10 of 1,000 records changed at the source, beside an import that writes
// every record again, which is what most scripts and `strapi transfer` do. Same Strapi, same
// records, same process. Arguments: database, records, changed ones.
// `npm run bench -- federation sqlite 1000 10`
import http from 'node:http';

const UID = 'api::article.article';
const ROUNDS = 3;

const itemsOf = (count, changed, round) =>
  Array.from({ length: count }, (_, number) => {
    const text = number < changed ? `Text ${number}, version ${round}` : `Text ${number}`;
    return { id: `item-${number}`, title: `Item ${number}`, content_html: `<p>${text}</p>` };
  });

/** A JSON feed of this machine whose items the bench changes. */
const serveFeed = async () => {
  const feed = { items: [], url: '', close: () => undefined };
  const server = http.createServer((_request, response) => {
    response.setHeader('content-type', 'application/feed+json');
    response.end(JSON.stringify({ title: 'Bench', items: feed.items }));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  feed.url = `http://127.0.0.1:${server.address().port}/feed.json`;
  feed.close = () => server.close();
  return feed;
};

const field = (name, from, op) => ({ field: name, from, steps: op ? [{ op }] : [] });
const MAPPING = {
  remoteType: 'items',
  uid: UID,
  matchBy: '',
  fields: [
    field('title', 'title'),
    field('slug', 'id', 'slug'),
    field('summary', 'content', 'html-to-text'),
    field('body', 'content', 'html-to-blocks'),
  ],
};

const timed = async (work) => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** Every record again, found by its slug: no memory of what was there. */
const importAll = async (strapi, items) => {
  const documents = strapi.documents(UID);
  for (const { id, title, content_html: html } of items) {
    const summary = html.replace(/<[^>]+>/g, '');
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: summary }] }];
    const found = await documents.findFirst({ filters: { slug: id }, status: 'draft' });
    const data = { title, slug: id, summary, body };
    if (found) await documents.update({ documentId: found.documentId, data });
    else await documents.create({ data });
  }
};

export default async function bench({ harness, useServer, median, log, args }) {
  const [database = 'sqlite', records = '1000', changed = '10'] = args;
  if (database !== 'sqlite' && !(await useServer(database))) throw new Error(`No ${database}.`);
  const { startApp } = await harness();
  const feed = await serveFeed();
  const app = await startApp({
    database,
    plugins: { federation: { config: { allowedHosts: ['127.0.0.1'] } } },
  });
  const { strapi } = app;
  const service = (name) => strapi.plugin('federation').service(name);

  try {
    feed.items = itemsOf(Number(records), Number(changed), 0);
    const { id } = await service('sources').create({
      name: 'Bench',
      type: 'feed',
      config: { url: feed.url },
      mappings: [MAPPING],
      policy: { preset: 'merge', onDelete: 'keep', publish: false },
      schedule: '',
      timeZone: 'UTC',
      isEnabled: true,
    });
    const run = async () => {
      const source = await service('sources').mustFind(id);
      return service('sync').run(source, { runId: 'bench', actor: null, mode: 'changes' });
    };
    log(`first run: ${records} records`);
    const first = await timed(run);

    const times = { ours: [], peer: [], idle: [] };
    for (let round = 1; round <= ROUNDS; round += 1) {
      feed.items = itemsOf(Number(records), Number(changed), round);
      times.ours.push(await timed(run));
      times.idle.push(await timed(run));
      log(`round ${round}: importing everything`);
      times.peer.push(await timed(() => importAll(strapi, feed.items)));
    }
    const peerName = 'import of everything';
    const peer = median(times.peer);
    const row = (what, ours, goal) => ({ what, unit: 'ms', ours, peer, peerName, goal });
    return [
      row(`${changed} of ${records} changed`, median(times.ours), 'ratio <= 0.05'),
      row('nothing changed', median(times.idle), 'ratio <= 0.05'),
      row('first run, all new', first),
    ];
  } finally {
    await app.stop();
    feed.close();
  }
}
