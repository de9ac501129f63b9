import { changeBuilders, LAYERS, openJoins } from '../lib/layers';
import type { Stage } from '../lib/stage';
import { KEYED } from './schemas';
import { SHARE_PLANTS } from './share-plants';

/** Opens something and returns how to close it again. */
export type Plant = (stage: Stage) => () => void;

/** Each layer that a read passes; links are made by writes, which the probes look after. */
const layers = Object.entries(LAYERS)
  .filter(([name]) => name !== 'guard of links')
  .map(([name, { takeOut }]): [string, Plant] => [`without the ${name}`, takeOut]);

/** One condition that is missing, as a careless change would leave it out. */
const openConditions =
  (isOpen: (given: { uid: string; type: string | undefined }) => boolean): Plant =>
  (stage) =>
    changeBuilders(stage, (builder, before, uid) => {
      const { processState } = builder;
      builder.processState = function (...args: never[]) {
        const isLeft = isOpen({ uid, type: builder.state?.type });
        return (isLeft ? before.processState : processState).apply(this, args);
      };
    });

const isTableOf = (stage: Stage, table: string, uid: string) =>
  stage.app.strapi.db.metadata.get(uid).tableName === table;

function targetOfKey(stage: Stage): string {
  const { attributes } = stage.app.strapi.db.metadata.get('api::fuzza.fuzza');
  const { target } = (attributes as Record<string, { target?: string } | undefined>)[KEYED] ?? {};
  if (!target) throw new Error('The types have no relation with a key.');
  return target;
}

/** Leaks as they would really come about: a whole layer, or one hole in it. */
export const PLANTS: Record<string, Plant> = {
  ...Object.fromEntries(layers),
  ...SHARE_PLANTS,
  'without any joins': (stage) => openJoins(stage, () => true),
  'joins behind the key of one type open': (stage) =>
    openJoins(stage, (table) => isTableOf(stage, table, targetOfKey(stage))),
  'the link tables of one type open': (stage) =>
    openJoins(stage, (table) => table.startsWith('articles_')),
  'one type without its condition': openConditions(({ uid }) => uid === 'api::tag.tag'),
  'counts without a condition': openConditions(({ type }) => type === 'count'),
};
