import type { Core } from '@strapi/strapi';
import type {
  NetworkDashboard,
  RecentEntry,
  SiteDashboard,
  SiteFigures,
  TypeFigures,
} from '../../../shared/contracts/dashboard';
import type { Site } from '../../../shared/contracts/sites';
import { UID } from '../../../shared/plugin';
import { findWarnings } from '../core/site-warnings';
import type { ScopedTable } from '../isolation/scoped-tables';
import { countEntries, countRows, lastChanges, type SiteCounts } from './figures';
import { readRecent } from './recent-entries';
import { service } from './service';

const FILE = 'plugin::upload.file';
const RECENT = 10;
const SHOWN_MEMBERS = 12;

/** Figures of one site and of all: one aggregate query for each type, however many sites there are. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const kept = () =>
    service(strapi, 'isolation')
      .tables()
      .list.filter(({ scope }) => scope === 'site');
  const entryTypes = () => kept().filter(({ uid }) => uid.startsWith('api::'));
  const unscoped = <T>(work: () => Promise<T>) => service(strapi, 'context').runUnscoped(work);

  async function gather(site?: number) {
    const { column } = service(strapi, 'isolation').tables();
    const types = entryTypes();
    const [entries, changes, files, members, locales] = await Promise.all([
      Promise.all(types.map((type) => countEntries(strapi, { type, column, site }))),
      Promise.all(types.map((type) => lastChanges(strapi, { type, column, site }))),
      countFiles(column, site),
      countMembers(site),
      countLocales(),
    ]);
    return { types, entries, changes, files, members, hasSeveralLocales: locales > 1 };
  }
  type Gathered = Awaited<ReturnType<typeof gather>>;

  async function countFiles(column: string, site?: number) {
    const type = kept().find(({ uid }) => uid === FILE);
    return type
      ? countRows(strapi, { table: type.table, column, site })
      : new Map<number | null, number>();
  }

  const countMembers = (site?: number) =>
    countRows(strapi, {
      table: strapi.db.metadata.get(UID.siteUser).tableName,
      column: 'site_id',
      site,
      distinct: 'user_id',
    });

  async function countLocales(): Promise<number> {
    return 'i18n' in strapi.plugins ? strapi.db.query('plugin::i18n.locale').count() : 0;
  }

  function figuresOf(site: Site, gathered: Gathered): SiteFigures {
    const own = gathered.entries.map((counts) => counts.get(site.number) ?? NONE);
    const sum = (key: keyof SiteCounts) => own.reduce((total, counts) => total + counts[key], 0);
    const members = gathered.members.get(site.number) ?? 0;
    const dates = gathered.changes.flatMap((dates) => dates.get(site.number) ?? []);
    const { hasSeveralLocales } = gathered;
    return {
      id: site.id,
      number: site.number,
      name: site.name,
      slug: site.slug,
      domain: site.domain,
      status: site.status,
      color: site.settings.color ?? null,
      isDefault: site.isDefault,
      drafts: sum('drafts'),
      published: sum('published'),
      modified: sum('modified'),
      files: gathered.files.get(site.number) ?? 0,
      members,
      lastChange: dates.sort().at(-1) ?? null,
      warnings: findWarnings(site, { members, entries: sum('total'), hasSeveralLocales }),
    };
  }

  return {
    /** @param readable types the caller may read: titles of others are not shown. */
    ofSite: (site: Site, readable: ReadonlySet<string>): Promise<SiteDashboard> =>
      unscoped(async () => {
        const gathered = await gather(site.number);
        const types = gathered.types.map((type, index): TypeFigures => {
          const counts = gathered.entries[index]?.get(site.number) ?? NONE;
          return { uid: type.uid, name: type.name, ...counts };
        });
        const [members, tokens, recent, workflow] = await Promise.all([
          service(strapi, 'members').list(site.number),
          service(strapi, 'tokens').countOn(site.number),
          recentOf(
            site,
            entryTypes().filter(({ uid }) => readable.has(uid)),
          ),
          workflowOf(strapi, site.number),
        ]);
        return {
          site: figuresOf(site, gathered),
          types: types.filter(({ uid, total }) => total > 0 || readable.has(uid)),
          recent,
          members: members.slice(0, SHOWN_MEMBERS).map(({ user, roles }) => ({
            name: user.name,
            roles: roles.map(({ name }) => name),
          })),
          tokens,
          workflow,
          settings: glanceAt(site),
        };
      }),

    ofNetwork: (): Promise<NetworkDashboard> =>
      unscoped(async () => {
        const { sites } = await service(strapi, 'state').fresh();
        const gathered = await gather();
        const figures = sites.all.map((site) => figuresOf(site, gathered));
        const sum = (key: 'drafts' | 'published' | 'modified' | 'files') =>
          figures.reduce((total, site) => total + site[key], 0);
        const { column } = service(strapi, 'isolation').tables();
        const unassigned = await Promise.all(
          kept().map(async ({ uid, name, table }) => ({
            uid,
            name,
            rows: (await countRows(strapi, { table, column, site: null })).get(null) ?? 0,
          })),
        );
        return {
          sites: figures,
          totals: {
            sites: figures.length,
            drafts: sum('drafts'),
            published: sum('published'),
            modified: sum('modified'),
            files: sum('files'),
          },
          unassigned: unassigned.filter(({ rows }) => rows > 0),
        };
      }),
  };

  async function recentOf(site: Site, types: readonly ScopedTable[]): Promise<RecentEntry[]> {
    const { column } = service(strapi, 'isolation').tables();
    const found = await Promise.all(
      types.map((type) => readRecent(strapi, { type, column, site: site.number, limit: RECENT })),
    );
    return found
      .flat()
      .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
      .slice(0, RECENT);
  }
};

const NONE: SiteCounts = { drafts: 0, published: 0, modified: 0, total: 0 };

function glanceAt({ settings, domain, aliases, pathPrefix }: Site): SiteDashboard['settings'] {
  return {
    locales: settings.locales ?? [],
    defaultLocale: settings.defaultLocale ?? null,
    timeZone: settings.timeZone ?? null,
    hosts: [domain, ...aliases, pathPrefix].filter((host) => host !== null),
    features: Object.entries(settings.features ?? {})
      .filter(([, isOn]) => isOn)
      .map(([name]) => name),
    robots: settings.robots?.mode ?? 'allow',
    corsOrigins: settings.cors?.origins.length ?? 0,
  };
}

async function workflowOf(strapi: Core.Strapi, site: number): Promise<SiteDashboard['workflow']> {
  const workflows = service(strapi, 'workflows');
  const { workflow, isStored, counts } = await workflows.describe(site);
  if (!isStored || !workflow.isEnabled) return null;
  const stages = workflow.stages.map(({ key, name, color }) => ({
    key,
    name,
    color,
    count: counts[key] ?? 0,
  }));
  return { stages };
}
