import { errors, type z } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

export type Ctx = Parameters<Core.ControllerHandler>[0];

type Schemas = { params?: z.ZodType; query?: z.ZodType; body?: z.ZodType };
type Parsed<S> = S extends z.ZodType ? z.infer<S> : undefined;

type Input<S extends Schemas> = {
  params: Parsed<S['params']>;
  query: Parsed<S['query']>;
  body: Parsed<S['body']>;
  ctx: Ctx;
};

type Answer = { data: unknown; meta?: unknown; status?: number };

/**
 * A controller action: parses every input by the contract, calls `run`, answers
 * `{ data, meta }`. A contract attached to a route only documents it; this is what refuses.
 *
 * @throws ValidationError (400) naming each wrong field, before `run` is called.
 */
export function handle<S extends Schemas>(
  schemas: S,
  run: (input: Input<S>) => Promise<Answer> | Answer,
) {
  return async (ctx: Ctx) => {
    const input = {
      params: parse(schemas.params, ctx.params, 'params'),
      query: parse(schemas.query, ctx.query, 'query'),
      body: parse(schemas.body, unwrapData(ctx.request.body), 'body'),
      ctx,
    } as Input<S>;
    const { data, meta = {}, status = 200 } = await run(input);
    ctx.status = status;
    ctx.body = { data, meta };
  };
}

/** Strapi's own endpoints take `{ data: … }`; plain bodies are taken as well. */
function unwrapData(body: unknown): unknown {
  const isWrapped =
    typeof body === 'object' && body !== null && Object.keys(body).join() === 'data';
  return isWrapped ? (body as { data: unknown }).data : (body ?? {});
}

function parse(schema: z.ZodType | undefined, value: unknown, place: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;

  const issues = result.error.issues.map((issue) => ({
    path: issue.path.map(String),
    message: issue.message,
    name: 'ValidationError',
  }));
  const [first] = issues;
  const where = first && first.path.length > 0 ? `${first.path.join('.')}: ` : `${place}: `;
  throw new errors.ValidationError(`${where}${first?.message ?? 'Invalid input'}`, {
    code: 'INVALID_INPUT',
    errors: issues,
  });
}
