import {
  createCast,
  createEntry,
  startApp,
  type App,
  type AppOptions,
  type Cast,
  type Client,
  type TestSite,
} from '../../../harness';

export const ARTICLE = 'api::article.article';

export type Stage = { app: App; cast: Cast; home: TestSite; other: TestSite; admin: Client };

/** An application with two sites; `admin` is the super admin on the site `home`. */
export async function startStage(options: AppOptions = {}): Promise<Stage> {
  const app = await startApp(options);
  const cast = await createCast(app);
  if (!cast.home || !cast.other) throw new Error('The plugin multi-site is not loaded.');
  const admin = cast.superAdmin.with({ site: cast.home.slug });
  return { app, cast, home: cast.home, other: cast.other, admin };
}

export const paragraph = (text: string) => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

const TEXT = `Fog here has a timetable of its own. It needs a night of clear sky, so that the land cools. The harbour pilot trusts the fog horn more than the radar.`;

export const article = (stage: Stage, data: Record<string, unknown> = {}, site = stage.home) =>
  createEntry(
    stage.app.strapi,
    ARTICLE,
    {
      title: 'A morning without an edge',
      slug: `fog-${Math.random().toString(36).slice(2)}`,
      summary: 'When fog comes in, the harbour does not stop.',
      body: [
        paragraph(TEXT),
        paragraph('The harbour pilot waits for the ferry. Nobody speaks on deck.'),
      ],
      seo: { metaTitle: 'Fog', metaDescription: 'Too short' },
      ...data,
    },
    { site, locale: 'en' },
  );

export const settled = (stage: Stage): Promise<void> =>
  stage.app.strapi.plugin('ai-optimizer').service('rescoring').settled();
