import type { Answer } from '../../../../harness';
import { sortKeys } from '../lib/sort-keys';
import { SECRET, type Stage } from '../lib/stage';
import type { Clients, FuzzCase } from './cases';

export type Finding = { kind: string; text: string; because: string };

/**
 * Asks every case beside the other sites and again when nothing but the own site is left. What
 * shows a text of theirs, and what answers differently, is a leak.
 */
export async function findLeaks(
  stage: Stage,
  { cases, clients }: { cases: readonly FuzzCase[]; clients: Clients },
): Promise<{ findings: Finding[]; good: number }> {
  const askAll = async () => {
    const answers: string[] = [];
    for (const one of cases) answers.push(await askOne(stage, clients, one));
    return answers;
  };
  const beside = await askAll();
  await stage.leaveAlone();
  const alone = await askAll();
  await stage.restore();
  const findings = cases.flatMap(({ kind, text }, index): Finding[] => {
    const [answer = '', plain = ''] = [beside[index], alone[index]];
    if (answer.includes(SECRET) && !plain.includes(SECRET)) {
      return [{ kind, text, because: `shows ${around(answer)}` }];
    }
    const isSame = answer === plain;
    const because = `${answer.slice(0, 700)}\n  alone: ${plain.slice(0, 700)}`;
    return isSame ? [] : [{ kind, text, because }];
  });
  const good = beside.filter((answer) => answer.startsWith('200')).length;
  return { findings, good };
}

/** What the site is answered with everything in place: that depends on nothing else. */
export async function askPlain(
  stage: Stage,
  { cases, clients }: { cases: readonly FuzzCase[]; clients: Clients },
): Promise<string[]> {
  const answers: string[] = [];
  for (const one of cases) answers.push(await askOne(stage, clients, one));
  return answers;
}

/** Asks until `enough` leaks are found, or nothing is left to ask. */
export async function findPlanted(
  stage: Stage,
  given: {
    cases: readonly FuzzCase[];
    clients: Clients;
    plain: readonly string[];
    enough: number;
  },
): Promise<{ asked: number; findings: string[] }> {
  const { cases, clients, plain, enough } = given;
  const findings: string[] = [];
  for (const [index, one] of cases.entries()) {
    const answer = await askOne(stage, clients, one);
    if (answer !== plain[index]) findings.push(`${one.kind} ${one.text}`);
    if (findings.length === enough) return { asked: index + 1, findings };
  }
  return { asked: cases.length, findings };
}

const around = (text: string) => {
  const at = text.indexOf(SECRET);
  return text.slice(Math.max(0, at - 120), at + 120);
};

async function askOne(stage: Stage, clients: Clients, { ask }: FuzzCase): Promise<string> {
  try {
    const value = await ask(stage, clients);
    if (isAnswer(value)) return `${value.status} ${JSON.stringify(inOrder(value.body))}`;
    return `200 ${JSON.stringify(inOrder(JSON.parse(JSON.stringify(value ?? null))))}`;
  } catch (error) {
    const { name, message } = error as Error;
    return `error ${name}: ${message}`;
  }
}

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'status' in value && 'headers' in value;

/**
 * Lists inside entries are unordered without a sort of their own, on a pool of connections also
 * their keys; the outer list was asked for in an order.
 */
function inOrder(value: unknown): unknown {
  const sorted = sortKeys(value);
  const sortInner = (inner: unknown, isOuter: boolean): unknown => {
    if (Array.isArray(inner)) {
      const list = inner.map((one) => sortInner(one, false));
      return isOuter ? list : list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    }
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, one]) => [
        key,
        sortInner(one, isOuter && ['data', 'results', 'a', 'b'].includes(key)),
      ]),
    );
  };
  return sortInner(sorted, true);
}
