import type { z } from '@strapi/utils';

/**
 * A plugin's `config` part from one Zod schema: defaults are the schema's, the validator
 * throws one sentence that names the option. Defaults must not hold arrays, because Strapi
 * merges arrays by index.
 */
export function defineConfig<Schema extends z.ZodType<Record<string, unknown>>>(
  pluginId: string,
  schema: Schema,
) {
  return {
    default: schema.parse({}),
    validator(config: unknown) {
      const result = schema.safeParse(config);
      if (result.success) return;
      const [issue] = result.error.issues;
      const option = issue?.path.join('.') || 'config';
      throw new Error(
        `[${pluginId}] Wrong option "${option}" in config/plugins: ${issue?.message}`,
      );
    },
  };
}
