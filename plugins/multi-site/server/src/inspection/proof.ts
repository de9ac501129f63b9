import type { Core } from '@strapi/strapi';
import { contentTypesOf } from '../isolation/strapi-parts';
import { service } from '../services/service';
import {
  attributesOf,
  isLocalizations,
  plantLinks,
  plantRows,
  ROWS,
  SECRET,
  type Attribute,
  type Ids,
} from './planting';

/** A question that failed proves nothing: it is no leak, and it is not clean either. */
type Proof = { checks: number; leaks: string[]; unanswered: string[] };

const OWN = 'proof-own';
const RAW_REFUSED = 'MULTI_SITE_RAW_SQL_REFUSED';
/** Said by who has made a copy: everything here writes. */
const WORDS = 'this database is a copy';

type Loose = Record<string, (params: object) => Promise<unknown>>;
type Row = { id: number } & Record<string, unknown>;

/**
 * Shows on this schema that nothing crosses the border: two sites are made, rows in every table
 * with site content, and links between them through every link table and key. Then one site asks
 * for all of it. What else the copy holds belongs to other sites and must not show either.
 */
export async function proveIsolation(strapi: Core.Strapi, { words }: { words: string }) {
  if (words !== WORDS) throw new Error('The proof writes, so it runs on a copy only.');
  await service(strapi, 'state').setMode('enforce');
  const sites = service(strapi, 'sites');
  const mark = Date.now().toString(36);
  const own = await sites.create({ name: `Proof own ${mark}` });
  const other = await sites.create({ name: `Proof other ${mark}` });
  const { tables } = service(strapi, 'isolation');
  const types = tables().list.flatMap(({ uid, scope }) => (scope === 'site' ? [uid] : []));

  const ids = {
    own: await plantRows(strapi, types, { site: own.number, mark: OWN }),
    other: await plantRows(strapi, types, {
      site: other.number,
      mark: SECRET,
      documentIdsLike: OWN,
    }),
  };
  await plantLinks(strapi, types, ids);

  const proof: Proof = { checks: 0, leaks: [], unanswered: [] };
  await service(strapi, 'context').run(own.number, async () => {
    for (const uid of types) await askFor(strapi, { uid, ids, proof });
  });
  return proof;
}

type Asked = { uid: string; ids: { own: Ids; other: Ids }; proof: Proof };
type Check = (
  name: string,
  ask: () => PromiseLike<unknown> | undefined,
  isClean: (answer: unknown) => boolean,
) => Promise<void>;

function checker({ uid, proof }: Asked): Check {
  return async (name, ask, isClean) => {
    proof.checks += 1;
    try {
      if (!isClean(await ask())) proof.leaks.push(`${uid}: ${name}`);
    } catch (error) {
      proof.unanswered.push(`${uid}: ${name} (${(error as Error).message})`);
    }
  };
}

/** Everything a type can be asked, from inside the site. */
async function askFor(strapi: Core.Strapi, asked: Asked) {
  const { uid, ids } = asked;
  const check = checker(asked);
  const query = strapi.db.query(uid) as unknown as Loose;
  const own = new Set(ids.own.get(uid));
  const foreign = { id: { $in: ids.other.get(uid) ?? [] } };
  const isOwn = (answer: unknown) =>
    isSilent(answer) && rowsIn(answer).every(({ id }) => own.has(id));

  await check('list', () => query.findMany?.({}), isOwn);
  await check(
    'count',
    () => query.count?.({}),
    (answer) => answer === ROWS,
  );
  await check('by id', () => query.findMany?.({ where: foreign }), isNothing);
  const any = { $or: [{ id: { $gt: 0 } }, { id: 0 }] };
  await check('any of', () => query.findMany?.({ where: any }), isOwn);
  await check('everything populated', () => query.findMany?.({ populate: true }), isOwn);
  const change = { where: foreign, data: { locale: 'xx' } };
  await check('a change', () => query.updateMany?.(change), isNothing);
  await check('a deletion', () => query.deleteMany?.({ where: foreign }), isNothing);
  const { tableName } = strapi.db.metadata.get(uid);
  await check('a builder', () => strapi.db.connection(tableName).select('*'), isOwn);
  // Raw SQL cannot be narrowed: only its refusal is right, by our own error and no other.
  const raw = () => strapi.db.connection.raw(`select * from ${tableName}`);
  await check(
    'raw text',
    () => raw().then(() => null, codeOf),
    (code) => code === RAW_REFUSED,
  );
  if (contentTypesOf(strapi)[uid]) {
    const documents = strapi.documents(uid as never) as unknown as Loose;
    const all = { populate: '*', locale: '*' };
    await check('documents', () => documents.findMany?.(all), isOwn);
  }
  for (const [field, attribute] of attributesOf(strapi, uid)) {
    if (attribute.type === 'relation') await askThrough(strapi, { asked, field, attribute });
  }
}

/** The relation was planted to the other site only: through it there is nothing. */
async function askThrough(
  strapi: Core.Strapi,
  { asked, field, attribute }: { asked: Asked; field: string; attribute: Attribute },
) {
  const { uid } = asked;
  const check = checker(asked);
  const query = strapi.db.query(uid) as unknown as Loose;
  const { target } = attribute;
  const isOfSite = target !== undefined && isSiteType(strapi, target);
  if (!isOfSite) return;
  const populate = { [field]: true };
  if (isLocalizations(attribute)) {
    await check(`languages of ${field}`, () => query.findMany?.({ populate }), isSilent);
    return;
  }
  const isEmpty = (answer: unknown) =>
    isSilent(answer) && rowsIn(answer).every((row) => isNothing(row[field] ?? null));
  await check(`populated ${field}`, () => query.findMany?.({ populate }), isEmpty);
  const secret = { [field]: { documentId: { $startsWith: SECRET } } };
  await check(`a filter through ${field}`, () => query.count?.({ where: secret }), isNothing);
  const linked = { [field]: { id: { $notNull: true } } };
  await check(`a link through ${field}`, () => query.count?.({ where: linked }), isNothing);
}

const isSiteType = (strapi: Core.Strapi, uid: string) =>
  service(strapi, 'isolation').tables().byUid(uid)?.scope === 'site';

const isSilent = (answer: unknown) => !JSON.stringify(answer ?? null).includes(SECRET);

const rowsIn = (answer: unknown) => (Array.isArray(answer) ? (answer as Row[]) : []);

/** No row, no number, and none changed. */
function isNothing(answer: unknown): boolean {
  if (answer === null || answer === 0) return true;
  if (Array.isArray(answer)) return answer.length === 0;
  return (answer as { count?: number }).count === 0;
}

const codeOf = (error: { details?: { code?: string } }) => error.details?.code ?? null;
