import type { Core } from '@strapi/strapi';
import type { CopyBody, CopyPreview } from '../../../shared/contracts/copies';
import type { Site } from '../../../shared/contracts/sites';
import { componentAttributesOf } from '../copies/component-attributes';
import { planRelations, type PlannedRelation } from '../copies/relations';
import {
  readSource,
  referenceKey,
  referencesIn,
  type Reference,
  type Source,
} from '../copies/source';
import { createCopy, fillCopy } from '../copies/write';
import { errors } from '../errors';
import { findCollisions } from '../moving/collisions';
import { copyFile, FILE, removeCopies } from '../moving/media';
import { sqlOf } from '../moving/sql';
import { titlesOf } from '../sharing/titles';
import type { AuditRow } from './audit';
import { service } from './service';

export type Copy = Omit<CopyBody, 'contentType' | 'to'> & {
  uid: string;
  to: Site;
  /** May the person copy or share this related entry? Else it is left out. */
  mayTake: (reference: Reference, does: 'copy' | 'share') => Promise<boolean>;
};
type Made = Reference & { changedAt: number };
/** What it takes to take copies away again. */
type Undo = { to: number; made: Made[]; files: number[]; shares: Reference[] };

/** Entries copied to another site, with what they link to and show. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  async function read(uid: string, documentIds: readonly string[], locales: Copy['locales']) {
    const found: Source[] = [];
    for (const documentId of documentIds) {
      const source = await readSource(strapi, { uid, documentId }, locales ?? null);
      if (source) found.push(source);
    }
    return found;
  }

  const chooseBy =
    ({ choices, missing, mayTake }: Copy) =>
    async (reference: Reference) => {
      const isMeant = (one: Copy['choices'][number]) =>
        one.contentType === reference.uid && one.documentId === reference.documentId;
      const does = choices.find(isMeant)?.does ?? missing;
      return does !== 'leave' && (await mayTake(reference, does)) ? does : 'leave';
    };

  /** What is copied, along with chosen related entries; those bring only what is there already. */
  async function plan(copy: Copy) {
    const { uid, documentIds, locales, to } = copy;
    const sources = await read(uid, documentIds, locales);
    const together = new Set(sources.map(referenceKey));
    const { relations: references } = referencesIn(strapi, sources);
    const relations = await planRelations(strapi, references, {
      to,
      together,
      choose: chooseBy(copy),
    });
    const along: Source[] = [];
    for (const one of relations.filter(({ does }) => does === 'copy')) {
      along.push(...(await read(one.contentType, [one.documentId], locales)));
    }
    const inner = referencesIn(strapi, along).relations;
    const isKnown = (reference: Reference) =>
      references.some((one) => referenceKey(one) === referenceKey(reference));
    const copied = new Set([...together, ...along.map(referenceKey)]);
    const further = await planRelations(
      strapi,
      inner.filter((reference) => !isKnown(reference)),
      { to, together: copied, choose: () => 'leave' },
    );
    const all = [...sources, ...along];
    return { sources, along, relations, further, media: referencesIn(strapi, all).media };
  }

  const collisionsOf = async (sources: readonly Source[], to: Site) => {
    const found: CopyPreview['collisions'] = [];
    for (const uid of new Set(sources.map((source) => source.uid))) {
      const documentIds = sources.filter((one) => one.uid === uid).map((one) => one.documentId);
      found.push(...(await findCollisions(strapi, { uid, documentIds, to: to.number })));
    }
    return found;
  };

  async function changedAt({ uid, documentId }: Reference): Promise<number | null> {
    const rows: { updatedAt: string }[] = await service(strapi, 'context').runUnscoped(() =>
      strapi.db.query(uid).findMany({ where: { documentId }, select: ['updatedAt'] as never }),
    );
    const times = rows.map((row) => new Date(row.updatedAt).getTime());
    return times.length > 0 ? Math.max(...times) : null;
  }

  async function write(
    { sources, along, relations, further }: Awaited<ReturnType<typeof plan>>,
    { to, publish, files }: { to: Site; publish: boolean; files: ReadonlyMap<number, number> },
  ): Promise<Made[]> {
    const known = new Map<string, string>();
    const isShared = ({ does }: PlannedRelation) => does === 'share';
    for (const one of [...relations, ...further]) {
      const as = isShared(one) ? one.documentId : one.as;
      if (as) known.set(referenceKey({ uid: one.contentType, documentId: one.documentId }), as);
    }
    const { byUid } = service(strapi, 'isolation').tables();
    const mapping = {
      componentOf: componentAttributesOf(strapi),
      media: (id: number) => files.get(id) ?? null,
      relation: (uid: string, documentId: string) =>
        byUid(uid)?.scope === 'site'
          ? (known.get(referenceKey({ uid, documentId })) ?? null)
          : documentId,
    };
    const all = [...along, ...sources];
    const made: Reference[] = [];
    for (const source of all) {
      const documentId = await createCopy(strapi, source, { site: to.number, mapping });
      known.set(referenceKey(source), documentId);
      made.push({ uid: source.uid, documentId });
    }
    for (const [index, source] of all.entries()) {
      const documentId = made[index]?.documentId ?? '';
      await fillCopy(strapi, source, { site: to.number, documentId, mapping, publish });
    }
    return Promise.all(
      made.map(async (one) => ({ ...one, changedAt: (await changedAt(one)) ?? 0 })),
    );
  }

  return {
    async preview(copy: Copy, mayPublish: boolean): Promise<CopyPreview> {
      const { uid, to } = copy;
      const { sources, along, relations, media } = await plan(copy);
      // All languages there are, to choose from.
      const whole = copy.locales ? await read(uid, copy.documentIds, undefined) : sources;
      const titles = await titlesOf(strapi, uid, copy.documentIds);
      const localesIn = (list: readonly Source[]) => [
        ...new Set(list.flatMap(({ versions }) => versions.flatMap(({ locale }) => locale ?? []))),
      ];
      const offered = to.settings.locales ?? [];
      const files = await sqlOf(strapi)<{ id: number; name: string }[]>((table) =>
        table(strapi.db.metadata.get(FILE).tableName)
          .whereIn('id', media)
          .select('id', 'name')
          .orderBy('id'),
      );
      return {
        to: { id: to.id, name: to.name },
        entries: sources.map((source) => ({
          documentId: source.documentId,
          title: titles.get(source.documentId) ?? source.documentId,
          locales: localesIn([source]),
          isPublished: source.versions.some(({ published }) => published !== null),
        })),
        locales: localesIn(whole),
        foreignLocales:
          offered.length === 0 ? [] : localesIn(sources).filter((code) => !offered.includes(code)),
        relations: relations.map(({ as: _as, ...relation }) => relation),
        media: files,
        collisions: await collisionsOf([...sources, ...along], to),
        mayPublish,
      };
    },

    /** All of it or nothing. @throws MOVE_COLLISION where a unique value is taken. */
    async copy(copy: Copy): Promise<{ copied: number; auditId: string }> {
      const { uid, to, publish } = copy;
      const planned = await plan(copy);
      const { sources, along, relations, media } = planned;
      if (sources.length === 0) throw errors.NOTHING_TO_MOVE();
      const [taken] = await collisionsOf([...sources, ...along], to);
      if (taken) {
        throw errors.MOVE_COLLISION({
          message: `"${taken.value}" is taken on ${to.name}: two entries there would have the same ${taken.field}.`,
          details: { ...taken },
        });
      }
      const files = new Map<number, number>();
      const shares = relations
        .filter(({ does }) => does === 'share')
        .map((one) => ({ uid: one.contentType, documentId: one.documentId }));
      const sharing = service(strapi, 'sharing');
      const begun: { uid: string; documentIds: string[]; sites: Site[] }[] = [];
      try {
        for (const id of media) files.set(id, await copyFile(strapi, id, to.number));
        // Before the transaction: what other requests look up meanwhile has to know of it.
        for (const one of shares) {
          const wish = { uid: one.uid, documentIds: [one.documentId], sites: [to] };
          if ((await sharing.share(wish)).changed > 0) begun.push(wish);
        }
        return await strapi.db.transaction(async () => {
          const made = await write(planned, { to, publish, files });
          const undo: Undo = { to: to.number, made, files: [...files.values()], shares };
          const owners = await Promise.all(
            sources.map((one) => service(strapi, 'registry').siteOf(one.uid, one.documentId)),
          );
          const auditId = await service(strapi, 'audit').record({
            action: 'copy',
            site: new Set(owners).size === 1 ? (owners[0] ?? null) : null,
            otherSite: to.number,
            subject: uid,
            count: sources.length,
            undo,
          });
          await service(strapi, 'tasks').fill(to.number);
          return { copied: sources.length, auditId };
        });
      } catch (error) {
        for (const wish of begun) await sharing.stop(wish);
        await removeCopies(strapi, [...files.values()]);
        throw error;
      }
    },

    /** Takes the copies away that nobody has worked on since; says why not for the rest. */
    async undo(row: AuditRow) {
      // Written by `copy` above.
      const { to, made, files, shares } = row.undo as Undo;
      const refused: { documentId: string; reason: string }[] = [];
      const good: Made[] = [];
      for (const one of made) {
        const now = await changedAt(one);
        const site = await service(strapi, 'registry').siteOf(one.uid, one.documentId);
        if (now === null) continue;
        if (site !== to) refused.push({ documentId: one.documentId, reason: 'It was moved.' });
        else if (now > one.changedAt) {
          refused.push({ documentId: one.documentId, reason: 'It was edited on its new site.' });
        } else good.push(one);
      }
      if (good.length === 0) return { undone: 0, refused };
      await strapi.db.transaction(async () => {
        if (!(await service(strapi, 'audit').markUndone(row))) throw errors.ALREADY_UNDONE();
        await service(strapi, 'context').run(to, async () => {
          for (const { uid, documentId } of good) {
            await strapi.documents(uid as never).delete({ documentId, locale: '*' } as never);
          }
        });
      });
      // With some copies kept, what they show and link to stays too.
      if (refused.length === 0) {
        await removeCopies(strapi, files);
        const site = service(strapi, 'state').snapshot().sites.get(to);
        for (const { uid, documentId } of site ? shares : []) {
          const entry = { uid, documentIds: [documentId], sites: site && [site] };
          const known = await service(strapi, 'sharing').sitesOf({ uid, documentId });
          if (known.includes(to)) await service(strapi, 'sharing').stop(entry);
        }
      }
      return { undone: good.length, refused };
    },
  };
};
