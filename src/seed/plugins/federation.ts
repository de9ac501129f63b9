import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { PluginSeed, SeedContext } from './context';

const FEEDS = '/demo-feeds/';
const TYPE = 'api::article.article';

type Step = { op: 'slug' | 'html-to-text' | 'html-to-blocks' };
type Answer = { status: number; headers: Record<string, string>; body: Buffer; url: string };
type Services = {
  connections: { useHttp(http: { request(url: string): Promise<Answer> } | null): void };
  sources: { create(body: object): Promise<{ id: string }> };
  runs: { enqueue(id: string, options: object): Promise<{ id: string }> };
  'first-steps': { grant(): Promise<unknown> };
};
type RunRow = { state: string };

const serviceOf = <Name extends keyof Services>(strapi: Core.Strapi, name: Name) =>
  strapi.plugin('federation').service(name) as unknown as Services[Name];

type FeedSeed = {
  site: number;
  name: string;
  file: string;
  schedule: string;
  /** Who asked for the first run; later ones are the schedule's. */
  startedBy: string;
  /** What the feed said before: its first run saw these instead of what is in the file. */
  before: [now: string, before: string][];
  /** What an editor made of entries between the runs, by their title of then. */
  edits: { title: string; data: Record<string, string> }[];
};

/** By place in the list of sites: magazine, shop, guide. */
const SEEDS: FeedSeed[] = [
  {
    site: 0,
    name: 'Harbour Wire',
    file: 'harbour-wire.xml',
    schedule: '*/30 * * * *',
    startedBy: 'Ida Brandt',
    before: [
      ['The night ferry now sails at eleven', 'The night ferry sails at ten'],
      ['takes until March', 'begins on Monday'],
    ],
    edits: [
      {
        title: 'The night ferry sails at ten',
        data: { title: 'Last boat to the island: ten o’clock' },
      },
      {
        title: 'Dredging in the north basin begins on Monday',
        data: { title: 'North basin: the dredger is coming' },
      },
      {
        title: 'Seal counted for the ninth winter',
        data: { summary: 'Our photographer has met her every year since 2017.' },
      },
    ],
  },
  {
    site: 1,
    name: 'Craft Market News',
    file: 'craft-market.json',
    schedule: '',
    startedBy: 'Mara Lindqvist',
    before: [['One free place', 'Two free places']],
    edits: [],
  },
  {
    site: 2,
    name: 'Marenburg Events',
    file: 'city-events.xml',
    schedule: '0 6 * * *',
    startedBy: 'Lena Vogt',
    before: [['Lantern walk through the old town at six', 'Lantern walk through the old town']],
    edits: [
      {
        title: 'Lantern walk through the old town',
        data: { title: 'With lanterns through the old town' },
      },
    ],
  },
];

const step = (op: Step['op']) => [{ op }];

const MAPPING = {
  remoteType: 'items',
  uid: TYPE,
  matchBy: '',
  fields: [
    { field: 'title', from: 'title', steps: [] },
    { field: 'slug', from: 'title', steps: step('slug') },
    { field: 'summary', from: 'summary', steps: step('html-to-text') },
    { field: 'body', from: 'content', steps: step('html-to-blocks') },
  ],
};

/** Where this app listens. By number: "localhost" may be an address of the other family. */
const hostOf = (strapi: Core.Strapi) =>
  `http://127.0.0.1:${String(strapi.config.get('server.port'))}`;

/** The feeds from the disk: nothing listens yet while the demo is filled. */
const fromDisk = (strapi: Core.Strapi, change: (text: string) => string) => ({
  request: async (url: string): Promise<Answer> => {
    const name = path.basename(new URL(url).pathname);
    const file = path.join(strapi.dirs.static.public, FEEDS, name);
    const text = await fs.readFile(file, 'utf8').catch(() => null);
    const body = Buffer.from(text === null ? '' : change(text));
    return { status: text === null ? 404 : 200, headers: {}, body, url };
  },
});

const RUN_LIMIT_MS = 30_000;

const runsOf = (strapi: Core.Strapi, sourceId: string, state: string[]): Promise<RunRow[]> =>
  strapi.db
    .query('plugin::federation.run')
    .findMany({ where: { dedupeKey: `source:${sourceId}`, state: { $in: state } } });

