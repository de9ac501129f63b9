import { scoreItems, trainModel, type Item } from './recommender';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const item = (documentId: string, tags: string[], text = ''): Item => ({
  uid: 'api::article.article',
  documentId,
  locale: 'en',
  title: documentId,
  tags,
  text,
});
const ITEMS = [
  item('tea', ['drinks', 'ceramics'], 'green leaves kettle water'),
  item('pots', ['ceramics'], 'clay kettle glaze'),
  item('boats', ['harbour'], 'water wind sails'),
  item('bread', ['food'], 'flour oven'),
];

describe('scoreItems', () => {
  const model = trainModel(ITEMS, [{ documentId: 'bread', t: NOW }], { now: NOW, version: '1' });

  it('ranks what shares tags and words first', () => {
    const ids = scoreItems(model, [{ documentId: 'tea', t: NOW }], NOW).map(
      ({ item: one }) => one.documentId,
    );
    expect(ids.slice(0, 2)).toEqual(['tea', 'pots']);
  });

  it('adds up: the parts are the score', () => {
    const history = ITEMS.map(({ documentId }, n) => ({ documentId, t: NOW - n * 5 * DAY }));
    for (const { score, parts } of scoreItems(model, history, NOW)) {
      const sum = parts.reduce((total, { value }) => total + value, 0);
      expect(Math.abs(score - sum)).toBeLessThan(1e-12);
    }
  });

  it('counts what was seen lately for more', () => {
    const scores = scoreItems(
      model,
      [
        { documentId: 'boats', t: NOW },
        { documentId: 'bread', t: NOW - 60 * DAY },
      ],
      NOW,
    );
    const of = (id: string) => scores.find(({ item: one }) => one.documentId === id)?.score ?? 0;
    expect(of('boats')).toBeGreaterThan(of('bread'));
  });

  it('falls back to what is popular for somebody unknown', () => {
    const [first] = scoreItems(model, [], NOW);
    expect(first).toMatchObject({ item: { documentId: 'bread' }, parts: [{ kind: 'popularity' }] });
  });
});
