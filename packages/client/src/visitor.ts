import type { RequestOptions } from './request';
import type { KeyValueStore } from './storage';

/** `none`: nothing is kept. `contextual`: what the request itself tells. `full`: a profile. */
export type Consent = 'none' | 'contextual' | 'full';

type Identity = { id: string; token: string };
type Send = <T>(path: string, options?: RequestOptions) => Promise<T>;

const IDENTITY = 'suite.visitor';
const CONSENT = 'suite.consent';

const isConsent = (value: unknown): value is Consent =>
  value === 'none' || value === 'contextual' || value === 'full';

function readIdentity(store: KeyValueStore): Identity | null {
  try {
    const value: unknown = JSON.parse(store.get(IDENTITY) ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { id, token } = value as Partial<Identity>;
    return typeof id === 'string' && typeof token === 'string' ? { id, token } : null;
  } catch {
    return null; // Somebody else wrote there; a new visitor is made when one is needed.
  }
}

/** Who the visitor is, kept only after he agreed. Without an agreement no id exists at all. */
export class Visitor {
  private beginning: Promise<Identity> | null = null;

  constructor(
    private readonly store: KeyValueStore,
    private readonly send: Send,
  ) {}

  /** What he agreed to; null: he was not asked yet. */
  get consent(): Consent | null {
    const value = this.store.get(CONSENT);
    return isConsent(value) ? value : null;
  }

  get id(): string | null {
    return this.consent === 'full' ? (readIdentity(this.store)?.id ?? null) : null;
  }

  /** Sent with requests, so that content suits him. */
  headers(): Record<string, string> {
    const id = this.id;
    return id === null ? {} : { 'X-Visitor-Id': id };
  }

  /** Keeps his answer. Only `full` makes a visitor; a smaller answer erases what was kept. */
  async setConsent(consent: Consent): Promise<void> {
    const known = readIdentity(this.store);
    if (consent === 'full' || known) {
      const identity = known ?? (await this.begin());
      await this.send('personalization/consent', {
        method: 'POST',
        body: { consent },
        headers: proof(identity),
      });
    }
    if (consent !== 'full') this.store.remove(IDENTITY);
    this.store.set(CONSENT, consent);
  }

  /** Everything that is stored about him. */
  async everything<T = unknown>(): Promise<T | null> {
    const identity = readIdentity(this.store);
    if (!identity) return null;
    const { data } = await this.send<{ data: T }>('personalization/me', {
      headers: proof(identity),
    });
    return data;
  }

  /** Erases him on the server and here. */
  async forget(): Promise<void> {
    const identity = readIdentity(this.store);
    if (identity) {
      await this.send('personalization/me', { method: 'DELETE', headers: proof(identity) });
    }
    this.store.remove(IDENTITY);
    this.store.remove(CONSENT);
  }

  private begin(): Promise<Identity> {
    this.beginning ??= this.send<{ data: Identity }>('personalization/visitor', { method: 'POST' })
      .then(({ data }) => {
        this.store.set(IDENTITY, JSON.stringify({ id: data.id, token: data.token }));
        return data;
      })
      .finally(() => {
        this.beginning = null;
      });
    return this.beginning;
  }
}

const proof = ({ id, token }: Identity) => ({ 'X-Visitor-Id': id, 'X-Visitor-Token': token });
