/** Where an entry stands in the workflow of its site; `key` is site, type, document and locale. */
export default {
  kind: 'collectionType',
  collectionName: 'multi_site_tasks',
  info: { singularName: 'task', pluralName: 'tasks', displayName: 'Workflow task' },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    key: { type: 'string', required: true, maxLength: 64, column: { unique: true } },
    site: { type: 'integer', required: true },
    entryUid: { type: 'string', required: true, column: { name: 'entry_uid' } },
    entryDocumentId: { type: 'string', required: true, column: { name: 'entry_document_id' } },
    // '' for types that are not translated: two NULLs would not be equal.
    entryLocale: { type: 'string', column: { name: 'entry_locale' } },
    stage: { type: 'string', required: true },
    assigneeId: { type: 'integer', column: { name: 'assignee_id' } },
    dueOn: { type: 'string', maxLength: 10, column: { name: 'due_on' } },
    history: { type: 'json' },
    version: { type: 'integer', required: true },
    isSample: { type: 'boolean', default: false, column: { name: 'is_sample' } },
  },
  indexes: [
    { name: 'multi_site_tasks_stage_idx', columns: ['site', 'stage'] },
    { name: 'multi_site_tasks_entry_idx', columns: ['entry_uid', 'entry_document_id'] },
    { name: 'multi_site_tasks_person_idx', columns: ['assignee_id', 'site'] },
  ],
} as const;
