/** A message of Segment's `page`, `track` or `identify`. */
export type SuiteEvent = {
  type: 'page' | 'track';
  messageId: string;
  anonymousId: string;
  timestamp: string;
  name?: string;
  event?: string;
  properties?: Record<string, unknown>;
};

export type Sending = {
  /** True: the batch is on its way. False: keep it. */
  send(events: readonly SuiteEvent[], isLeaving: boolean): Promise<boolean>;
  /** null: nobody agreed to be counted; nothing is made. */
  visitorId(): string | null;
  now(): Date;
  newId(): string;
};

const MAX_WAITING = 500;
const BATCH = 50;
/** Milliseconds between two tries, at most. */
const MAX_DELAY_MS = 60_000;

/**
 * Events on their way to the server: kept in memory, sent in batches, repeated when the network
 * failed. The server tells repetitions by `messageId`. Beyond 500 waiting the oldest are let go.
 */
export class EventQueue {
  private waiting: SuiteEvent[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private sending: Promise<void> = Promise.resolve();
  private failures = 0;

  constructor(
    private readonly ways: Sending,
    private readonly delayMs: number,
  ) {}

  page(name: string, properties: Record<string, unknown> = {}): void {
    this.add({ type: 'page', name, properties });
  }

  track(event: string, properties: Record<string, unknown> = {}): void {
    this.add({ type: 'track', event, properties });
  }

  /** Sends what waits, one batch after the other, and ends when all is sent or a try failed. */
  flush(isLeaving = false): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.sending = this.sending.then(() => this.sendAll(isLeaving));
    return this.sending;
  }

  private add(event: Pick<SuiteEvent, 'type' | 'name' | 'event' | 'properties'>): void {
    const anonymousId = this.ways.visitorId();
    if (anonymousId === null) return;
    this.waiting.push({
      messageId: this.ways.newId(),
      anonymousId,
      timestamp: this.ways.now().toISOString(),
      ...event,
    });
    if (this.waiting.length > MAX_WAITING) this.waiting.shift();
    this.wait();
  }

  /** Each failure in a row doubles the wait, up to a minute. */
  private wait(): void {
    const longer = Math.min(this.delayMs * 2 ** this.failures, MAX_DELAY_MS);
    this.timer ??= setTimeout(() => void this.flush(), Math.max(this.delayMs, longer));
  }

  private async sendAll(isLeaving: boolean): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.slice(0, BATCH);
      if (!(await this.ways.send(batch, isLeaving))) {
        this.failures += 1;
        this.wait();
        return;
      }
      this.failures = 0;
      this.waiting = this.waiting.filter((event) => !batch.includes(event));
    }
  }
}
