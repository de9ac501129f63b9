import type { Probe, Probing } from '../probes/probe';
import { restoreDump, takeDump } from './dump';
import { borderLinks, describeChanges, foreignPart } from './foreign';
import { sortKeys } from './sort-keys';
import { SECRET, type Stage } from './stage';

export type Outcome = {
  /** What came back, or the error, as text. */
  answer: string;
  isRefused: boolean;
};
export type Verdict = { probe: Probe; outcome: Outcome; leaks: string[] };

async function runOne(stage: Stage, probe: Probe, probing: Probing): Promise<Outcome> {
  try {
    const value = await stage.atHome(async () => await probe.run(probing));
    return { answer: toText(stage, value), isRefused: false };
  } catch (error) {
    const { name, message } = error as Error;
    return { answer: `${name}: ${message}`, isRefused: true };
  }
}

/**
 * The order of keys counts where one connection makes it certain; on a pool populated relations
 * arrive in any order, with the plugin and without it.
 */
function toText(stage: Stage, value: unknown): string {
  const isCertain = stage.app.strapi.db.dialect.client === 'sqlite';
  return JSON.stringify(
    isCertain ? (value ?? null) : sortKeys(JSON.parse(JSON.stringify(value ?? null))),
  );
}

/**
 * Runs every probe twice: beside the other sites, and as if they did not exist. What is
 * different, what shows their texts and what changes their rows is a leak.
 */
export async function runProbes(
  stage: Stage,
  probes: readonly Probe[],
  probing: Probing,
): Promise<Verdict[]> {
  const beside = await runAll(stage, probes, probing);
  await stage.leaveAlone();
  const alone = await runAll(stage, probes, probing);
  await stage.restore();
  return probes.map((probe, index) => {
    const [here, there] = [beside[index], alone[index]];
    if (!here || !there) throw new Error(`${probe.name} did not run.`);
    const leaks = [...here.changes];
    if (here.answer.includes(SECRET) && !there.answer.includes(SECRET)) {
      leaks.push(`shows ${excerpt(here.answer)}`);
    }
    if (here.answer !== there.answer) {
      leaks.push(`answers ${excerpt(here.answer)} and alone ${excerpt(there.answer)}`);
    }
    return { probe, outcome: here, leaks };
  });
}

async function runAll(stage: Stage, probes: readonly Probe[], probing: Probing) {
  const { strapi } = stage.app;
  const { tables } = stage.database;
  const { number } = stage.home;
  const start = await takeDump(strapi, tables);
  const foreign = foreignPart(start, tables, number);
  const border = borderLinks(start, tables, number);
  const outcomes: (Outcome & { changes: string[] })[] = [];
  for (const probe of probes) {
    const outcome = await runOne(stage, probe, probing);
    const now = await takeDump(strapi, tables);
    const appeared = describeChanges(border, borderLinks(now, tables, number)).filter((change) =>
      change.includes(' appeared: '),
    );
    const changes = [
      ...describeChanges(foreign, foreignPart(now, tables, number), probe.isRenumbering),
      ...appeared.map((change) => `over the border: ${change}`),
    ];
    outcomes.push({ ...outcome, changes });
    await restoreDump(strapi, start, now);
  }
  return outcomes;
}

const excerpt = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text);
