import type { Answer, Method, RequestOptions } from '../../../../harness';
import type { ActorName, Actors } from './actors';
import { restoreDump, takeDump } from './dump';
import { borderLinks, describeChanges, foreignPart } from './foreign';
import type { Side } from './side';
import { sortKeys } from './sort-keys';
import { SECRET, type Stage } from './stage';

export type Asked = { path: string; body?: unknown; options?: RequestOptions };

/** One request. `target` is what stands on another site, or what was there and is gone. */
export type HttpCase = {
  name: string;
  as: ActorName;
  method: Method;
  status: number;
  ask: (target: Side, own: Side) => Asked;
  /** The answer holds a new entry: its ids and times are different every time. */
  isCreating?: boolean;
  /**
   * A known limit: a key of the database that leads to a hidden row moves the relation's key
   * within the answer's object. Compared without the order of keys.
   */
  isAnyKeyOrder?: boolean;
};

export type HttpVerdict = { status: number; text: string; leaks: string[] };

type Wire = { status: number; headers: string; text: string };

const isReading = ({ method }: HttpCase) => method === 'GET';

/** Headers that tell the time. */
const CHANGING = new Set(['date']);
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

/**
 * Sends every request three times: for another site's entries, for entries that are gone, and
 * for the former again when nothing but the own site is left. All three answers must be the
 * same, and no row of another site may change.
 */
export async function runRequests(
  stage: Stage,
  actors: Actors,
  cases: readonly HttpCase[],
): Promise<Map<string, HttpVerdict>> {
  const { own, foreign, gone } = stage;
  const beside: { hidden: Sent; missing: Sent }[] = [];
  for (const one of cases) {
    const hidden = await send(stage, actors, one, foreign, own);
    const missing = await send(stage, actors, one, gone, own);
    beside.push({ hidden, missing });
  }
  await stage.leaveAlone();
  const verdicts = new Map<string, HttpVerdict>();
  for (const [index, one] of cases.entries()) {
    const alone = await send(stage, actors, one, foreign, own);
    const pair = beside[index];
    if (!pair) throw new Error(`${one.name} was not sent.`);
    verdicts.set(one.name, judge(pair.hidden, pair.missing, alone));
  }
  await stage.restore();
  return verdicts;
}

type Sent = { wire: Wire; raw: string; changes: string[] };

function judge(hidden: Sent, missing: Sent, alone: Sent): HttpVerdict {
  const leaks = [...hidden.changes];
  if (hidden.raw.includes(SECRET) && !alone.raw.includes(SECRET)) {
    leaks.push(`shows ${excerpt(hidden.raw)}`);
  }
  const compare = (name: string, other: Wire) => {
    const theirs = toLines(other);
    const different = toLines(hidden.wire).flatMap((line, index) =>
      line === theirs[index]
        ? []
        : [`${excerpt(line)}\n  ${name}: ${excerpt(theirs[index] ?? '')}`],
    );
    leaks.push(...different);
  };
  compare('for what is gone', missing.wire);
  compare('when alone', alone.wire);
  return { status: hidden.wire.status, text: excerpt(hidden.raw), leaks };
}

const toLines = ({ status, headers, text }: Wire) => [String(status), ...headers.split('\n'), text];
const excerpt = (text: string) => (text.length > 900 ? `${text.slice(0, 900)}…` : text);

async function send(
  stage: Stage,
  actors: Actors,
  one: HttpCase,
  target: Side,
  own: Side,
): Promise<Sent> {
  const { strapi } = stage.app;
  const { tables } = stage.database;
  const { path, body, options } = one.ask(target, own);
  const before = isReading(one) ? null : await takeDump(strapi, tables);
  const answer = await actors[one.as].request(one.method, path, { ...options, body });
  const wire = toWire(stage, one, answer, target);
  if (!before) return { wire, raw: answer.text, changes: [] };

  const after = await takeDump(strapi, tables);
  const { number } = stage.home;
  const changes = [
    ...describeChanges(foreignPart(before, tables, number), foreignPart(after, tables, number)),
    ...describeChanges(borderLinks(before, tables, number), borderLinks(after, tables, number))
      .filter((change) => change.includes(' appeared: '))
      .map((change) => `over the border: ${change}`),
  ];
  await restoreDump(strapi, before, after);
  return { wire, raw: answer.text, changes };
}

/** The whole answer but the time of a write, with the ids that were asked for under one name. */
function toWire(stage: Stage, one: HttpCase, answer: Answer, target: Side): Wire {
  const isCertain = stage.app.strapi.db.dialect.client === 'sqlite' && !one.isAnyKeyOrder;
  const text =
    isCertain || answer.body === null ? answer.text : JSON.stringify(sortKeys(answer.body));
  const skipped = one.isCreating ? [...CHANGING, 'content-length', 'location'] : [...CHANGING];
  const headers = Object.entries(answer.headers)
    .filter(([name]) => !skipped.includes(name))
    .map(([name, value]) => `${name}: ${String(value)}`);
  return {
    status: answer.status,
    headers: headers.join('\n'),
    text: withoutIds(
      one.isCreating ? withoutNew(text) : isReading(one) ? text : text.replace(TIME, 'TIME'),
      target,
    ),
  };
}

function withoutIds(text: string, target: Side): string {
  const ids = [...collectIds(target)].map(String);
  return ids
    .reduce((rest, id) => rest.replace(new RegExp(`\\b${id}\\b`, 'g'), '#'), text)
    .replaceAll(target.mark, 'MARK');
}

const withoutNew = (text: string) =>
  text
    .replace(TIME, 'TIME')
    .replace(/"documentId":"\w{24}"/g, '"documentId":"NEW"')
    .replace(/"(id|pathId)":\d+/g, '"$1":0')
    .replace(/"(path|folderPath)":"[/\d]*"/g, '"$1":"NEW"')
    .replace(/_[0-9a-f]{10}/g, '_NEW');

/** Document ids, and row ids from 1000 on: those of other sites. */
function* collectIds(value: unknown): Generator<string | number> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const isRowId = typeof inner === 'number' && inner >= 1000;
    if (isRowId || (key === 'documentId' && typeof inner === 'string')) yield inner;
    yield* collectIds(inner);
  }
}
