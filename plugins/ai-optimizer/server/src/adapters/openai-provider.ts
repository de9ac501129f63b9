import { randomBytes } from 'node:crypto';
import { z } from '@strapi/utils';
import { promptFor, tokensOf } from '../core/suggest/prompt';
import type { SuggestionProvider, SuggestTask, Usage } from '../core/suggest/task';
import { errors } from '../errors';
import { defaultOf } from './default-of';

export type OpenAiOptions = {
  apiKey: string;
  /** Address of the API, so that Ollama, vLLM, Azure or LM Studio answer as well. */
  baseUrl?: string;
  model: string;
  embeddingModel?: string;
  timeoutMs: number;
  maxRetries: number;
  /** Fence of the content; random, except in tests. */
  nonce?: () => string;
};

/** What the model may answer. It is checked however much the server promises to. */
const answer = z.object({ values: z.array(z.string().max(8_000)).min(1).max(20) });
const ANSWER_SCHEMA = {
  type: 'object',
  properties: { values: { type: 'array', items: { type: 'string' } } },
  required: ['values'],
  additionalProperties: false,
};

const MAX_ANSWER_TOKENS = 2_000;
/** The first try and one repair. */
const ROUNDS = 2;

type Message = { role: 'system' | 'user' | 'assistant'; content: string };

export function createOpenAiProvider(options: OpenAiOptions): SuggestionProvider {
  const {
    model,
    timeoutMs,
    maxRetries,
    nonce = () => randomBytes(9).toString('base64url'),
  } = options;

  async function client() {
    // 130 ms to load: only who uses it pays.
    const OpenAI = defaultOf(await import('openai'));
    return new OpenAI({
      apiKey: options.apiKey,
      ...(options.baseUrl ? { baseURL: options.baseUrl } : {}),
      timeout: timeoutMs,
      maxRetries,
    });
  }

  async function ask(
    messages: Message[],
    signal: AbortSignal,
    format: 'json' | 'text',
    maxTokens: number,
  ) {
    // Of the two names of this limit the one that every compatible server knows.
    const limit: Record<string, number> = { max_tokens: maxTokens };
    const api = await client();
    const response = await api.chat.completions
      .create(
        {
          model,
          messages,
          ...limit,
          ...(format === 'json'
            ? {
                response_format: {
                  type: 'json_schema' as const,
                  json_schema: { name: 'suggestions', strict: true, schema: ANSWER_SCHEMA },
                },
              }
            : {}),
        },
        { signal },
      )
      .catch((error: unknown) => {
        throw toProblem(error, signal);
      });
    const text = response.choices[0]?.message.content ?? '';
    return { text, usage: usageOf(response.usage, messages, text) };
  }

  return {
    id: 'openai',
    model,

    estimate(task) {
      const { system, user } = promptFor(task, 'x'.repeat(12));
      const once = tokensOf(system) + tokensOf(user);
      return { tokensIn: ROUNDS * once + MAX_ANSWER_TOKENS, tokensOut: ROUNDS * MAX_ANSWER_TOKENS };
    },

    async suggest(task: SuggestTask, { signal }) {
      const { system, user } = promptFor(task, nonce());
      const messages: Message[] = [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ];
      let usage: Usage = { tokensIn: 0, tokensOut: 0 };
      for (let round = 0; round < ROUNDS; round += 1) {
        const reply = await ask(messages, signal, 'json', MAX_ANSWER_TOKENS);
        usage = {
          tokensIn: usage.tokensIn + reply.usage.tokensIn,
          tokensOut: usage.tokensOut + reply.usage.tokensOut,
        };
        const values = readAnswer(reply.text);
        if (values) return { values: values.slice(0, task.count), usage, model };
        messages.push(
          { role: 'assistant', content: reply.text.slice(0, 4_000) },
          {
            role: 'user',
            content: 'That was not the JSON asked for. Answer with {"values": ["…"]} only.',
          },
        );
      }
      throw Object.assign(errors.MODEL_ANSWER(), { usage });
    },

    async complete({ system, prompt, maxTokens = 1_000 }, { signal }) {
      const messages: Message[] = [
        ...(system ? [{ role: 'system' as const, content: system }] : []),
        { role: 'user', content: prompt },
      ];
      return ask(messages, signal, 'text', maxTokens);
    },

    async embed(texts, { signal }) {
      if (!options.embeddingModel) throw errors.NEEDS_MODEL();
      const api = await client();
      const response = await api.embeddings
        .create({ model: options.embeddingModel, input: [...texts] }, { signal })
        .catch((error: unknown) => {
          throw toProblem(error, signal);
        });
      return {
        vectors: response.data.map(({ embedding }) => embedding),
        usage: { tokensIn: response.usage.prompt_tokens, tokensOut: 0 },
      };
    },
  };
}

/** Models wrap JSON in fences and words. */
function readAnswer(text: string): string[] | null {
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) return null;
  try {
    const parsed = answer.safeParse(JSON.parse(text.slice(from, to + 1)));
    return parsed.success ? parsed.data.values : null;
  } catch {
    return null;
  }
}

/** Servers that do not count are counted for, and never believed to be cheaper than nothing. */
function usageOf(
  told: { prompt_tokens: number; completion_tokens: number } | undefined,
  messages: readonly Message[],
  text: string,
): Usage {
  const counted = {
    tokensIn: messages.reduce((sum, { content }) => sum + tokensOf(content), 0),
    tokensOut: tokensOf(text),
  };
  if (!told || !(told.prompt_tokens > 0) || !(told.completion_tokens >= 0)) return counted;
  return { tokensIn: told.prompt_tokens, tokensOut: told.completion_tokens };
}

/** A sentence for people; nothing of the request, no key, no address. */
function toProblem(error: unknown, signal: AbortSignal): Error {
  if (signal.aborted) {
    const isLate = (signal.reason as { name?: string } | undefined)?.name === 'TimeoutError';
    return isLate ? errors.MODEL_TIMEOUT() : errors.MODEL_ABORTED();
  }
  const { status, message, cause } = error as {
    status?: number;
    message?: string;
    cause?: unknown;
  };
  // The library ends its own requests when they take too long; the words differ with the way.
  if (/timed? ?out|abort/i.test(`${message ?? ''} ${String(cause)}`)) return errors.MODEL_TIMEOUT();
  if (status === 401 || status === 403) return errors.MODEL_REFUSES_KEY();
  if (status === 404) return errors.MODEL_UNKNOWN();
  if (status === 429) return errors.MODEL_BUSY();
  return errors.MODEL_UNREACHABLE();
}
