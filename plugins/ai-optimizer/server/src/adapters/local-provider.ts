import { languageOf, STOPWORDS } from '../../../shared/analysis';
import { hashVector } from '../core/suggest/hash-vector';
import { suggestLocally } from '../core/suggest/local-engine';
import type { SuggestionProvider } from '../core/suggest/task';
import { errors } from '../errors';
import { languageTools } from './language-tools';

const FREE = { tokensIn: 0, tokensOut: 0 };
export const LOCAL_MODEL = 'local-1';

/** The engine on board: no key, no network, no cost. */
export const localProvider: SuggestionProvider = {
  id: 'local',
  model: LOCAL_MODEL,
  estimate: () => FREE,
  async suggest(task) {
    const values = suggestLocally(task, await languageTools(task.locale));
    return { values, usage: FREE, model: LOCAL_MODEL };
  },
  async complete() {
    throw errors.NEEDS_MODEL();
  },
  async embed(texts) {
    const { stem } = await languageTools('en');
    const stopwords = STOPWORDS[languageOf('en')];
    return { vectors: texts.map((text) => hashVector(text, { stem, stopwords })), usage: FREE };
  },
};
