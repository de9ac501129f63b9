import type { Core } from '@strapi/strapi';
import type { SeedSite } from './context';

const DAY_MS = 86_400_000;
const ARTICLE = 'api::article.article';

type Experiment = { id: string; variants: { id: string }[] };
type Experiments = {
  create(body: object, person: { name: string }): Promise<Experiment>;
  rowOrFail(id: string): Promise<object>;
};
type Variants = {
  setFields(row: object, variant: string, fields: Record<string, string>): Promise<void>;
  publish(experiment: string): Promise<void>;
};
type Plan = {
  name: string;
  hypothesis: string;
  goal: string;
  title: (title: string) => string;
  days: number;
  /** Visitors a day and share that convert, of the original and of the variant. */
  arms: readonly [readonly [number, number], readonly [number, number]];
  state: 'running' | 'draft';
};

/** One won, one undecided, one with a broken split, one that is only planned. */
const PLANS: Plan[] = [
  {
    name: 'A title that says what you get',
    hypothesis: 'Readers open a story sooner when its title names what they will know after it.',
    goal: 'Newsletter Joined',
    title: (title) => `${title}: what to know before you go`,
    days: 24,
    arms: [
      [410, 0.041],
      [405, 0.061],
    ],
    state: 'running',
  },
  {
    name: 'A question as a title',
    hypothesis: 'A question makes people curious. Or it does not.',
    goal: 'Article Finished',
    title: (title) => `Have you met this one? ${title}`,
    days: 16,
    arms: [
      [160, 0.22],
      [163, 0.226],
    ],
    state: 'running',
  },
  {
    name: 'Shorter title on phones',
    hypothesis: 'Half the title, twice the readers.',
    goal: 'Article Finished',
    title: (title) => title.split(' ').slice(0, 3).join(' '),
    days: 12,
    arms: [
      [300, 0.12],
      [236, 0.15],
    ],
    state: 'running',
  },
  {
    name: 'Name the place in the title',
    hypothesis: 'People look for places.',
    goal: 'Map Opened',
    title: (title) => `${title}, from the old town to the harbour`,
    days: 0,
    arms: [
      [0, 0],
      [0, 0],
    ],
    state: 'draft',
  },
];

type Context = { site: SeedSite; now: Date; random: () => number };

/** Tests of the site's first articles, made by the plugin's own services, with figures of weeks. */
export const seedExperiments = async (
  strapi: Core.Strapi,
  { site, now, random }: Context,
): Promise<void> => {
  const plugin = strapi.plugin('ai-optimizer');
  const experiments = plugin.service('experiments') as unknown as Experiments;
  const variants = plugin.service('variants') as unknown as Variants;
  const articles = await strapi.documents(ARTICLE).findMany({
    status: 'published',
    locale: 'en',
    sort: 'id:asc',
    limit: PLANS.length,
  });
  for (const [index, plan] of PLANS.entries()) {
    const article = articles[index] as { documentId: string; title: string } | undefined;
    if (!article) return;
    const created = await experiments.create(
      {
        uid: ARTICLE,
        documentId: article.documentId,
        locale: 'en',
        name: plan.name,
        hypothesis: plan.hypothesis,
        coverage: 1,
        controlWeight: 0.5,
        goal: { event: plan.goal, kind: 'conversion', baseline: 0.05, effect: 0.2 },
        minimumDays: 7,
        variants: [{ name: 'Variant B', weight: 0.5 }],
      },
      { name: 'Mara Lindqvist' },
    );
    const [variant] = created.variants;
    if (!variant) return;
    const row = await experiments.rowOrFail(created.id);
    await variants.setFields(row, variant.id, {
      title: plan.title(article.title).slice(0, 160),
    });
    await markSamples(strapi, created.id);
    if (plan.state === 'draft') continue;
    await variants.publish(created.id);
    await strapi.db.query('plugin::ai-optimizer.experiment').updateMany({
      where: { documentId: created.id },
      data: { state: 'running', startedAt: new Date(now.getTime() - plan.days * DAY_MS) } as never,
    });
    await strapi.db.query('plugin::ai-optimizer.tally').createMany({
      data: talliesOf(plan, { experiment: created.id, site: site.number, now, random }) as never,
    });
  }
};

const markSamples = async (strapi: Core.Strapi, experiment: string) => {
  const data = { isSample: true } as never;
  await strapi.db
    .query('plugin::ai-optimizer.experiment')
    .updateMany({ where: { documentId: experiment }, data });
  await strapi.db.query('plugin::ai-optimizer.variant').updateMany({ where: { experiment }, data });
};

const talliesOf = (
  { days, arms }: Plan,
  {
    experiment,
    site,
    now,
    random,
  }: { experiment: string; site: number; now: Date; random: () => number },
) =>
  Array.from({ length: days }, (_none, at) => {
    const day = new Date(now.getTime() - (days - at) * DAY_MS).toISOString().slice(0, 10);
    const busy = 0.85 + 0.3 * random();
    return arms.map(([visitors, rate], variant) => {
      const units = Math.round(visitors * busy);
      const conversions = Math.round(units * rate * (0.88 + 0.24 * random()));
      return {
        site,
        key: `sample ${experiment} ${variant} ${day}`,
        experiment,
        variant,
        day,
        units,
        conversions,
        sum: conversions,
        sumSquares: conversions,
        isSample: true,
      };
    });
  }).flat();
