import {
  accessible,
  chooseSite,
  type Choice,
  type Remembered,
  type SwitchData,
} from './choose-site';
import { readLastChoice, readTabChoice, rememberChoice, rememberRecent } from './storage';
import { NETWORK } from '../../../shared/plugin';

export type Snapshot = {
  choice: Choice;
  data: SwitchData | null;
  /** Name of the site this tab was on before, if that one can no longer be opened. */
  replaced: string | null;
};

/**
 * Which site this tab is on. Lives outside React and RTK Query, because it has to
 * be known before their first request: every content request carries it.
 */
export class SiteChoice {
  #snapshot: Snapshot = { choice: { kind: 'unsettled' }, data: null, replaced: null };
  #listeners = new Set<() => void>();
  #settledFor: string | null = null;
  #pending: { person: string; done: Promise<void> } | null = null;
  #load: () => Promise<SwitchData>;

  constructor(load: () => Promise<SwitchData>) {
    this.#load = load;
  }

  snapshot = (): Snapshot => this.#snapshot;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Resolves when the choice is made for this person; asks the server once. When
   * that fails it resolves as well: the waiting request then goes without a site
   * and gets the server's own answer, and the next one asks again.
   */
  async settleFor(person: string): Promise<void> {
    if (this.#settledFor === person) return;
    if (this.#pending?.person !== person) {
      const done = this.#settle(person).finally(() => {
        if (this.#pending?.done === done) this.#pending = null;
      });
      this.#pending = { person, done };
    }
    await this.#pending.done;
  }

  /** Asks again: after sites changed, or when the server refused this tab's site. */
  async refresh(): Promise<void> {
    this.#apply(await this.#load(), this.#snapshot.choice);
  }

  async #settle(person: string) {
    try {
      const data = await this.#load();
      this.#settledFor = person;
      this.#apply(data, { kind: 'unsettled' });
    } catch {
      // Not settled: see settleFor for what happens to the waiting request.
    }
  }

  #apply(data: SwitchData, current: Choice) {
    const chosen = idOf(current);
    const wish = readTabChoice();
    const choice = chosen ? stay(data, current) : chooseSite(data, [wish, readLastChoice()]);
    const isElsewhere = !chosen && wish !== null && data.active && idOf(choice) !== wish.id;
    remember(choice);
    this.#snapshot = { choice, data, replaced: isElsewhere ? wish.name : null };
    this.#listeners.forEach((listener) => listener());
  }
}

/** Keeps the choice as long as it can be opened, with the site's present name and colour. */
function stay(data: SwitchData, current: Choice): Choice {
  if (!data.active) return { kind: 'inactive' };
  const site = toRemembered(current) ?? { id: '', name: '' };
  return accessible(data, site.id) ?? { kind: 'lost', ...site };
}

function remember(choice: Choice) {
  if (choice.kind !== 'site' && choice.kind !== 'network') return;
  const remembered = toRemembered(choice);
  if (remembered) rememberChoice(remembered);
  if (choice.kind === 'site') rememberRecent(choice.site.id);
}

function toRemembered(choice: Choice): Remembered | null {
  if (choice.kind === 'site') return { id: choice.site.id, name: choice.site.name };
  if (choice.kind === 'lost') return { id: choice.id, name: choice.name };
  return choice.kind === 'network' ? { id: NETWORK, name: '' } : null;
}

const idOf = (choice: Choice) => toRemembered(choice)?.id ?? null;
