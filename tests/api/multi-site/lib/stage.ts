import {
  createCast,
  startApp,
  type App,
  type AppOptions,
  type Cast,
  type TestSite,
} from '../../../harness';

export type Stage = {
  app: App;
  /** The people of the harness, on the sites `home` and `other`. */
  cast: Cast;
  home: TestSite;
  other: TestSite;
  /** The site of the first start, and of hosts that belong to no site. */
  main: TestSite;
};

/** An application with three sites and everybody on them. Roles know the locales made before. */
export const startStage = async ({
  locales = [],
  ...options
}: AppOptions & { locales?: string[] } = {}): Promise<Stage> => {
  const app = await startApp(options);
  for (const code of locales) {
    await app.strapi.plugin('i18n').service('locales').create({ code, name: code });
  }
  const cast = await createCast(app);
  if (!cast.home || !cast.other) throw new Error('The plugin multi-site is not loaded.');
  const [first] = await app.strapi.plugin('multi-site').service('sites').findMany();
  const main: TestSite = { ...first, documentId: first.id, domain: '' };
  return { app, cast, home: cast.home, other: cast.other, main };
};
