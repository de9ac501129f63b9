import { fold, languageOf, sentencesOf, wordsOf } from '../../../../shared/analysis';
import { describe, shorten, slugify, summarise } from './extractive';
import { keyphrasesOf, type Stemmer, type Tagger } from './keyphrases';
import type { SuggestTask } from './task';

export type LanguageTools = { stem: Stemmer; tagger?: Tagger };

/** Suggestions made from the text alone: nothing is invented, because nothing is written. */
export function suggestLocally(task: SuggestTask, tools: LanguageTools): string[] {
  const language = languageOf(task.locale);
  const options = { language, ...tools, keyphrase: task.keyphrase };
  const { maxLength } = task;
  const values = (): string[] => {
    switch (task.kind) {
      case 'keyphrases':
        return keyphrasesOf(`${task.title}\n${task.text}`, { ...options, limit: task.count }).map(
          ({ text }) => text,
        );
      case 'slug':
        return [
          slugify(task.title, language, maxLength),
          task.keyphrase ? slugify(task.keyphrase, language, maxLength) : '',
        ];
      case 'metaDescription':
        return describe(task.text, { ...options, maxLength });
      case 'summary':
        return summarise(task.text, { ...options, maxLength });
      case 'title':
      case 'metaTitle':
        return titles(task, tools);
      case 'altText':
        return [altFromFile(task), task.title];
      case 'rewrite':
        return [splitSentences(task.before, language)];
    }
  };
  const cleaned = values()
    .map((value) => value.trim())
    .filter((value) => value !== '' && value !== task.before && value.length <= maxLength);
  return [...new Set(cleaned)].slice(0, task.count);
}

/** What the text is about, joined to its title, its headings and its shortest strong sentence. */
function titles(task: SuggestTask, tools: LanguageTools): string[] {
  const language = languageOf(task.locale);
  const phrases = keyphrasesOf(`${task.title}\n${task.text}`, { language, ...tools, limit: 6 });
  const phrase =
    task.keyphrase?.trim() ||
    phrases.find(({ text }) => text.includes(' '))?.text ||
    phrases[0]?.text;
  const title = task.title.trim();
  const made: string[] = [];
  if (task.kind === 'metaTitle' && title !== '') made.push(shorten(title, task.maxLength));
  if (phrase && title !== '' && !fold(title).includes(fold(phrase)))
    made.push(`${capital(phrase)}: ${title}`);
  for (const heading of task.headings) if (phrase) made.push(`${capital(phrase)}: ${heading}`);
  const sentences = sentencesOf(task.text.split('\n')[0] ?? '', language).map(({ text }) =>
    text.trim(),
  );
  const short = sentences.filter(
    (text) => wordsOf(text).length >= 4 && text.length <= task.maxLength,
  );
  made.push(...short.map((text) => text.replace(/[.!]$/, '')));
  return made;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function altFromFile({ fileName = '' }: SuggestTask): string {
  const words = fileName
    .replace(/\.[a-z0-9]+$/i, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !/^\d*$/.test(word));
  const isTelling = words.length > 1 && !/^(img|dsc|image|photo|screenshot)$/i.test(words[0] ?? '');
  return isTelling ? capital(words.join(' ').toLowerCase()) : '';
}

const LONG = 20;
const JOINTS: Readonly<Record<string, RegExp>> = {
  en: /,\s+(and|but|so|yet)\s+|;\s+/gi,
  de: /,\s+(und|aber|doch|denn)\s+|;\s+/gi,
};

/** Long sentences are parted where they are joined; every word of them stays. */
function splitSentences(text: string, language: string): string {
  const joint = JOINTS[language] ?? /;\s+/g;
  return text
    .split(/(\n+)/)
    .map((part) => {
      if (part.startsWith('\n')) return part;
      return sentencesOf(part, language)
        .map(({ text: sentence }) => {
          if (wordsOf(sentence).length <= LONG) return sentence;
          return sentence.replace(joint, (_whole, word: string | undefined, at: number) => {
            const left = wordsOf(sentence.slice(0, at)).length;
            const right = wordsOf(sentence.slice(at)).length;
            if (left < 6 || right < 6) return _whole;
            return word ? `. ${capital(word)} ` : '. ';
          });
        })
        .map((sentence) =>
          sentence.replace(
            /([.!?]\s+)(\p{Ll})/gu,
            (_all, end: string, letter: string) => end + letter.toUpperCase(),
          ),
        )
        .join('');
    })
    .join('');
}
