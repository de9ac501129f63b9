import type { Core } from '@strapi/strapi';
import type { PluginSeed, SeedSite } from './context';

type Path = { to: string; roles: string[] };
type Stage = { key: string; name: string; color: string; canPublish: boolean; transitions: Path[] };
type Workflows = {
  find(site: number): Promise<object | null>;
  save(options: { site: number; body: object; isSample: boolean }): Promise<void>;
};
type TaskRow = { id: number };

const DAY_MS = 86_400_000;
const OWNERS = ['multi-site-owner'];

const stage = (
  [key, name, color]: [string, string, string],
  transitions: Path[],
  canPublish = false,
): Stage => ({ key, name, color, canPublish, transitions });

/** Four eyes: an owner says what is ready. */
const STAGES = [
  stage(['draft', 'Draft', 'neutral'], [{ to: 'review', roles: [] }]),
  stage(
    ['review', 'In review', 'warning'],
    [
      { to: 'draft', roles: [] },
      { to: 'ready', roles: OWNERS },
    ],
  ),
  stage(['ready', 'Ready', 'primary'], [{ to: 'review', roles: [] }], true),
  stage(['published', 'Published', 'success'], [{ to: 'draft', roles: [] }]),
];

/** Which types of a demo site are under its workflow; the magazine's articles go out freely. */
const TYPES: Record<string, string[]> = {
  magazine: ['api::page.page'],
  shop: ['api::page.page'],
  guide: ['api::article.article', 'api::page.page'],
};

/** Of the first entries of a site: stage, whose turn, days until due, what was said. */
const CARDS: { stage: string; who: number; due: number | null; words?: string }[] = [
  { stage: 'review', who: 0, due: 1, words: 'Please check the opening hours, they changed.' },
  { stage: 'draft', who: 1, due: 6 },
  { stage: 'ready', who: 0, due: 0, words: 'Good to go from my side.' },
  { stage: 'review', who: 1, due: -2, words: 'The second picture is from last year.' },
  { stage: 'draft', who: 1, due: null },
  { stage: 'review', who: 0, due: 4 },
  { stage: 'draft', who: 0, due: 12, words: 'Waiting for the new prices.' },
  { stage: 'ready', who: 1, due: -1 },
];

/** A day of the calendar, so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const peopleOf = async (strapi: Core.Strapi, slug: string) => {
  const people: { id: number; firstname: string; lastname: string }[] = [];
  for (const role of ['owner', 'editor']) {
    const where = { email: `${role}.${slug}@demo.test` };
    const user = (await strapi.db.query('admin::user').findOne({ where })) as
      | (typeof people)[number]
      | null;
    if (user) people.push(user);
  }
  return people;
};

const fillCards = async (strapi: Core.Strapi, { number, slug }: SeedSite) => {
  const tasks = strapi.db.query('plugin::multi-site.task');
  const people = await peopleOf(strapi, slug);
  const rows = (await tasks.findMany({
    where: { site: number },
    orderBy: [{ entryUid: 'desc' }, { id: 'asc' }],
    limit: CARDS.length,
  })) as TaskRow[];
  for (const [index, row] of rows.entries()) {
    const card = CARDS[index];
    const person = card && people[card.who];
    if (!card || !person) continue;
    const by = { id: person.id, name: `${person.firstname} ${person.lastname}` };
    const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
    const moved = { at: at(30 + index), by, kind: 'moved', from: 'draft', to: card.stage };
    const said = { at: at(5 + index), by, kind: 'comment', text: card.words };
    await tasks.update({
      where: { id: row.id },
      data: {
        stage: card.stage,
        assigneeId: person.id,
        dueOn: card.due === null ? null : dayIn(card.due),
        history: [...(card.stage === 'draft' ? [] : [moved]), ...(card.words ? [said] : [])],
        version: 2,
        isSample: true,
      },
    });
  }
};

/** A workflow on each site of the demo, with people and dates on its cards. */
const seedWorkflows: PluginSeed['seed'] = async (strapi, { sites }) => {
  const workflows = strapi.plugin('multi-site').service('workflows') as unknown as Workflows;
  for (const site of sites) {
    if (await workflows.find(site.number)) continue;
    const body = {
      isEnabled: true,
      contentTypes: TYPES[site.slug] ?? ['api::page.page'],
      stages: STAGES,
      whenPublished: 'published',
      whenEdited: 'draft',
      version: 0,
    };
    await workflows.save({ site: site.number, body, isSample: true });
    await fillCards(strapi, site);
  }
};

export const multiSiteWorkflows: PluginSeed = {
  plugin: 'multi-site',
  what: 'workflows and their cards',
  seed: seedWorkflows,
};
