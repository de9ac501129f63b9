import { browserKeyContentType, jobContentTypes, overlayAttributes } from 'suite-kit/server';
import { PLUGIN_ID } from '../../../shared/plugin';

/** Never seen in the Content Manager; hidden from GraphQL in `register`. */
const hidden = {
  'content-manager': { visible: false },
  'content-type-builder': { visible: false },
};

type Attributes = Record<string, unknown>;
type Index = { name: string; columns: string[] };

const table = (
  name: string,
  {
    collectionName,
    plural,
    attributes,
    indexes = [],
  }: { collectionName: string; plural: string; attributes: Attributes; indexes?: Index[] },
) => ({
  schema: {
    kind: 'collectionType',
    collectionName,
    info: { singularName: name, pluralName: plural, displayName: name },
    options: { draftAndPublish: false },
    pluginOptions: hidden,
    attributes: {
      site: { type: 'integer', required: true, default: 0 },
      ...attributes,
      isSample: { type: 'boolean', default: false },
    },
    indexes: indexes.map(({ name: index, columns }) => ({
      name: `${collectionName}_${index}`,
      columns,
    })),
  },
});

const text = (maxLength: number, rest: Attributes = {}) => ({ type: 'string', maxLength, ...rest });
const unique = (maxLength: number) => text(maxLength, { required: true, column: { unique: true } });

const { run, lease } = jobContentTypes(PLUGIN_ID, 'personalization');

export default {
  /** `user_id` is an HMAC with the site's own key; nothing here is an address or a real id. */
  profile: table('profile', {
    collectionName: 'user_profiles',
    plural: 'profiles',
    attributes: {
      userId: { ...unique(64), column: { name: 'user_id', unique: true } },
      isKnown: { type: 'boolean', default: false },
      traits: { type: 'json' },
      preferences: { type: 'json' },
      behaviorPatterns: { type: 'json' },
      consent: text(12),
      consentVersion: { type: 'integer' },
      consentAt: { type: 'datetime' },
      visits: { type: 'integer', default: 0 },
      firstSeen: { type: 'datetime' },
      lastSeen: { type: 'datetime' },
    },
    indexes: [{ name: 'seen_idx', columns: ['site', 'last_seen'] }],
  }),
  recommendation: table('recommendation', {
    collectionName: 'content_recommendations',
    plural: 'recommendations',
    attributes: {
      contentId: text(64, { required: true, column: { name: 'content_id' } }),
      userId: text(64, { required: true, column: { name: 'user_id' } }),
      contentUid: text(120),
      contentLocale: text(20),
      score: { type: 'float' },
      rank: { type: 'integer' },
      source: text(20),
      reason: { type: 'json' },
      modelVersion: text(40),
      expiresAt: { type: 'datetime' },
    },
    indexes: [
      { name: 'user_idx', columns: ['user_id', 'rank'] },
      { name: 'site_idx', columns: ['site', 'model_version'] },
    ],
  }),
  rule: table('rule', {
    collectionName: 'personalization_rules',
    plural: 'rules',
    attributes: {
      ruleName: text(120, { required: true, column: { name: 'rule_name' } }),
      /** `tree` as it is drawn, `match` as it is evaluated, `spec` of the condition format. */
      conditions: { type: 'json' },
      actions: { type: 'json' },
      audiences: { type: 'json' },
      schedule: { type: 'json' },
      coverage: { type: 'float', default: 1 },
      priority: { type: 'integer', default: 0 },
      state: text(12, { required: true, default: 'draft' }),
      version: { type: 'integer', default: 1 },
      /** Former versions, newest first. */
      history: { type: 'json' },
    },
    indexes: [{ name: 'state_idx', columns: ['site', 'state'] }],
  }),
  audience: table('audience', {
    collectionName: 'personalization_audiences',
    plural: 'audiences',
    attributes: {
      key: text(80, { required: true }),
      naturalKey: unique(64),
      name: text(80, { required: true }),
      description: text(300),
      conditions: { type: 'json' },
    },
  }),
  variant: {
    schema: {
      kind: 'collectionType',
      collectionName: 'personalization_variants',
      info: { singularName: 'variant', pluralName: 'variants', displayName: 'variant' },
      options: { draftAndPublish: false },
      pluginOptions: hidden,
      attributes: overlayAttributes,
      indexes: [
        { name: 'personalization_variants_entry_idx', columns: ['entry_uid', 'entry_document_id'] },
      ],
    },
  },
  event: table('event', {
    collectionName: 'personalization_events',
    plural: 'events',
    attributes: {
      /** Site and the sender's message id: what makes repeated sending harmless. */
      key: unique(64),
      /** Empty when there was no consent to a profile. */
      userId: text(64, { column: { name: 'user_id' } }),
      type: text(12),
      name: text(200),
      contentUid: text(120),
      contentId: text(64, { column: { name: 'content_id' } }),
      path: text(500),
      at: { type: 'datetime' },
    },
    indexes: [
      { name: 'user_idx', columns: ['user_id', 'at'] },
      { name: 'site_idx', columns: ['site', 'at'] },
    ],
  }),
  model: table('model', {
    collectionName: 'personalization_models',
    plural: 'models',
    attributes: {
      version: text(40, { required: true }),
      items: { type: 'integer' },
      interactions: { type: 'integer' },
      visitors: { type: 'integer' },
      features: { type: 'integer' },
      durationMs: { type: 'integer' },
      trainedAt: { type: 'datetime' },
      isInUse: { type: 'boolean', default: false },
      data: { type: 'json' },
    },
  }),
  counter: table('counter', {
    collectionName: 'personalization_counters',
    plural: 'counters',
    attributes: {
      key: unique(64),
      day: text(10),
      name: text(40),
      label: text(120),
      value: { type: 'integer', default: 0 },
    },
    indexes: [{ name: 'day_idx', columns: ['site', 'name', 'day'] }],
  }),
  setting: table('setting', {
    collectionName: 'personalization_settings',
    plural: 'settings',
    attributes: {
      key: unique(64),
      data: { type: 'json' },
      /** Key of the site's pseudonyms and tokens. Changing it forgets everybody. */
      secret: text(120, { private: true }),
    },
  }),
  'browser-key': { schema: browserKeyContentType(PLUGIN_ID, 'personalization') },
  run: { schema: run },
  lease: { schema: lease },
};
