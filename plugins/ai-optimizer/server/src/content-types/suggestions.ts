import { common, entryRef, ownType } from './own';

/** Every suggestion that was made, and what became of it: the audit of the models. */
export const suggestion = ownType(
  { name: 'suggestion', plural: 'suggestions', table: 'suggestions', label: 'Suggestion' },
  {
    ...common,
    ...entryRef,
    field: { type: 'string', required: true, maxLength: 255 },
    task: { type: 'string', required: true, maxLength: 40 },
    provider: { type: 'string', required: true, maxLength: 40 },
    model: { type: 'string', required: true, maxLength: 120 },
    promptVersion: { type: 'string', required: true, maxLength: 20 },
    tokensIn: { type: 'integer', default: 0 },
    tokensOut: { type: 'integer', default: 0 },
    /** In hundred-thousandths of the currency's unit, so that sums stay exact. */
    cost: { type: 'integer', default: 0 },
    before: { type: 'text' },
    values: { type: 'json' },
    /** Values thrown away, with the rule each broke. */
    refused: { type: 'json' },
    state: { type: 'string', required: true, maxLength: 20 },
    after: { type: 'text' },
    userId: { type: 'integer' },
    userName: { type: 'string', maxLength: 255 },
    decidedAt: { type: 'datetime' },
    cacheKey: { type: 'string', maxLength: 64 },
    isCached: { type: 'boolean', default: false },
    durationMs: { type: 'integer', default: 0 },
  },
  [
    { name: 'ai_optimizer_suggestions_cache_idx', columns: ['cache_key'] },
    { name: 'ai_optimizer_suggestions_entry_idx', columns: ['entry_document_id', 'entry_locale'] },
  ],
);

/** Settings of a site; the row of site 0 is what the network view set for sites without own. */
export const setting = ownType(
  { name: 'setting', plural: 'settings', table: 'settings', label: 'Quality settings' },
  {
    site: common.site,
    key: { type: 'string', required: true, column: { unique: true } },
    values: { type: 'json' },
    /** The API key, encrypted; never part of an answer. */
    sealedKey: { type: 'text' },
  },
);

/** What is spent and reserved, by site and month, and by person beside it. */
export const budget = ownType(
  { name: 'budget', plural: 'budgets', table: 'budgets', label: 'Budget' },
  {
    ...common,
    key: { type: 'string', required: true, column: { unique: true } },
    month: { type: 'string', required: true, maxLength: 7 },
    /** 0: of the whole site. */
    userId: { type: 'integer', required: true, default: 0 },
    reserved: { type: 'integer', required: true, default: 0 },
    spent: { type: 'integer', required: true, default: 0 },
    calls: { type: 'integer', required: true, default: 0 },
  },
);
