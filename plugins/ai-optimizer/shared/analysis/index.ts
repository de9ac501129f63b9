export { analyse, DEFAULT_WEIGHTS, ENGINE_VERSION } from './analyse';
export { extract, titleAttribute } from './extract';
export { STOPWORDS } from './language-data';
export { fold, languageOf, sentencesOf, wordsOf } from './text';
export {
  type Analysis,
  type Attributes,
  type Check,
  type ContentNode,
  type ContentSchema,
  type Evidence,
  type Group,
  type Light,
  type Term,
} from './types';
