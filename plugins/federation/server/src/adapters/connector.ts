import type { RemoteType } from '../../../shared/contracts/remote';
import type { TestResult } from '../../../shared/contracts/sources';

/** As much of the kit's HTTP client as connectors use; tests and the demo bring their own. */
export type HttpAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  url: string;
};
export type Http = {
  request(
    url: string,
    options?: {
      headers?: Record<string, string>;
      maxBytes?: number;
      signal?: AbortSignal;
    },
  ): Promise<HttpAnswer>;
};

export type RemoteRecord = {
  type: string;
  id: string;
  /** Empty where the source has no languages. */
  locale: string;
  title: string;
  url: string | null;
  updatedAt: string | null;
  data: unknown;
};

/** A page of records and where to go on when they are written. */
export type Page = {
  records: RemoteRecord[];
  cursor: unknown;
  total: number | null;
  /** The source says that nothing has changed since the cursor. */
  isUnchanged?: boolean;
};

export type ReadOptions = {
  type: string;
  cursor: unknown;
  /** Read everything, whatever the cursor says. */
  isFull: boolean;
  /** All languages of an entry, or only the source's first one. */
  allLocales: boolean;
  signal?: AbortSignal;
};

/** What every kind of source can do. */
export type Connector = {
  /** `listing`: the source can name all its entries, so that vanished ones are seen. */
  deletes: 'listing' | 'never';
  check(): Promise<TestResult>;
  discover(): Promise<{ types: RemoteType[]; needsNames: boolean }>;
  read(options: ReadOptions): AsyncGenerator<Page>;
  /** Ids of everything there is; null when a page could not be read. */
  listIds(type: string, signal?: AbortSignal): Promise<Set<string> | null>;
};

/** The source is there and says something else than it should; the message is for people. */
export class SourceProblem extends Error {}
