import { common, entryRef, ownType } from './own';

/** Every measurement of an entry; the newest of each entry is marked. */
export const score = ownType(
  { name: 'score', plural: 'scores', table: 'scores', label: 'Quality score' },
  {
    ...common,
    ...entryRef,
    title: { type: 'string', maxLength: 255 },
    score: { type: 'integer', required: true },
    words: { type: 'integer', required: true, default: 0 },
    /** Light and value of each check, without evidence: that is made again from the entry. */
    checks: { type: 'json' },
    formulas: { type: 'json' },
    engineVersion: { type: 'string', required: true, maxLength: 20 },
    isLatest: { type: 'boolean', required: true, default: true },
    takenAt: { type: 'datetime', required: true },
  },
  [
    { name: 'ai_optimizer_scores_entry_idx', columns: ['entry_document_id', 'entry_locale'] },
    { name: 'ai_optimizer_scores_latest_idx', columns: ['is_latest', 'site', 'score'] },
  ],
);

/** The phrase an entry wants to be found by. */
export const keyphrase = ownType(
  { name: 'keyphrase', plural: 'keyphrases', table: 'keyphrases', label: 'Keyphrase' },
  {
    ...common,
    ...entryRef,
    key: { type: 'string', required: true, column: { unique: true } },
    phrase: { type: 'string', maxLength: 120 },
    synonyms: { type: 'json' },
  },
);
