export {
  chiSquareTail,
  normalCdf,
  normalQuantile,
  studentQuantile,
  studentTwoSided,
} from './distributions';
export {
  bayesianTest,
  fixedTest,
  sequentialTest,
  type BayesianEffect,
  type Comparison,
  type Effect,
  type EffectKind,
} from './effect';
export {
  detectableShare,
  durationDays,
  powerForShare,
  sampleSizeForMean,
  sampleSizeForShare,
} from './power';
export {
  cupedSample,
  cupedTheta,
  meanSample,
  proportionSample,
  ratioSample,
  type CupedSums,
  type RatioSums,
  type Sample,
} from './samples';
export { benjaminiHochberg, correlation, holm, ranks, type Correlation } from './several';
export { sequentialSplitTest, SPLIT_ALARM, splitTest } from './split';
