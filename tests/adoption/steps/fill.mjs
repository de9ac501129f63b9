import { readFacts } from '../lib/facts.mjs';
import { startServer } from '../lib/server.mjs';

export const FILLED = 'filled';

/** The project before anything of ours: content, people, tokens; saved, so each state starts equal. */
export async function fillProject({ project, database, port, rows, lane, more }) {
  await database.create();
  const server = await startServer({ project, database, port, label: 'fill' });
  let tokens;
  let added = {};
  try {
    const filled = await server.run('fill', { rows });
    tokens = filled.tokens;
    const { plan, ms } = filled;
    lane.say(`${rows} entries in ${ms} ms: ${plan.articles} articles, ${plan.pages} pages, …`);

    const twins = await server.run('twins');
    lane.check(
      `${twins.length} generated entries equal what Strapi writes`,
      twins.filter(({ equal }) => !equal).map((twin) => JSON.stringify(twin)),
    );
    if (more) added = await server.run(more);
    await server.run('settle');
  } finally {
    await server.stop();
  }
  await database.save(FILLED);
  return { tokens, facts: { ...(await readFacts(database)), ...added } };
}
