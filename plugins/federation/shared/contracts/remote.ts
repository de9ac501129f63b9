/** What a connector finds at a source. */

export const REMOTE_FIELD_TYPES = [
  'text',
  'html',
  'markdown',
  'blocks',
  'number',
  'boolean',
  'date',
  'list',
  'media',
  'relation',
  'component',
  'json',
] as const;

export type RemoteField = {
  path: string;
  type: (typeof REMOTE_FIELD_TYPES)[number];
  /** Of a relation: the type it leads to. */
  target?: string;
  /** A value seen there, for people. */
  sample?: string;
};

export type RemoteType = {
  name: string;
  label: string;
  /** How many entries there are, where the source tells. */
  count: number | null;
  fields: RemoteField[];
};
