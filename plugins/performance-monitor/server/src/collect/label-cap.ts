import { OTHER } from '../core/metrics';

/**
 * Lets the first `limit` different values of a label through and calls all others `other`: what a
 * stranger can put into an address must never become memory. Begins anew when told to.
 */
export class LabelCap {
  private readonly known = new Set<string>();

  constructor(private readonly limit: number) {}

  of(value: string): string {
    if (this.known.has(value)) return value;
    if (this.known.size >= this.limit) return OTHER;
    this.known.add(value);
    return value;
  }

  clear(): void {
    this.known.clear();
  }
}
