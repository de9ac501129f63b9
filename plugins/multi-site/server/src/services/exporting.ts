import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { Site } from '../../../shared/contracts/sites';
import { buildPopulate, type Schemas } from '../core/populate';
import { service } from './service';

const FILE = 'plugin::upload.file';
const BATCH = 50;

type Models = Record<string, { attributes: ReturnType<Schemas['attributesOf']> } | undefined>;

type Line = { kind: 'site' | 'member' | 'file' | 'entry' | 'end' } & Record<string, unknown>;

/** A site as JSON lines: one object a line, so that a large one is read and written piece by piece. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const schemas: Schemas = {
    attributesOf: (uid) => {
      const models = { ...strapi.contentTypes, ...strapi.components } as unknown as Models;
      return models[uid]?.attributes;
    },
  };
  /** As the site, so that nothing of another one can get into the file. */
  const inside = <T>(site: Site, work: () => Promise<T>) =>
    service(strapi, 'context').run(site.number, work);

  async function* linesOf(site: Site): AsyncGenerator<Line> {
    yield { kind: 'site', version: 1, exportedAt: new Date().toISOString(), site };
    const members = await service(strapi, 'context').runUnscoped(() =>
      service(strapi, 'members').list(site.number),
    );
    for (const { user, roles } of members) {
      yield { kind: 'member', email: user.email, roles: roles.map(({ code }) => code) };
    }
    let entries = 0;
    const types = service(strapi, 'isolation')
      .tables()
      .list.filter(({ uid, scope }) => scope === 'site' && uid !== 'plugin::upload.folder');
    for (const { uid } of types) {
      const populate = uid === FILE ? {} : buildPopulate(uid, schemas);
      for (let after = 0; ; ) {
        const rows = await inside(
          site,
          () =>
            strapi.db.query(uid as never).findMany({
              where: { id: { $gt: after } },
              orderBy: { id: 'asc' },
              limit: BATCH,
              populate,
            }) as Promise<({ id: number; publishedAt?: string | null } & object)[]>,
        );
        for (const { id: _id, ...data } of rows) {
          if (uid === FILE) yield { kind: 'file', ...data };
          else {
            entries += 1;
            const status = data.publishedAt === null ? 'draft' : 'published';
            yield { kind: 'entry', contentType: uid, status, data };
          }
        }
        const last = rows.at(-1);
        if (!last || rows.length < BATCH) break;
        after = last.id;
      }
    }
    // Whoever reads the file can tell that it is whole.
    yield { kind: 'end', entries };
  }

  async function* textOf(site: Site) {
    for await (const line of linesOf(site)) yield `${JSON.stringify(line)}\n`;
  }

  return {
    stream: (site: Site): Readable => Readable.from(textOf(site)),
    fileName: (site: Site): string => `${site.slug}-${new Date().toISOString().slice(0, 10)}.jsonl`,
  };
};
