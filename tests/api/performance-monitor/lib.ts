import { createEntry, grantPublic, startApp, type App, type AppOptions } from '../../harness';

/** Nothing runs by the clock here: tests say when figures are written and rules are looked at. */
const BY_HAND = { flushMs: 60_000, evaluateMs: 300_000 };

export const ROOT = '/performance-monitor';

export const startMonitored = (
  config: Record<string, unknown> = {},
  options: AppOptions = {},
): Promise<App> =>
  startApp({
    ...options,
    plugins: { 'performance-monitor': { config: { ...BY_HAND, ...config } }, ...options.plugins },
  });

export const service = (app: App, name: string) =>
  app.strapi.plugin('performance-monitor').service(name);

/** Writes what was measured, after the last answer's end has been noticed. */
export const flush = async (app: App): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  await service(app, 'monitor').flush();
};

/** One round of the clock that evaluates rules and sends messages. */
export const evaluate = async (app: App): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  await service(app, 'alerting').run();
};

export const openShowcase = (app: App) =>
  grantPublic(app.strapi, [
    'api::article.article.find',
    'api::article.article.findOne',
    'api::showcase.showcase.oneByOne',
    'api::showcase.showcase.everything',
  ]);

export const createArticles = async (app: App, count: number): Promise<void> => {
  for (let at = 0; at < count; at += 1) {
    const author = await createEntry(app.strapi, 'api::author.author', {
      name: `Author ${at}`,
      slug: `author-${at}`,
    });
    await createEntry(app.strapi, 'api::article.article', {
      title: `Article ${at}`,
      slug: `article-${at}`,
      author: author.documentId,
    });
  }
};
