import { generate } from '../../fixtures/generate/index.mjs';

/** What the last fill of this process wrote; `twins` writes some of it again. */
export const filled = { samples: [] };

/** Fills the fixture project; answers with what the recorder needs to log in. */
export default async function fill(strapi, { rows }) {
  const { plan, people, samples, ms } = await generate(strapi, { rows });
  filled.samples = samples;
  return { plan, tokens: people.tokens, ms };
}
