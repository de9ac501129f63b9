import type { Method } from '../../../../harness';
import type { ActorName } from '../lib/actors';
import type { Asked, HttpCase } from '../lib/run-requests';
import type { Side } from '../lib/side';

type Path = string | ((target: Side, own: Side) => string);
type Body = (target: Side, own: Side) => unknown;

const toAsk =
  (path: Path, body?: Body): HttpCase['ask'] =>
  (target, own): Asked => ({
    path: typeof path === 'string' ? path : path(target, own),
    ...(body ? { body: body(target, own) } : {}),
  });

const withBody =
  (method: Method) =>
  (as: ActorName, status: number, name: string, path: Path, body?: Body): HttpCase => ({
    name: `${as}: ${name}`,
    as,
    method,
    status,
    ask: toAsk(path, body),
  });

export const get = (as: ActorName, status: number, name: string, path: Path): HttpCase => ({
  name: `${as}: ${name}`,
  as,
  method: 'GET',
  status,
  ask: toAsk(path),
});
export const post = withBody('POST');
export const put = withBody('PUT');
export const del = withBody('DELETE');
export const inAnyKeyOrder = (one: HttpCase): HttpCase => ({ ...one, isAnyKeyOrder: true });
export const creating = (one: HttpCase): HttpCase => ({ ...one, isCreating: true });

/** Every operator of Strapi's filters, with a value that matches what another site has. */
export const OPERATORS: readonly (readonly [string, string])[] = [
  ['$eq', 'zqsecret ada'],
  ['$eqi', 'ZQSECRET ADA'],
  ['$ne', 'zqsecret ada'],
  ['$nei', 'ZQSECRET ADA'],
  ['$lt', 'zr'],
  ['$lte', 'zqsecret ada'],
  ['$gt', 'zq'],
  ['$gte', 'zqsecret ada'],
  ['$contains', 'secret'],
  ['$containsi', 'SECRET'],
  ['$notContains', 'secret'],
  ['$notContainsi', 'SECRET'],
  ['$startsWith', 'zqs'],
  ['$startsWithi', 'ZQS'],
  ['$endsWith', 'ada'],
  ['$endsWithi', 'ADA'],
  ['$null', 'true'],
  ['$notNull', 'true'],
];
