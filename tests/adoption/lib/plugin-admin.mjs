import { ADMINS, PASSWORD } from '../../fixtures/generate/logins.mjs';
import { sendJson } from './http.mjs';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 50;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** The plugin's own admin routes, as the super admin uses them. */
export async function openPluginAdmin({ port }) {
  const ask = async (method, path, { body, headers } = {}) => {
    const answer = await sendJson({ port, method, path, body, headers });
    if (answer.status >= 400) {
      throw new Error(
        `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.json)}`,
      );
    }
    return answer.json;
  };
  const { email } = ADMINS.superAdmin;
  const login = await ask('POST', '/admin/login', { body: { email, password: PASSWORD } });
  const headers = { Authorization: `Bearer ${login.data.token}`, 'X-Site': '*' };
  const asAdmin = async (method, path, body) => (await ask(method, path, { body, headers })).data;

  const isolation = () => asAdmin('GET', '/multi-site/isolation');
  return {
    isolation,
    sites: () => asAdmin('GET', '/multi-site/sites?sort=number:asc'),
    /** Waits until the first site has been given everything. */
    adopted: async () => {
      const deadline = Date.now() + PATIENCE_MS;
      let seen = await isolation();
      while (
        seen.adoption.state !== 'done' ||
        seen.types.some(({ unassigned }) => unassigned > 0)
      ) {
        if (Date.now() > deadline) break;
        await pause();
        seen = await isolation();
      }
      return seen;
    },
    enforce: () => asAdmin('PUT', '/multi-site/isolation/mode', { mode: 'enforce' }),
    createSite: (site) => asAdmin('POST', '/multi-site/sites', site),
  };
}
