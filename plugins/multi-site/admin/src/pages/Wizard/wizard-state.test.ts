import { firstState, isStarted, readState, toDraft, writeState } from './wizard-state';

const storage = () => {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as unknown as Storage;
};

describe('the wizard’s state', () => {
  it('is read back as it was written', () => {
    const place = storage();
    const state = { ...firstState('#4945ff'), page: 'people' as const };
    writeState(place, state);
    expect(readState(place)).toEqual(state);
  });

  it.each(['', 'nonsense', '{"page":"elsewhere"}', '[]'])('is not %j', (text) => {
    const place = storage();
    place.setItem('multi-site.wizard', text);
    expect(readState(place)).toBeNull();
  });

  it('is started once something was typed or a page was left', () => {
    const state = firstState('#4945ff');
    expect(isStarted(state)).toBe(false);
    expect(isStarted({ ...state, reached: 1 })).toBe(true);
    expect(isStarted({ ...state, values: { ...state.values, slug: 'shop' } })).toBe(true);
    expect(isStarted({ ...state, values: { ...state.values, name: null } })).toBe(false);
  });

  it('becomes the draft that is sent', () => {
    const state = firstState('#4945ff');
    const draft = toDraft({
      ...state,
      values: { ...state.values, name: ' Shop ', slug: null, domain: 'shop.example' },
      people: [{ userId: 3, name: 'Ada', roles: ['multi-site-editor'] }],
      workflow: ['api::article.article'],
    });
    expect(draft).toMatchObject({
      name: 'Shop',
      domain: 'shop.example',
      status: 'live',
      people: [{ userId: 3, roles: ['multi-site-editor'] }],
      workflow: { kind: 'default', contentTypes: ['api::article.article'] },
    });
    expect(draft).not.toHaveProperty('slug');
  });
});
