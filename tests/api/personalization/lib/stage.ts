import {
  createCast,
  grantPublic,
  startApp,
  type App,
  type AppOptions,
  type Cast,
  type TestSite,
} from '../../../harness';

const PUBLIC = [
  'resolve',
  'key',
  'recommendations',
  'visitor',
  'consent',
  'preferences',
  'exportMe',
  'eraseMe',
  'identify',
].map((name) => `plugin::personalization.public.${name}`);
const ARTICLES = ['find', 'findOne'].map((name) => `api::article.article.${name}`);

export type Stage = {
  app: App;
  cast: Cast;
  home: TestSite;
  other: TestSite;
  service: (name: string) => ReturnType<App['strapi']['service']>;
};

/** An application with two sites, where visitors may read articles and be personalized. */
export const startStage = async (options: AppOptions = {}): Promise<Stage> => {
  const app = await startApp(options);
  const cast = await createCast(app);
  await grantPublic(app.strapi, [...PUBLIC, ...ARTICLES]);
  if (!cast.home || !cast.other) throw new Error('The plugin multi-site is not loaded.');
  const service = (name: string) => app.strapi.plugin('personalization').service(name);
  return { app, cast, home: cast.home, other: cast.other, service };
};

/** A tree with one clause, as the builder makes it. */
export const when = (field: string, operator: string, value: unknown) => ({
  combinator: 'and' as const,
  rules: [{ field, operator, value }],
});

export const EVERYONE = { combinator: 'and' as const, rules: [] };
