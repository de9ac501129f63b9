export {
  bucketRanges,
  chooseVariation,
  equalWeights,
  hash,
  inNamespace,
  inRange,
  type BucketRange,
  type Namespace,
} from './buckets';
export { checkCondition } from './check';
export { compileCondition } from './compile';
export { evaluateCondition, explainCondition, type ConditionTrace } from './explain';
export type { Attributes, Condition, ConditionOptions, Groups, RegexFactory } from './types';
