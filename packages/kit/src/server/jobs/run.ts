export const RUN_STATES = ['queued', 'running', 'paused', 'done', 'failed', 'cancelled'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** A run as it is stored and as its plugin's API shows it. */
export type Run = {
  id: number;
  documentId: string;
  site: number;
  type: string;
  title: string | null;
  state: RunState;
  wanted: 'cancel' | 'pause' | null;
  input: unknown;
  checkpoint: unknown;
  result: unknown;
  progressDone: number;
  progressTotal: number | null;
  note: string | null;
  log: string[] | null;
  error: string | null;
  attempts: number;
  startedBy: string | null;
  dedupeKey: string | null;
  startedAt: string | null;
  endedAt: string | null;
  heartbeatAt: string | null;
  leaseUntil: string | null;
  holder: string | null;
  fence: number;
  createdAt: string;
};

/** What a handler gets. It looks at `signal` between steps, and ends when that is aborted. */
export type Job = {
  id: number;
  type: string;
  site: number;
  input: unknown;
  /** What the last `saveCheckpoint` stored, in this or a former attempt; null at first. */
  checkpoint: unknown;
  signal: AbortSignal;
  fence: number;
  progress(done: number, total: number | null, note?: string): Promise<void>;
  saveCheckpoint(value: unknown): Promise<void>;
  log(line: string): Promise<void>;
  /** Ask before every change of content: false when another instance took the run over. */
  isMine(): Promise<boolean>;
};

/** Does the work and returns its result as JSON. Throwing makes the run fail. */
export type JobHandler = (job: Job) => Promise<unknown>;

/** Why a handler's signal was aborted. */
export type StopReason = 'cancel' | 'pause' | 'stop' | 'lost';

/** Thrown into a handler whose run another instance has taken over. */
export class RunLostError extends Error {
  constructor() {
    super('This run was taken over by another instance.');
    this.name = 'RunLostError';
  }
}

const LOG_LINES = 200;
export const cutLog = (lines: readonly string[]) => lines.slice(-LOG_LINES);
