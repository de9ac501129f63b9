import type { FieldMapping, TypeMapping } from '../../../../shared/contracts/mappings';
import type { Policy } from '../../../../shared/contracts/policies';
import type { RemoteType } from '../../../../shared/contracts/remote';
import type {
  Connection,
  Source,
  SourceType,
  UpdateSourceBody,
} from '../../../../shared/contracts/sources';

/** A source as it is being set up. */
export type Draft = {
  sourceId: string | null;
  type: SourceType;
  url: string;
  secret: string;
  /** API names, separated by commas; only where the source does not list its types. */
  names: string;
  name: string;
  site: number | null;
  remoteTypes: RemoteType[];
  mappings: TypeMapping[];
  policy: Policy;
  schedule: string;
  timeZone: string;
};

export const newDraft = (timeZone: string): Draft => ({
  sourceId: null,
  type: 'feed',
  url: '',
  secret: '',
  names: '',
  name: '',
  site: null,
  remoteTypes: [],
  mappings: [],
  policy: { preset: 'merge', onDelete: 'unpublish', publish: false },
  schedule: '0 * * * *',
  timeZone,
});

export const draftOf = (source: Source): Draft => ({
  sourceId: source.id,
  type: source.type,
  url: source.config.url,
  secret: '',
  names: source.config.types?.join(', ') ?? '',
  name: source.name,
  site: source.site,
  remoteTypes: [],
  mappings: source.mappings,
  policy: source.policy,
  schedule: source.schedule,
  timeZone: source.timeZone,
});

const namesOf = ({ names }: Draft) =>
  names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const configOf = (draft: Draft) => {
  const types = namesOf(draft);
  return { url: draft.url.trim(), ...(types.length > 0 && { types }) };
};

export const connectionOf = (draft: Draft): Connection => ({
  type: draft.type,
  config: configOf(draft),
  ...(draft.secret && { secret: draft.secret }),
  ...(draft.sourceId && { sourceId: draft.sourceId }),
});

export const createBodyOf = (draft: Draft) => {
  const { sourceId: _sourceId, ...connection } = connectionOf(draft);
  return {
    ...connection,
    name: draft.name.trim(),
    mappings: draft.mappings,
    policy: draft.policy,
    schedule: draft.schedule,
    timeZone: draft.timeZone,
    ...(draft.site !== null && { site: draft.site }),
  };
};

export const updateBodyOf = (draft: Draft): UpdateSourceBody => ({
  config: configOf(draft),
  ...(draft.secret && { secret: draft.secret }),
  name: draft.name.trim(),
  mappings: draft.mappings,
  policy: draft.policy,
  schedule: draft.schedule,
  timeZone: draft.timeZone,
});

/** The mapping with another source for one field; an empty one leaves the field out. */
export function withField(
  mapping: TypeMapping,
  next: FieldMapping,
  isLeftOut: boolean,
): TypeMapping {
  const others = mapping.fields.filter(({ field }) => field !== next.field);
  return { ...mapping, fields: isLeftOut ? others : [...others, next] };
}
