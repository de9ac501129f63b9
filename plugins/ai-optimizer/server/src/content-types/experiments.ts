import { common, entryRef, ownType } from './own';

export const experiment = ownType(
  { name: 'experiment', plural: 'experiments', table: 'experiments', label: 'Experiment' },
  {
    ...common,
    ...entryRef,
    name: { type: 'string', required: true, maxLength: 120 },
    hypothesis: { type: 'text' },
    entryTitle: { type: 'string', maxLength: 255 },
    state: { type: 'string', required: true, maxLength: 20, default: 'draft' },
    /** Share of visitors that take part, from 0 to 1. */
    coverage: { type: 'float', required: true, default: 1 },
    /** Weight of the original; the variants carry their own. */
    controlWeight: { type: 'float', required: true, default: 0.5 },
    seed: { type: 'string', required: true, maxLength: 40 },
    goal: { type: 'json', required: true },
    minimumDays: { type: 'integer', required: true, default: 7 },
    startedAt: { type: 'datetime' },
    stoppedAt: { type: 'datetime' },
    promotedAt: { type: 'datetime' },
    /** documentId of the variant that won. */
    winner: { type: 'string', maxLength: 40 },
    /** The draft as it was before the winner became it; given back by "revert". */
    preImage: { type: 'json' },
    createdByName: { type: 'string', maxLength: 255 },
  },
  [{ name: 'ai_optimizer_experiments_state_idx', columns: ['state', 'site'] }],
);

/** What happened, as it came in. Unique by the sender's id: sending twice counts once. */
export const event = ownType(
  { name: 'event', plural: 'events', table: 'events', label: 'Event' },
  {
    ...common,
    key: { type: 'string', required: true, column: { unique: true } },
    type: { type: 'string', required: true, maxLength: 20 },
    day: { type: 'string', required: true, maxLength: 10 },
    at: { type: 'datetime', required: true },
    /** Hash of the visitor with a secret of this installation. */
    unit: { type: 'string', required: true, maxLength: 40 },
    entryUid: { type: 'string' },
    entryDocumentId: { type: 'string' },
    entryLocale: { type: 'string' },
    experiment: { type: 'string', maxLength: 40 },
    variant: { type: 'integer' },
    goal: { type: 'string', maxLength: 120 },
    value: { type: 'float' },
  },
  [
    { name: 'ai_optimizer_events_experiment_idx', columns: ['experiment', 'unit'] },
    { name: 'ai_optimizer_events_goal_idx', columns: ['site', 'goal', 'unit'] },
    { name: 'ai_optimizer_events_day_idx', columns: ['day', 'entry_document_id'] },
  ],
);

/** Visitors, conversions and values of a variant on a day: made anew from events, never added up. */
export const tally = ownType(
  { name: 'tally', plural: 'tallies', table: 'tallies', label: 'Daily tally' },
  {
    ...common,
    key: { type: 'string', required: true, column: { unique: true } },
    experiment: { type: 'string', required: true, maxLength: 40 },
    variant: { type: 'integer', required: true },
    day: { type: 'string', required: true, maxLength: 10 },
    units: { type: 'integer', required: true, default: 0 },
    conversions: { type: 'integer', required: true, default: 0 },
    sum: { type: 'float', required: true, default: 0 },
    sumSquares: { type: 'float', required: true, default: 0 },
  },
  [{ name: 'ai_optimizer_tallies_experiment_idx', columns: ['experiment', 'day'] }],
);

/** How an entry did on a day. */
export const performance = ownType(
  { name: 'performance', plural: 'performances', table: 'performance', label: 'Performance' },
  {
    ...common,
    ...entryRef,
    key: { type: 'string', required: true, column: { unique: true } },
    day: { type: 'string', required: true, maxLength: 10 },
    impressions: { type: 'integer', required: true, default: 0 },
    views: { type: 'integer', required: true, default: 0 },
    viewMs: { type: 'float', required: true, default: 0 },
    clicks: { type: 'integer', required: true, default: 0 },
    goals: { type: 'integer', required: true, default: 0 },
    revenue: { type: 'float', required: true, default: 0 },
  },
  [{ name: 'ai_optimizer_performance_entry_idx', columns: ['entry_document_id', 'day'] }],
);
