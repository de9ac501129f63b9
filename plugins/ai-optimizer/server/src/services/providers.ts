import type { Core } from '@strapi/strapi';
import { publishTiming } from 'suite-kit/server';
import type { SettingsValues } from '../../../shared/contracts/settings';
import { PLUGIN_ID } from '../../../shared/plugin';
import { localProvider } from '../adapters/local-provider';
import { createOpenAiProvider } from '../adapters/openai-provider';
import type { Completion, SuggestionProvider, Usage } from '../core/suggest/task';
import { tokensOf } from '../core/suggest/prompt';
import { errors } from '../errors';
import { COST_UNITS } from './budget';
import { service } from './service';

type Work<T> = (provider: SuggestionProvider, signal: AbortSignal) => Promise<T & { usage: Usage }>;
type Call<T> = {
  name: string;
  site: number;
  userId: number;
  signal?: AbortSignal;
  estimate: (provider: SuggestionProvider) => Usage;
  work: Work<T>;
};

/** Calls of providers, with their budget, their limit of time and their timing. */
export default ({ strapi }: { strapi: Core.Strapi }) => {
  const timeoutMs = () => strapi.config.get<number>(`plugin::${PLUGIN_ID}.requestTimeoutMs`);
  const maxRetries = () => strapi.config.get<number>(`plugin::${PLUGIN_ID}.maxRetries`);

  async function providerFor(site: number, values: SettingsValues): Promise<SuggestionProvider> {
    if (values.provider === 'local') return localProvider;
    const apiKey = await service(strapi, 'settings').apiKey(site);
    // Servers at home need none, but the library insists on one.
    if (!apiKey && values.baseUrl === '') throw errors.NO_KEY();
    return createOpenAiProvider({
      apiKey: apiKey ?? 'none',
      baseUrl: values.baseUrl || undefined,
      model: values.model,
      embeddingModel: values.embeddingModel || undefined,
      timeoutMs: timeoutMs(),
      maxRetries: maxRetries(),
    });
  }

  const unitsOf = (values: SettingsValues, provider: SuggestionProvider, usage: Usage) =>
    provider.id === 'local'
      ? 0
      : Math.ceil(
          ((usage.tokensIn * values.priceIn + usage.tokensOut * values.priceOut) / 1_000_000) *
            COST_UNITS,
        );

  async function call<T>({ name, site, userId, signal, estimate, work }: Call<T>) {
    const values = await service(strapi, 'settings').values(site);
    const provider = await providerFor(site, values);
    const budget = service(strapi, 'budget');
    const account = {
      site,
      userId,
      limit: values.monthlyBudget,
      userLimit: values.monthlyBudgetPerPerson,
    };
    const isFree = provider.id === 'local';
    const reservation = isFree
      ? null
      : await budget.reserve(account, unitsOf(values, provider, estimate(provider)), new Date());
    const limit = AbortSignal.timeout(timeoutMs() * 2);
    const startedAt = performance.now();
    let usage: Usage = { tokensIn: 0, tokensOut: 0 };
    let isOk = false;
    try {
      const result = await work(provider, signal ? AbortSignal.any([signal, limit]) : limit);
      ({ usage } = result);
      isOk = true;
      const units = unitsOf(values, provider, usage);
      return { result, provider, units, durationMs: Math.round(performance.now() - startedAt) };
    } catch (error) {
      // An answer that could not be used was paid for all the same.
      usage = (error as { usage?: Usage }).usage ?? usage;
      throw error;
    } finally {
      const units = unitsOf(values, provider, usage);
      if (reservation && (isOk || units > 0)) await budget.commit(reservation, units);
      else if (reservation) await budget.release(reservation);
      publishTiming('ai', {
        name,
        durationMs: performance.now() - startedAt,
        site,
        ok: isOk,
        labels: { provider: provider.id, model: provider.model },
        values: { tokensIn: usage.tokensIn, tokensOut: usage.tokensOut, cost: units / COST_UNITS },
      });
    }
  }

  return {
    call,

    /** Asks the chosen provider for two words: whether address, key and model are right. */
    async test(site: number): Promise<{ ok: boolean; message: string; durationMs: number }> {
      const values = await service(strapi, 'settings').values(site);
      const startedAt = performance.now();
      const took = () => Math.round(performance.now() - startedAt);
      if (values.provider === 'local') return { ok: true, message: 'local', durationMs: took() };
      try {
        const prompt = 'Answer with the two letters OK.';
        const { result } = await call({
          name: 'test',
          site,
          userId: 0,
          estimate: () => ({ tokensIn: tokensOf(prompt) + 20, tokensOut: 20 }),
          work: (provider, signal) => provider.complete({ prompt, maxTokens: 20 }, { signal }),
        });
        return { ok: true, message: result.text.slice(0, 200), durationMs: took() };
      } catch (error) {
        return {
          ok: false,
          message: error instanceof Error ? error.message : '',
          durationMs: took(),
        };
      }
    },

    complete: async (
      request: Completion,
      { site, userId = 0, signal }: { site: number; userId?: number; signal?: AbortSignal },
    ) => {
      const { result } = await call({
        name: 'complete',
        site,
        userId,
        signal,
        estimate: () => ({
          tokensIn: tokensOf(`${request.system ?? ''}${request.prompt}`),
          tokensOut: request.maxTokens ?? 1_000,
        }),
        work: (provider, limit) => provider.complete(request, { signal: limit }),
      });
      return result.text;
    },

    embed: async (
      texts: readonly string[],
      { site, signal }: { site: number; signal?: AbortSignal },
    ) => {
      const { result } = await call({
        name: 'embed',
        site,
        userId: 0,
        signal,
        estimate: () => ({
          tokensIn: texts.reduce((sum, text) => sum + tokensOf(text), 0),
          tokensOut: 0,
        }),
        work: async (provider, limit) => {
          const values = await service(strapi, 'settings').values(site);
          const isOwn = provider.id === 'openai' && values.embeddingModel === '';
          return (isOwn ? localProvider : provider).embed(texts, { signal: limit });
        },
      });
      return result.vectors;
    },
  };
};
