import { decideTableNames } from './table-names';

const decide = (given: { taken?: string[]; former?: Record<string, string> }) =>
  decideTableNames({
    wanted: ['user_profiles', 'personalization_rules'],
    prefix: 'personalization',
    taken: new Set(given.taken),
    former: given.former,
  });

const SHORT = { user_profiles: 'user_profiles', personalization_rules: 'personalization_rules' };
const MOVED = { ...SHORT, user_profiles: 'personalization_user_profiles' };

describe('the names of our tables', () => {
  it.each([
    ['are short where nothing is taken', {}, SHORT],
    ['do not mind other tables', { taken: ['articles'] }, SHORT],
    ['give way in the taken one alone', { taken: ['user_profiles'] }, MOVED],
    ['never go back to a short name under which nothing is stored', { former: MOVED }, MOVED],
    ['move when the app takes one later', { taken: ['user_profiles'], former: SHORT }, MOVED],
  ])('%s', (_what, given, expected) => {
    expect(decide(given)).toEqual(expected);
  });
});
