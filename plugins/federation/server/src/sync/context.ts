import type { Core } from '@strapi/strapi';
import type { Connector } from '../adapters/connector';
import type { Shape } from '../core/shape';
import type { FederationConfig } from '../config';
import type { MediaStore } from './media';
import type { SourceRow } from './rows';
import { isLocalized, modelOf, shapeOf, type Model } from './shapes';
import { tables } from './tables';

/** All that one pass over a source needs; made anew for each run and each preview. */
export type SyncContext = {
  strapi: Core.Strapi;
  source: SourceRow;
  connector: Connector;
  media: MediaStore;
  config: FederationConfig;
  tables: ReturnType<typeof tables>;
  /** Null for a preview, which writes nothing. */
  runId: string | null;
  actor: string | null;
  locales: { all: string[]; default: string };
  now: () => Date;
  /** Only the fields that are mapped. */
  shape: (uid: string) => Shape;
  model: (uid: string) => Model | undefined;
  /** Sentences for people, each once. */
  warn: (text: string) => void;
  warnings: Set<string>;
  /** False when the run was taken over or cancelled: then nothing more is written. */
  assertMine: () => Promise<void>;
};

export async function createContext(
  strapi: Core.Strapi,
  parts: Pick<SyncContext, 'source' | 'connector' | 'media' | 'config' | 'runId' | 'actor'> & {
    assertMine?: () => Promise<void>;
  },
): Promise<SyncContext> {
  const warnings = new Set<string>();
  const shapes = new Map<string, Shape>();
  const mapped = new Map(
    parts.source.mappings.map(({ uid, fields }) => [
      uid,
      new Set(fields.map(({ field }) => field)),
    ]),
  );
  const shape = (uid: string): Shape => {
    const known = shapes.get(uid);
    if (known) return known;
    const fields = mapped.get(uid);
    const made = Object.fromEntries(
      Object.entries(shapeOf(strapi, uid)).filter(([name]) => fields?.has(name)),
    );
    shapes.set(uid, made);
    return made;
  };
  return {
    strapi,
    ...parts,
    assertMine: parts.assertMine ?? (async () => undefined),
    tables: tables(strapi),
    locales: await localesOf(strapi, parts.source),
    now: () => new Date(),
    shape,
    model: (uid) => modelOf(strapi, uid),
    warnings,
    warn: (text) => {
      if (warnings.size < 100) warnings.add(text);
    },
  };
}

async function localesOf(strapi: Core.Strapi, source: SourceRow) {
  const isNeeded = source.mappings.some(({ uid }) => {
    const model = modelOf(strapi, uid);
    return model !== undefined && isLocalized(model);
  });
  if (!isNeeded || !('i18n' in strapi.plugins)) return { all: [], default: '' };
  type Locales = {
    find(): Promise<{ code: string }[]>;
    getDefaultLocale(): Promise<string>;
  };
  const service = strapi.plugin('i18n').service('locales') as unknown as Locales;
  const [all, standard] = await Promise.all([service.find(), service.getDefaultLocale()]);
  return { all: all.map(({ code }) => code), default: standard };
}
