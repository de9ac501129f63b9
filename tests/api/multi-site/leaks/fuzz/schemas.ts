import { factories, type Core } from '@strapi/strapi';
import { createRandom } from '../lib/random';

type Attribute = Record<string, unknown> & { type: string };
export type FuzzType = { name: string; uid: string; attributes: Record<string, Attribute> };

/** A relation of each type that is a key in the row itself, which no link table guards. */
export const KEYED = 'keyed';
const NAMES = ['fuzza', 'fuzzb', 'fuzzc', 'fuzzd'];
const DEMO = ['api::author.author', 'api::tag.tag', 'api::article.article', 'api::page.page'];
const KINDS = ['oneToOne', 'manyToOne', 'oneToMany', 'manyToMany'] as const;
const INVERSE = {
  oneToOne: 'oneToOne',
  manyToOne: 'oneToMany',
  oneToMany: 'manyToOne',
  manyToMany: 'manyToMany',
} as const;

const uidOf = (name: string) => `api::${name}.${name}`;

/** Content types that nobody thought of: the same ones for the same seed. */
export function makeTypes(seed: number): FuzzType[] {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const chance = (share: number) => random() < share;
  const types: FuzzType[] = NAMES.map((name) => ({
    name,
    uid: uidOf(name),
    attributes: {
      name: { type: 'string' },
      note: { type: 'text', private: chance(0.3) },
      rank: { type: 'integer' },
      [KEYED]: {
        type: 'relation',
        relation: 'manyToOne',
        target: pick(DEMO),
        useJoinTable: false,
      },
      ...(chance(0.5) ? { code: { type: 'string', unique: true } } : {}),
      ...(chance(0.5) ? { data: { type: 'json' } } : {}),
      ...(chance(0.6) ? { picture: { type: 'media', multiple: chance(0.5) } } : {}),
      ...(chance(0.5)
        ? { seo: { type: 'component', component: 'shared.seo', repeatable: chance(0.5) } }
        : {}),
      ...(chance(0.5)
        ? {
            zone: {
              type: 'dynamiczone',
              components: ['sections.gallery', 'sections.featured-articles'],
            },
          }
        : {}),
    },
  }));
  types.forEach((type, index) => {
    const count = 2 + Math.floor(random() * 3);
    for (let number = 0; number < count; number += 1) {
      const other = pick(types);
      const kind = pick(KINDS);
      const field = `rel${index}${number}`;
      if (chance(0.3)) {
        const own = kind === 'manyToOne' && chance(0.5) ? { useJoinTable: false } : {};
        type.attributes[field] = {
          type: 'relation',
          relation: kind,
          target: pick(DEMO),
          ...own,
        };
      } else if (chance(0.7)) {
        const back = `back${index}${number}`;
        // The side of many holds the link where the kinds differ.
        const isOwner = kind !== 'oneToMany';
        type.attributes[field] = {
          type: 'relation',
          relation: kind,
          target: other.uid,
          [isOwner ? 'inversedBy' : 'mappedBy']: back,
        };
        other.attributes[back] = {
          type: 'relation',
          relation: INVERSE[kind],
          target: type.uid,
          [isOwner ? 'mappedBy' : 'inversedBy']: field,
        };
      } else {
        type.attributes[field] = { type: 'relation', relation: kind, target: other.uid };
      }
    }
  });
  return types;
}

/** Before Strapi loads, as if they were in files. */
export function addTypes(strapi: Core.Strapi, types: readonly FuzzType[]) {
  const apis = strapi.get<{ add(name: string, api: object): void }>('apis');
  types.forEach(({ name, uid, attributes }, index) => {
    const schema = {
      kind: 'collectionType',
      collectionName: `${name}s`,
      apiName: name,
      globalId: name.charAt(0).toUpperCase() + name.slice(1),
      info: { singularName: name, pluralName: `${name}s`, displayName: name },
      options: { draftAndPublish: index % 2 === 0 },
      attributes,
    };
    // The types are made at run time, so they are in no generated list.
    const known = uid as never;
    apis.add(name, {
      routes: { [name]: factories.createCoreRouter(known) },
      controllers: { [name]: factories.createCoreController(known) },
      services: { [name]: factories.createCoreService(known) },
      contentTypes: { [name]: { schema, actions: {}, lifecycles: {} } },
    });
  });
}
