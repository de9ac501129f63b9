import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type {
  CreateSiteBody,
  ListSitesQuery,
  Site,
  SiteProblem,
  SiteSettings,
  UpdateSiteBody,
} from '../../../shared/contracts/sites';
import { MAIN_SITE, UID } from '../../../shared/plugin';
import { findProblems, freeSlug, normalizeDraft, type SiteDraft } from '../core/site-rules';
import { errors } from '../errors';
import { service } from './service';
import { findSettingsProblems } from './settings-problems';

/** SQLite, PostgreSQL, MariaDB. */
const DUPLICATE_CODES = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505', 'ER_DUP_ENTRY']);

const CREATE_ATTEMPTS = 10;

/** The sites themselves: what people see and change. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const state = () => service(strapi, 'state');

  async function get(id: string): Promise<Site> {
    const site = (await state().fresh()).sites.getById(id);
    if (!site) throw errors.SITE_NOT_FOUND();
    return site;
  }

  function assertNoProblems(
    draft: SiteDraft & { settings?: SiteSettings },
    others: readonly Site[],
  ) {
    const problems = [...findProblems({ draft, others }), ...settingsProblems(draft.settings)];
    const [first] = problems;
    if (!first) return;
    const details = { errors: problems.map(toFieldError) };
    throw errors.INVALID_SITE({ message: first.message, details });
  }

  function settingsProblems(settings: SiteSettings | undefined): SiteProblem[] {
    const { list } = service(strapi, 'isolation').tables();
    return findSettingsProblems(settings, { uids: new Set(list.map(({ uid }) => uid)) });
  }

  async function save(site: Site, data: Record<string, unknown>): Promise<Site> {
    const change = { where: { number: site.number }, data };
    try {
      if (Object.keys(data).length > 0) await strapi.db.query(UID.site).update(change);
    } catch (error) {
      throw orTaken(error);
    }
    await state().changed();
    return get(site.id);
  }

  /** One statement for all rows, so that two people at once do not leave two defaults. */
  async function makeDefault(site: Site) {
    const { tableName } = strapi.db.metadata.get(UID.site);
    const isThis = strapi.db.connection.raw('(?? = ?)', ['number', site.number]);
    await strapi.db.getConnection(tableName).update({ is_default: isThis });
  }

  /**
   * From the second site on the border is closed. Everything that has no site yet goes to the
   * only one first. Other instances notice within `stateMaxAgeMs`, so that long nothing is made
   * that they could show by mistake.
   */
  async function closeBorder() {
    const { mode, isActive, sites } = await state().fresh();
    if (isActive || sites.all.length === 0) return;
    if (mode === 'report') throw errors.REPORT_MODE();
    const adoption = service(strapi, 'adoption');
    await adoption.adoptAll(state().onlySite());
    await state().setActive();
    await wait(state().maxAgeMs);
    await adoption.adoptAll(state().onlySite());
    await service(strapi, 'duplicates').warn();
  }

  return {
    get,

    /** By documentId. Null instead of an error. */
    find: async (id: string) => (await state().fresh()).sites.getById(id),

    /**
     * The site this code runs for.
     *
     * @throws the reason why the request has none.
     */
    current(): Site {
      const context = service(strapi, 'context').current();
      if (context.kind === 'unsettled') throw context.reason();
      if (context.kind !== 'site') throw errors.NO_SITE_CHOSEN();
      const site = state().snapshot().sites.get(context.number);
      if (!site) throw errors.SITE_NOT_FOUND();
      return site;
    },

    findMany: async () => (await state().fresh()).sites.all,

    async list(query: ListSitesQuery, visible: (site: Site) => boolean) {
      const text = query.q?.toLowerCase();
      const matches = (site: Site) =>
        !text ||
        [site.name, site.slug, site.domain, ...site.aliases].some((part) =>
          part?.toLowerCase().includes(text),
        );
      const found = (await state().fresh()).sites.all
        .filter((site) => visible(site) && matches(site))
        .filter((site) => !query.status || site.status === query.status)
        .sort(comparator(query.sort));
      const start = (query.page - 1) * query.pageSize;
      const pagination = {
        page: query.page,
        pageSize: query.pageSize,
        pageCount: Math.ceil(found.length / query.pageSize),
        total: found.length,
      };
      return { data: found.slice(start, start + query.pageSize), meta: { pagination } };
    },

    settingsProblems,

    /** What a save would refuse; `id` is the site being edited. */
    async validate(
      { id, ...draft }: SiteDraft & { id?: string },
      mayName: boolean,
    ): Promise<SiteProblem[]> {
      const others = (await state().fresh()).sites.all.filter((site) => site.id !== id);
      return findProblems({ draft: normalizeDraft(draft), others, mayName });
    },

    /** The site that everything already there belongs to. Idempotent. */
    async createMain(): Promise<Site> {
      const { sites } = await state().fresh();
      const existing = sites.get(MAIN_SITE) ?? sites.all[0];
      if (existing) return existing;
      const data = { number: MAIN_SITE, name: 'Main', slug: 'main', status: 'live' };
      await strapi.db.query(UID.site).create({ data: { ...data, isDefault: true } });
      const [main] = (await state().changed()).sites.all;
      if (!main) throw errors.SITE_NOT_FOUND();
      return main;
    },

    async create(body: CreateSiteBody): Promise<Site> {
      await closeBorder();
      const draft = normalizeDraft(body);
      for (let attempt = 1; ; attempt += 1) {
        const { sites } = await state().fresh();
        const slug =
          draft.slug ?? freeSlug(draft.name, new Set(sites.all.map((site) => site.slug)));
        assertNoProblems({ ...draft, slug }, sites.all);
        const number = Math.max(0, ...sites.all.map((site) => site.number)) + 1;
        const defaults = { status: 'live', settings: {}, aliases: [], isDefault: false };
        try {
          const data = { ...defaults, ...draft, slug, number };
          const row: { documentId: string } = await strapi.db.query(UID.site).create({ data });
          await state().changed();
          return await get(row.documentId);
        } catch (error) {
          // Another site took the number at the same moment: look again and take the next one.
          if (!isDuplicate(error) || attempt === CREATE_ATTEMPTS) throw orTaken(error);
          await state().changed();
        }
      }
    },

    async update(id: string, body: UpdateSiteBody): Promise<Site> {
      const site = await get(id);
      if (site.status === 'archived') throw errors.ARCHIVED();
      const draft = normalizeDraft(body);
      const others = (await state().fresh()).sites.all.filter((other) => other.id !== id);
      assertNoProblems(draft, others);
      const { isDefault, ...data } = draft;
      if (isDefault && !site.isDefault) await makeDefault(site);
      return save(site, data);
    },

    /** Closes a site and keeps all of it. */
    async archive(id: string): Promise<Site> {
      const site = await get(id);
      if (site.isDefault) throw errors.DEFAULT_SITE_STAYS();
      return save(site, { status: 'archived' });
    },

    /** Back as a draft: visitors see it when somebody says so. */
    async restore(id: string): Promise<Site> {
      const site = await get(id);
      if (site.status !== 'archived') throw errors.NOT_ARCHIVED();
      const others = (await state().fresh()).sites.all.filter((other) => other.id !== id);
      assertNoProblems(site, others);
      return save(site, { status: 'draft' });
    },
  };
};

const isDuplicate = (error: unknown) =>
  DUPLICATE_CODES.has((error as { code?: string } | null)?.code ?? '');

/** Two people saved at the same moment: the unique index let one through. */
const orTaken = (error: unknown) => (isDuplicate(error) ? errors.SAVED_MEANWHILE() : error);

const toFieldError = ({ path, message, code }: SiteProblem) => ({
  path: path.split('.'),
  message,
  name: 'ValidationError',
  code,
});

function comparator(sort: ListSitesQuery['sort']) {
  const [field, direction] = sort.split(':') as ['name' | 'updatedAt' | 'number', 'asc' | 'desc'];
  const sign = direction === 'asc' ? 1 : -1;
  return (a: Site, b: Site) => {
    const order = field === 'number' ? a.number - b.number : a[field].localeCompare(b[field]);
    return sign * (order || a.number - b.number);
  };
}
