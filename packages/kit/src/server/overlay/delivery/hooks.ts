import type { Core } from '@strapi/strapi';
import {
  layValue,
  SCALARS,
  type OverlayAttributes,
  type OverlayRow,
  type Planned,
} from '../../../shared/overlay';
import type { Ctx } from '../../handler';
import { askedOf } from '../asked';
import { isLocalized, modelOf } from '../content';
import { freshIndex } from '../live-index';
import { countFailure, registryOf } from '../registry';
import { readEntries, readFiles } from '../resolve';
import { defaultLocaleOf, documentsOf } from '../strapi-parts';
import type { Previews } from './choose';
import { createPlans, type Plans } from './plans';
import { deliveryKind } from './request';
import { createRun, type Known, type Place, type Run } from './run';
import { createReach, nestedIn, type Nested } from './walk';

const READS = new Set(['findOne', 'findMany', 'findFirst']);
const STATE = 'suiteOverlayRun';

type Params = {
  fields?: unknown;
  populate?: unknown;
  status?: string;
  locale?: unknown;
};

/** The run of the current request; null when nothing can be laid in it. */
async function currentRun(strapi: Core.Strapi, plans: Plans): Promise<Run | null> {
  const registry = registryOf(strapi);
  if (registry.disabled !== null || registry.bare.getStore()) return null;
  const ctx = strapi.requestContext.get();
  const kind = deliveryKind(strapi, ctx);
  if (!kind || !ctx) return null;
  const state = ctx.state as { [STATE]?: Promise<Run | null> };
  state[STATE] ??= startRun(strapi, { ctx, kind, plans });
  return state[STATE];
}

async function startRun(
  strapi: Core.Strapi,
  { ctx, kind, plans }: { ctx: Ctx; kind: 'rest' | 'graphql'; plans: Plans },
): Promise<Run | null> {
  const previews: Previews = new Map();
  for (const definition of registryOf(strapi).layers.values()) {
    const forced = await definition.preview?.(ctx);
    if (forced) previews.set(definition, forced);
  }
  const index = await freshIndex(strapi);
  if (index.size === 0 && previews.size === 0) return null;
  return createRun(strapi, { ctx, kind, index, previews, plans });
}

/** No live overlay anywhere and nobody who could preview one: a request costs nothing. */
function isIdle(strapi: Core.Strapi): boolean {
  const { live, isDirty, layers } = registryOf(strapi);
  if (live.size > 0 || isDirty) return false;
  return [...layers.values()].every(({ preview }) => preview === undefined);
}

/**
 * Delivery: the results of the document service, for REST and the roots of GraphQL. Decoration:
 * fails open.
 */
export function installDocumentDelivery(strapi: Core.Strapi) {
  const plans = createPlans(strapi);
  const reach = createReach(strapi);

  documentsOf(strapi).use(async (context, next) => {
    if (!READS.has(context.action)) {
      const result = await next();
      if (context.action !== 'count') plans.forget();
      return result;
    }
    if (isIdle(strapi)) return next();
    const { uid } = context;
    const params = context.params as Params;
    const run = await currentRun(strapi, plans).catch((error: unknown) => {
      countFailure(strapi, error);
      return null;
    });
    if (!run) return next();
    const isWanted = run.isDecorated;
    const isNested = params.populate !== undefined && [...reach(uid)].some(isWanted);
    if (!isWanted(uid) && !isNested) return next();

    const result = await next();
    try {
      await decorate(strapi, run, { uid, params, result, isWanted });
    } catch (error) {
      countFailure(strapi, error);
    }
    return result;
  });
  return plans;
}

type Decorate = {
  uid: string;
  params: Params;
  result: unknown;
  isWanted: (uid: string) => boolean;
};

async function decorate(
  strapi: Core.Strapi,
  run: Run,
  { uid, params, result, isWanted }: Decorate,
) {
  const rows = (Array.isArray(result) ? result : [result]).filter(
    (row): row is OverlayRow => typeof row === 'object' && row !== null,
  );
  const place: Place = {
    status: params.status === 'published' ? 'published' : 'draft',
    locale: await localeFor(strapi, uid, params.locale),
  };
  const asked = askedOf(strapi, uid, params);
  let level: Nested[] = rows.map((row) => ({ uid, row, asked }));
  // One batch for each type and level of nesting.
  while (level.length > 0) {
    for (const type of new Set(level.map((one) => one.uid).filter(isWanted))) {
      const ofType = level.filter((one) => one.uid === type);
      const rowsOfType = ofType.map(({ row }) => row);
      await run.layRows(type, rowsOfType, { asked: ofType[0]?.asked ?? SCALARS, place });
    }
    level = level.flatMap((one) => nestedIn(strapi, one.uid, one.row, one.asked));
  }
}

