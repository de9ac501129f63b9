import type { Core, UID } from '@strapi/strapi';
import { createEntry, type TestSite } from '../../../../harness';
import { linkRows, relationsOf, tableOf } from '../lib/link-row';
import { createRandom } from '../lib/random';
import type { FuzzType } from './schemas';

type Marked = { site: TestSite; mark: string };

const EACH = 3;

/** The same entries on both sites, under two marks, linked at random. */
export async function fillTypes(
  strapi: Core.Strapi,
  { types, seed, sides }: { types: readonly FuzzType[]; seed: number; sides: readonly Marked[] },
) {
  for (const side of sides) {
    // Both sites get the same links: what differs is whose they are.
    const random = createRandom(seed);
    for (const { uid, attributes } of types) {
      for (let number = 0; number < EACH; number += 1) {
        await createEntry(strapi, uid as UID.ContentType, textsOf(attributes, side.mark, number), {
          site: side.site,
        });
      }
    }
    for (const type of types) await linkAtRandom(strapi, { type, side, random });
  }
  for (const type of types) await plantBorderLinks(strapi, { type, sides });
}

function textsOf(attributes: FuzzType['attributes'], mark: string, number: number) {
  const texts: Record<string, unknown> = {
    name: `${mark} name ${number}`,
    note: `${mark} note ${number}`,
    rank: number,
  };
  if (attributes.code) texts.code = `${mark}-${number}`;
  if (attributes.data) texts.data = { secret: `${mark} json` };
  const seo = { metaTitle: `${mark} seo ${number}` };
  if (attributes.seo) texts.seo = attributes.seo.repeatable ? [seo] : seo;
  if (attributes.zone) {
    texts.zone = [{ __component: 'sections.gallery', caption: `${mark} zone`, images: [] }];
  }
  return texts;
}

const idsOn = (strapi: Core.Strapi, uid: string, site: number): Promise<number[]> =>
  strapi.db
    .connection(tableOf(strapi, uid))
    .where({ site_id: site })
    .orderBy('id')
    .limit(6)
    .pluck('id');

async function linkAtRandom(
  strapi: Core.Strapi,
  { type, side, random }: { type: FuzzType; side: Marked; random: () => number },
) {
  const { number } = side.site;
  for (const [field, { target }] of relationsOf(type.attributes)) {
    const own = await idsOn(strapi, type.uid, number);
    const others = await idsOn(strapi, target, number);
    for (const id of own) {
      const other = others[Math.floor(random() * others.length)];
      if (other !== undefined)
        await linkRows(strapi, { uid: type.uid, field, from: id, to: other });
    }
  }
}

/** Links over the border, both ways, through every link table and every key. */
async function plantBorderLinks(
  strapi: Core.Strapi,
  { type, sides }: { type: FuzzType; sides: readonly Marked[] },
) {
  const [home, away] = sides;
  if (!home || !away) return;
  for (const [field, { target }] of relationsOf(type.attributes)) {
    const [ownFirst, ownSecond] = await idsOn(strapi, type.uid, home.site.number);
    const [, farSecond] = await idsOn(strapi, type.uid, away.site.number);
    const [ownTarget] = await idsOn(strapi, target, home.site.number);
    const [farTarget] = await idsOn(strapi, target, away.site.number);
    const uid = type.uid;
    if (ownFirst && farTarget)
      await linkRows(strapi, { uid, field, from: ownFirst, to: farTarget });
    if (ownSecond && farTarget)
      await linkRows(strapi, { uid, field, from: ownSecond, to: farTarget });
    if (farSecond && ownTarget)
      await linkRows(strapi, { uid, field, from: farSecond, to: ownTarget });
  }
}
