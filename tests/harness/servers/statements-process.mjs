// A throwaway PostgreSQL with pg_stat_statements, for as long as the parent is connected. Sends its
// address, or why there is none.
import { startPostgres } from './postgres.mjs';

try {
  const server = await startPostgres((line) => process.stderr.write(`[tests] ${line}\n`));
  process.on('disconnect', async () => {
    await server.stop();
    process.exit(0);
  });
  process.send({ url: server.url });
} catch (error) {
  process.send({ problem: error.message });
  process.disconnect();
}
