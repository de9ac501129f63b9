import { ruleBody, type Rule } from '../../../../shared/contracts/alerts';
import { NEW_RULE, toBody, toValues, type RuleValues } from './rule-values';

const CASES: [string, Partial<RuleValues>][] = [
  ['a limit', { threshold: 250, resolveThreshold: 200, route: '/api/articles' }],
  [
    'a promise',
    { kind: 'burn-rate', good: 'fast', fastMs: 300, objectivePercent: 99.5, minCount: 20 },
  ],
  ['something unusual', { kind: 'anomaly', signal: 'db-latency', quantile: 0.99 }],
  ['silence', { kind: 'absence', windowMinutes: 15, groupBy: 'none' }],
];

it.each(CASES)('%s goes to the server and comes back the same', (_name, changes) => {
  const values = { ...NEW_RULE, name: 'A rule', ...changes };
  const body = ruleBody.parse(toBody(values));
  const rule: Rule = {
    ...body,
    id: 'r',
    isNetwork: false,
    isSample: false,
    state: 'ok',
    createdAt: '',
    updatedAt: '',
  };
  expect(toBody(toValues(rule))).toEqual(toBody(values));
});

it('is refused by the server without a name', () => {
  expect(ruleBody.safeParse(toBody(NEW_RULE)).success).toBe(false);
});
