import type { Run } from '../../../../plugins/federation/shared/contracts/runs';
import type {
  CreateSourceBody,
  Source,
} from '../../../../plugins/federation/shared/contracts/sources';
import {
  createCast,
  startApp,
  type AdminPersona,
  type App,
  type AppOptions,
  type Cast,
  type Client,
} from '../../../harness';

export type Stage = { app: App; cast: Cast; admin: AdminPersona; home: Client };

/** An app whose runs are quick and that may reach this machine. */
export async function startStage(options: AppOptions & { config?: object } = {}): Promise<Stage> {
  const { config, ...rest } = options;
  const app = await startApp({
    ...rest,
    plugins: {
      federation: {
        config: { allowedHosts: ['127.0.0.1'], pollMs: 50, leaseTtlMs: 2_000, ...config },
      },
      ...rest.plugins,
    },
  });
  const cast = await createCast(app);
  return { app, cast, admin: cast.superAdmin, home: atHome(cast) };
}

/** The super admin, working in the site `home`. */
const atHome = (cast: Cast): Client =>
  cast.home ? cast.superAdmin.with({ site: cast.home.slug }) : cast.superAdmin;

export const feedMapping = {
  remoteType: 'items',
  uid: 'api::article.article',
  matchBy: '',
  fields: [
    { field: 'title', from: 'title', steps: [] },
    { field: 'slug', from: 'title', steps: [{ op: 'slug' as const }] },
    { field: 'summary', from: 'summary', steps: [{ op: 'html-to-text' as const }] },
    { field: 'body', from: 'content', steps: [{ op: 'html-to-blocks' as const }] },
    { field: 'cover', from: 'image', steps: [] },
  ],
};

export const feedSource = (
  url: string,
  more: Partial<CreateSourceBody> = {},
): CreateSourceBody => ({
  name: 'A feed',
  type: 'feed',
  config: { url },
  mappings: [feedMapping],
  ...more,
});

export async function createSource(client: Client, body: CreateSourceBody): Promise<Source> {
  const answer = await client.post<{ data: Source }>('/federation/sources', body);
  if (answer.status !== 201) throw new Error(`Creating a source answered ${answer.text}`);
  return answer.body.data;
}

const OVER = ['done', 'failed', 'cancelled'];

export async function waitForRun(client: Client, id: string, states = OVER): Promise<Run> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { body } = await client.get<{ data: Run }>(`/federation/runs/${id}`);
    if (states.includes(body.data.state)) return body.data;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Run ${id} did not end.`);
}

export async function runSource(
  client: Client,
  source: { id: string },
  mode: 'changes' | 'full' = 'changes',
): Promise<Run> {
  const answer = await client.post<{ data: Run }>(`/federation/sources/${source.id}/run`, { mode });
  if (answer.status !== 201) throw new Error(`Starting a run answered ${answer.text}`);
  return waitForRun(client, answer.body.data.id);
}

/** Drafts of a type, by title. */
export async function draftsOf(app: App, sourceId: string): Promise<Record<string, Draft>> {
  const links = await app.strapi.db
    .query('plugin::federation.federated-content')
    .findMany({ where: { sourceId } });
  const entries = await Promise.all(
    (links as { localId: string; remoteId: string }[])
      .filter(({ localId }) => localId !== '')
      .map(async ({ localId, remoteId }) => {
        const rows = await app.strapi.db
          .query('api::article.article')
          .findMany({ where: { documentId: localId, publishedAt: null }, populate: ['cover'] });
        return rows.map((row) => [remoteId, row] as const);
      }),
  );
  return Object.fromEntries(entries.flat());
}

export type Draft = {
  documentId: string;
  title: string;
  slug: string;
  summary: string | null;
  body: unknown;
  cover: { id: number } | null;
};

export async function editDraft(app: App, draft: Draft, data: object, site?: number) {
  const work = () =>
    app.strapi.documents('api::article.article').update({ documentId: draft.documentId, data });
  if (site === undefined) return work();
  const context = app.strapi.plugin('multi-site').service('context');
  return context.run(site, work);
}
