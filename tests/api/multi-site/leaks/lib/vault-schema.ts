/**
 * A content type with every kind of relation the demo types have none of: foreign key on the
 * row, one-sided links, one to one, and all polymorphic kinds.
 */
export const VAULT = 'api::vault.vault';

const relation = (kind: string, target: string, more: Record<string, unknown> = {}) => ({
  type: 'relation',
  relation: kind,
  target,
  ...more,
});

export const vaultSchema = {
  kind: 'collectionType',
  collectionName: 'vaults',
  apiName: 'vault',
  globalId: 'Vault',
  info: { singularName: 'vault', pluralName: 'vaults', displayName: 'Vault' },
  options: { draftAndPublish: false },
  attributes: {
    name: { type: 'string' },
    code: { type: 'string', private: true },
    serial: { type: 'string', unique: true },
    score: { type: 'integer' },
    keeper: relation('manyToOne', 'api::author.author', { useJoinTable: false }),
    owner: relation('manyToOne', 'api::author.author'),
    badge: relation('oneToOne', 'api::tag.tag'),
    things: relation('oneToMany', 'api::tag.tag'),
    labels: relation('manyToMany', 'api::tag.tag'),
    twin: relation('oneToOne', VAULT, { inversedBy: 'twinOf' }),
    twinOf: relation('oneToOne', VAULT, { mappedBy: 'twin' }),
    subject: { type: 'relation', relation: 'morphToOne' },
    subjects: { type: 'relation', relation: 'morphToMany' },
    watchedBy: relation('morphMany', VAULT, { morphBy: 'subjects' }),
    pinnedBy: relation('morphOne', VAULT, { morphBy: 'subject' }),
    picture: { type: 'media', multiple: false, allowedTypes: ['images'] },
    seo: { type: 'component', component: 'shared.seo', repeatable: false },
    sections: {
      type: 'dynamiczone',
      components: ['sections.gallery', 'sections.featured-articles'],
    },
  },
};