const ended = async (strapi: Core.Strapi, sourceId: string) => {
  const deadline = Date.now() + RUN_LIMIT_MS;
  while ((await runsOf(strapi, sourceId, ['queued', 'running'])).length > 0) {
    if (Date.now() > deadline) throw new Error('A run of the demo does not end.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const run = async (strapi: Core.Strapi, sourceId: string, startedBy: string | null) => {
  await serviceOf(strapi, 'runs').enqueue(sourceId, { mode: 'changes', startedBy });
  await ended(strapi, sourceId);
};

/** The source, and what its runs came to when the seed was interrupted after it was made. */
const ensureSource = async (
  strapi: Core.Strapi,
  { site, name, file, schedule }: Pick<FeedSeed, 'site' | 'name' | 'file' | 'schedule'>,
) => {
  const where = { site, name, isSample: true };
  const known: { documentId: string } | null = await strapi.db
    .query('plugin::federation.source')
    .findOne({ where });
  if (known) {
    await ended(strapi, known.documentId);
    return known.documentId;
  }
  const made = await serviceOf(strapi, 'sources').create({
    site,
    name,
    type: 'feed',
    config: { url: `${hostOf(strapi)}${FEEDS}${file}` },
    mappings: [MAPPING],
    policy: { preset: 'merge', onDelete: 'unpublish', publish: false },
    schedule,
    timeZone: 'Europe/Berlin',
    isEnabled: true,
    isSample: true,
  });
  return made.id;
};

const editEntries = async (strapi: Core.Strapi, { edits }: FeedSeed) => {
  for (const { title, data } of edits) {
    const entry = await strapi.documents(TYPE).findFirst({ filters: { title }, status: 'draft' });
    if (entry) await strapi.documents(TYPE).update({ documentId: entry.documentId, data });
  }
};

/** Everything about these sources is a sample, their runs too. */
const markRuns = (strapi: Core.Strapi) =>
  strapi.db.query('plugin::federation.run').updateMany({ where: {}, data: { isSample: true } });

/**
 * Three feeds that the demo serves itself, run twice with an editor's changes in between, so that
 * three conflicts wait; and a fourth one whose address is wrong.
 */
const seedFederation = async (strapi: Core.Strapi, context: SeedContext): Promise<void> => {
  // What its checklist offers: editors see the sources of their site and decide conflicts.
  await serviceOf(strapi, 'first-steps').grant();
  const connections = serviceOf(strapi, 'connections');
  try {
    for (const seed of SEEDS) {
      const site = context.sites[seed.site];
      if (!site) continue;
      await context.run(site.number, async () => {
        const id = await ensureSource(strapi, { ...seed, site: site.number });
        const done = (await runsOf(strapi, id, ['done'])).length;
        const first = (text: string) =>
          seed.before.reduce((all, [now, before]) => all.replaceAll(now, before), text);
        if (done === 0) {
          connections.useHttp(fromDisk(strapi, first));
          await run(strapi, id, seed.startedBy);
        }
        if (done < 2) {
          await editEntries(strapi, seed);
          connections.useHttp(fromDisk(strapi, (text) => text));
          await run(strapi, id, null);
        }
      });
    }
    const shop = context.sites[1] ?? context.sites[0];
    if (shop) {
      await context.run(shop.number, async () => {
        const wrong = { name: 'Supplier notices', file: 'supplier-notices.xml', schedule: '' };
        const id = await ensureSource(strapi, { ...wrong, site: shop.number });
        const isDone = (await runsOf(strapi, id, ['failed'])).length > 0;
        connections.useHttp(fromDisk(strapi, (text) => text));
        if (!isDone) await run(strapi, id, 'Mara Lindqvist');
      });
    }
    await markRuns(strapi);
  } finally {
    connections.useHttp(null);
  }
};

export const federationSeed: PluginSeed = {
  plugin: 'federation',
  what: 'sources, runs and conflicts',
  seed: seedFederation,
};

type SampleSource = { id: number; config: { url: string } };

/** The demo takes the next free port: its own feeds move along. */
export const moveDemoFeeds = async (strapi: Core.Strapi): Promise<void> => {
  if (!('federation' in strapi.plugins)) return;
  const sources = strapi.db.query('plugin::federation.source');
  const samples: SampleSource[] = await sources.findMany({ where: { isSample: true } });
  for (const { id, config } of samples) {
    const { hostname, pathname } = new URL(config.url);
    // Somebody made it a source of his own.
    if (hostname !== '127.0.0.1' || !pathname.startsWith(FEEDS)) continue;
    const url = `${hostOf(strapi)}${pathname}`;
    if (url !== config.url)
      await sources.update({ where: { id }, data: { config: { ...config, url } } });
  }
};