async function localeFor(strapi: Core.Strapi, uid: string, locale: unknown): Promise<string> {
  if (typeof locale === 'string' && locale !== '*') return locale;
  return isLocalized(strapi, uid) ? defaultLocaleOf(strapi) : '';
}

type Load = (
  uid: string,
  entity: OverlayRow,
  field: string | string[],
  query?: unknown,
) => Promise<unknown>;
type EntityManager = { load: Load };

/**
 * Delivery inside of GraphQL, which loads media, components, dynamic zones and relations field by
 * field from the database. What is laid here goes on to GraphQL's own checks. Decoration: fails
 * open.
 */
export function installLoadDelivery(strapi: Core.Strapi, plans: Plans): () => void {
  const manager = strapi.db.entityManager as unknown as EntityManager;
  const { load } = manager;
  manager.load = async function (uid, entity, field, query) {
    const original = () => load.call(this, uid, entity, field, query);
    if (isIdle(strapi) || typeof field !== 'string') return original();
    const run = await currentRun(strapi, plans).catch(() => null);
    if (run?.kind !== 'graphql') return original();
    try {
      return await loadLaid(strapi, run, { uid, entity, field, query, original });
    } catch (error) {
      countFailure(strapi, error);
      return original();
    }
  };
  return () => {
    manager.load = load;
  };
}

type Loading = {
  uid: string;
  entity: OverlayRow;
  field: string;
  query: unknown;
  original: () => Promise<unknown>;
};

async function loadLaid(strapi: Core.Strapi, run: Run, loading: Loading): Promise<unknown> {
  const { uid, entity, field, original } = loading;
  const attributes = modelOf(strapi, uid)?.attributes ?? {};
  const attribute = attributes[field];
  const known = run.knownAt(uid, entity.id);
  const planned = known?.fields[field];
  const isNew = typeof entity.id === 'number' && entity.id < 0;
  const base = async () => (isNew ? emptyValue(attribute) : original());
  const place = known?.place ?? placeOfRow(entity);

  // GraphQL checks relations of entries, but not those of components: nothing is laid there either
  // for who may not read what they lead to.
  const target = attribute?.type === 'relation' ? attribute.target : undefined;
  const isClosed = target !== undefined && !(await run.mayFind(target));
  if (isClosed) return planned || isNew ? emptyValue(attribute) : base();

  const value =
    known && planned
      ? await layLoaded(strapi, run, { planned, known, loading, base })
      : await base();

  if (target !== undefined) {
    const rows = (Array.isArray(value) ? value : [value]).filter(
      (row): row is OverlayRow => typeof row === 'object' && row !== null,
    );
    if (run.isDecorated(target)) await run.layRows(target, rows, { place });
  }
  return value;
}

type LayLoaded = {
  planned: Planned;
  known: Known;
  loading: Loading;
  base: () => Promise<unknown>;
};

async function layLoaded(
  strapi: Core.Strapi,
  run: Run,
  { planned, known, loading, base }: LayLoaded,
) {
  const { uid, query } = loading;
  const { place } = known;
  if (planned.kind === 'media') {
    run.markDelivered([planned.by]);
    const files = await readFiles(strapi, { refs: planned.refs, asked: SCALARS });
    return planned.many ? files : (files[0] ?? null);
  }
  if (planned.kind === 'relation') {
    run.markDelivered([planned.by]);
    const ofQuery = (query ?? {}) as Record<string, unknown>;
    const rows = await readEntries(strapi, { ...planned, asked: SCALARS }, place, ofQuery);
    return planned.many ? rows : (rows[0] ?? null);
  }
  const value = await base();
  const laid = await run.withReferences(
    (options) => layValue(value, planned, { ...options, asked: SCALARS }),
    uid,
    place,
  );
  run.markDelivered(laid.applied);
  return laid.value;
}

function placeOfRow(entity: OverlayRow): Place {
  return {
    status: 'publishedAt' in entity && entity.publishedAt === null ? 'draft' : 'published',
    locale: typeof entity.locale === 'string' ? entity.locale : '',
  };
}

function emptyValue(attribute: OverlayAttributes[string] | undefined): unknown {
  const isList =
    attribute?.type === 'dynamiczone' ||
    attribute?.repeatable === true ||
    attribute?.multiple === true ||
    (attribute?.relation ?? '').endsWith('Many');
  return isList ? [] : null;
}
