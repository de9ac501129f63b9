const PATIENCE_MS = 20_000;
const PAUSE_MS = 100;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Waits until the project's own cron job has written; answers with how often it ran. */
export default async function cronWrote(strapi, { times }) {
  const runs = async () =>
    (await strapi.db.connection('counters').where({ key: 'digest-runs' }).first('views'))?.views ??
    0;
  const deadline = Date.now() + PATIENCE_MS;
  while ((await runs()) < times && Date.now() < deadline) await pause();
  return runs();
}
