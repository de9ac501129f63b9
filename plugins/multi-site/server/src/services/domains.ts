import { lookup } from 'node:dns/promises';
import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { HostHealth } from '../../../shared/contracts/dashboard';
import type { Site } from '../../../shared/contracts/sites';
import { serverFacts } from '../edge/facts';

const LIMIT_MS = 3000;

/** Do the hosts of a site lead to this installation? */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  // What this installation answers with, on every instance alike, and nobody else knows.
  const [key = ''] = strapi.config.get<string[]>('server.app.keys', []);
  const mark = createHmac('sha256', key).update('multi-site.here').digest('hex');

  async function stateOf(host: string): Promise<HostHealth['state']> {
    if (host.startsWith('*.')) return 'wildcard';
    const isKnown = await lookup(host).then(
      () => true,
      () => false,
    );
    if (!isKnown) return 'unknown-name';
    const { port } = serverFacts(strapi);
    // Behind a proxy, then directly: a local installation has no proxy.
    for (const origin of [`https://${host}`, `http://${host}`, `http://${host}:${port}`]) {
      const answer = await ask(`${origin}/_multi-site/here`);
      if (answer === mark) return 'here';
      if (answer !== null && origin !== `http://${host}`) return 'elsewhere';
    }
    return 'unreachable';
  }

  return {
    mark: () => mark,

    health: (site: Site): Promise<HostHealth[]> =>
      Promise.all([
        ...(site.domain ? [check(site.domain, 'domain')] : []),
        ...site.aliases.map((alias) => check(alias, 'alias')),
      ]),
  };

  async function check(host: string, kind: HostHealth['kind']): Promise<HostHealth> {
    return { host, kind, state: await stateOf(host) };
  }
};

/** What a host says, as far as it says anything in time. Redirects are not followed. */
async function ask(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) });
    const text = await answer.text();
    return text.slice(0, 200);
  } catch {
    return null;
  }
}
