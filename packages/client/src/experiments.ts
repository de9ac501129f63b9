import type { EventQueue } from './events';
import type { RequestOptions } from './request';

export type Assignment = {
  experiment: string;
  name: string;
  /** 0: the original. */
  variation: number;
  variant: string | null;
  uid: string;
  documentId: string;
  locale: string;
  /** Name of the event that counts as success. */
  goal: string;
};

type Request = <T>(path: string, options?: RequestOptions) => Promise<T>;

/** Which variations the visitor gets. Assignments are asked for once a visitor. */
export class Experiments {
  private known: { visitor: string; assignments: Promise<Assignment[]> } | null = null;
  private readonly shownAlready = new Set<string>();

  constructor(
    private readonly request: Request,
    private readonly events: EventQueue,
    private readonly visitorId: () => string | null,
  ) {}

  assignments(): Promise<Assignment[]> {
    const visitor = this.visitorId();
    if (visitor === null) return Promise.resolve([]);
    if (this.known?.visitor !== visitor) {
      const assignments = this.request<{ data: Assignment[] }>('ai-optimizer/assignments').then(
        ({ data }) => data,
      );
      this.known = { visitor, assignments };
      assignments.catch(() => {
        this.known = null;
      });
    }
    return this.known.assignments;
  }

  /** Says that the visitor saw this entry: each experiment on it is counted once a page. */
  async shown(entry: { documentId: string; locale?: string | null }): Promise<Assignment[]> {
    const seen = (await this.assignments()).filter(
      ({ documentId, locale }) =>
        documentId === entry.documentId && (entry.locale == null || locale === entry.locale),
    );
    for (const { experiment, variation } of seen) {
      if (this.shownAlready.has(experiment)) continue;
      this.shownAlready.add(experiment);
      this.events.track('Experiment Viewed', {
        experiment_id: experiment,
        variation_id: variation,
      });
    }
    return seen;
  }
}
