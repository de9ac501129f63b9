import { KeptRequests, type Kept } from './kept-requests';
import { RequestRecord } from './request-record';

const MINUTE = 60_000;

const request = (route: string, kind: Kept['kind'] = 'slow', at = MINUTE): Kept => ({
  kind,
  record: new RequestRecord(),
  labels: { route, method: 'GET', contentType: '', plugin: '', action: '' },
  status: 200,
  durationMs: 1200,
  queueMs: 0,
  queryKeys: [],
  at,
});

const routesOf = (kept: readonly Kept[]) => kept.map(({ labels }) => labels.route);
const many = (count: number, route: string) => Array.from({ length: count }, () => request(route));

it('keeps a few of each kind a minute', () => {
  const kept = new KeptRequests();
  [...many(5, '/busy'), request('/busy', 'error')].forEach((one) => kept.add(one, 3));
  expect(kept.take().map(({ kind }) => kind)).toEqual(['slow', 'slow', 'slow', 'error']);
  kept.add(request('/busy', 'slow', 2 * MINUTE), 3);
  expect(kept.take()).toHaveLength(1);
});

it('keeps the first of a route although a busy one has taken the minute', () => {
  const kept = new KeptRequests();
  [...many(20, '/busy'), ...many(2, '/rare')].forEach((one) => kept.add(one, 3));
  expect(routesOf(kept.take())).toEqual(['/busy', '/busy', '/busy', '/rare']);
});

it('keeps at most as many firsts again', () => {
  const kept = new KeptRequests();
  Array.from({ length: 50 }, (_, at) => kept.add(request(`/route-${at}`), 3));
  expect(kept.take()).toHaveLength(6);
});

it('keeps none when there shall be none', () => {
  const kept = new KeptRequests();
  kept.add(request('/any'), 0);
  expect(kept.take()).toEqual([]);
});

it('gives back what could not be written, before what came since', () => {
  const kept = new KeptRequests();
  kept.add(request('/first'), 10);
  const taken = kept.take();
  kept.add(request('/second'), 10);
  kept.giveBack(taken);
  expect(routesOf(kept.take())).toEqual(['/first', '/second']);
  expect(kept.take()).toEqual([]);
});

it('does not grow while nothing can be written', () => {
  const kept = new KeptRequests();
  for (let minute = 1; minute <= 200; minute += 1) {
    for (let at = 0; at < 10; at += 1) kept.add(request('/a', 'slow', minute * MINUTE), 10);
    kept.giveBack(kept.take());
  }
  const waiting = kept.take();
  expect(waiting).toHaveLength(500);
  expect(waiting.at(-1)?.at).toBe(200 * MINUTE);
});
