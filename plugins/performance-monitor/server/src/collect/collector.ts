import { OTHER } from '../core/metrics';
import { fingerprintOf, type Fingerprint } from '../core/fingerprint';
import type { SqlDialect } from '../core/sql-tokens';
import { KeptRequests } from './kept-requests';
import { LabelCap } from './label-cap';
import { Recorder } from './recorder';
import { StatementCache } from './statement-cache';

export type CollectorName =
  | 'requests'
  | 'database'
  | 'runtime'
  | 'outgoing'
  | 'delivery'
  | 'timings'
  | 'traces'
  | 'markers';

export type Switches = Record<CollectorName, boolean>;

type Limits = { maxSeries: number; maxRoutes: number; maxStatements: number; maxHosts: number };

const CACHED_STATEMENTS = 2_000;
const LONGEST_CACHED = 4_000;

const OWN_TABLES = 'performance_monitor_';

/** What all collectors share: switches, caps, the recorder and what waits to be written. */
export class Collector {
  readonly recorder: Recorder;
  readonly routes: LabelCap;
  readonly hosts: LabelCap;
  readonly vitals = new LabelCap(32);
  readonly timings = new LabelCap(64);
  readonly kept = new KeptRequests();
  private readonly statementCap: LabelCap;
  /** Statements seen for the first time, to be written beside the figures. */
  private newStatements = new Map<string, Fingerprint>();
  private readonly knownStatements = new Set<string>();
  private readonly cache = new StatementCache(CACHED_STATEMENTS);
  /** What the collectors could not do; they never let a request feel it. */
  failures = 0;
  lastFailure: string | null = null;

  constructor(
    limits: Limits,
    public switches: Switches,
  ) {
    this.recorder = new Recorder(limits.maxSeries);
    this.routes = new LabelCap(limits.maxRoutes);
    this.hosts = new LabelCap(limits.maxHosts);
    this.statementCap = new LabelCap(limits.maxStatements);
  }

  /** Runs a piece of measuring; a mistake in it is counted and goes no further. */
  safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.failures += 1;
      this.lastFailure = error instanceof Error ? error.message : String(error);
    }
  }

  /**
   * The id a statement is counted under, and whether it loads what belongs to others; null for one
   * over the monitor's own tables, whoever asked (Strapi reads them itself at start).
   */
  statement(sql: string, dialect: SqlDialect): { id: string; isLoad: boolean } | null {
    const fingerprint = this.cache.get(sql) ?? this.remember(sql, dialect);
    if (fingerprint.tables[0]?.startsWith(OWN_TABLES)) return null;
    const id = this.statementCap.of(fingerprint.id);
    if (id !== OTHER && !this.knownStatements.has(id)) {
      this.knownStatements.add(id);
      this.newStatements.set(id, fingerprint);
    }
    return { id, isLoad: fingerprint.isLoad };
  }

  takeStatements(): Fingerprint[] {
    const taken = [...this.newStatements.values()];
    this.newStatements = new Map();
    return taken;
  }

  /** They could not be written: they come with the next batch. */
  giveBackStatements(statements: readonly Fingerprint[]): void {
    for (const statement of statements) this.newStatements.set(statement.id, statement);
  }

  private remember(sql: string, dialect: SqlDialect): Fingerprint {
    const fingerprint = fingerprintOf(sql, dialect);
    if (sql.length <= LONGEST_CACHED) this.cache.set(sql, fingerprint);
    return fingerprint;
  }
}
