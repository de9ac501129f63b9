import { errors, z } from '@strapi/utils';
import { handle, type Ctx } from './handler';

type Answer = { status?: number; body?: unknown };

const call = async (
  action: (ctx: Ctx) => Promise<void>,
  { body, params = {}, query = {} }: { body?: unknown; params?: object; query?: object } = {},
): Promise<Answer> => {
  const ctx = { params, query, request: { body } };
  // As much of a request as a controller action reads.
  await action(ctx as unknown as Ctx);
  return ctx as Answer;
};

const schemas = {
  params: z.object({ id: z.coerce.number().int().positive() }),
  query: z.object({ page: z.coerce.number().default(1) }).strict(),
  body: z.object({ name: z.string().min(1, 'A name, please.') }).strict(),
};
const echo = handle(schemas, ({ params, query, body }) => ({ data: { params, query, body } }));
const good = { params: { id: '7' }, body: { name: 'Shop' } };

describe('a controller action', () => {
  it('hands over what the contract made of the input', async () => {
    const { body } = await call(echo, good);
    expect(body).toEqual({
      data: { params: { id: 7 }, query: { page: 1 }, body: { name: 'Shop' } },
      meta: {},
    });
  });

  it('answers 200 unless told otherwise', async () => {
    expect((await call(echo, good)).status).toBe(200);
    const created = handle({}, () => ({ data: null, status: 201 }));
    expect((await call(created)).status).toBe(201);
  });

  it('passes meta on', async () => {
    const list = handle({}, () => ({ data: [], meta: { pagination: { total: 0 } } }));
    expect((await call(list)).body).toEqual({ data: [], meta: { pagination: { total: 0 } } });
  });

  it('gives undefined for inputs without a contract', async () => {
    const open = handle({}, ({ params, query, body }) => ({ data: [params, query, body] }));
    expect((await call(open, good)).body).toMatchObject({
      data: [undefined, undefined, undefined],
    });
  });
});

describe('the body', () => {
  it.each([
    ['plain', { name: 'Shop' }],
    ['wrapped in data', { data: { name: 'Shop' } }],
  ])('is taken %s', async (_what, body) => {
    const answer = await call(echo, { ...good, body });
    expect(answer.body).toMatchObject({ data: { body: { name: 'Shop' } } });
  });

  it.each([
    ['data beside something else', { data: { name: 'Shop' }, name: 'Shop' }],
    ['a list', [{ name: 'Shop' }]],
    ['a text', 'name'],
    ['nothing', undefined],
    ['null', null],
    ['null as data', { data: null }],
  ])('is refused as %s', async (_what, body) => {
    await expect(call(echo, { ...good, body })).rejects.toBeInstanceOf(errors.ValidationError);
  });

  it('counts as an empty object where there is none', async () => {
    const optional = handle({ body: z.object({ name: z.string().optional() }) }, ({ body }) => ({
      data: body,
    }));
    expect((await call(optional)).body).toMatchObject({ data: {} });
  });
});

describe('a refusal', () => {
  const refusal = async (input: Parameters<typeof call>[1]) =>
    call(echo, input).catch(
      (error: unknown) => error as InstanceType<typeof errors.ValidationError>,
    );

  it.each([
    ['a parameter', { ...good, params: { id: 'x' } }, 'id: '],
    ['a query parameter', { ...good, query: { page: 'x' } }, 'page: '],
    ['a field', { ...good, body: { name: '' } }, 'name: A name, please.'],
    ['the body as a whole', { ...good, body: 'x' }, 'body: '],
    ['an unknown field', { ...good, body: { name: 'a', role: 'b' } }, 'body: '],
  ])('names %s', async (_what, input, start) => {
    expect(await refusal(input)).toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(new RegExp(`^${start}`)),
      details: { code: 'INVALID_INPUT' },
    });
  });

  it('lists every wrong field as a form needs it', async () => {
    const form = handle({ body: z.object({ a: z.string(), b: z.array(z.string()) }) }, () => ({
      data: null,
    }));
    const error: unknown = await call(form, { body: { a: 1, b: ['x', 2] } }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({
      details: {
        errors: [
          { path: ['a'], name: 'ValidationError' },
          { path: ['b', '1'], name: 'ValidationError' },
        ],
      },
    });
  });

  it('comes before anything is done', async () => {
    const run = jest.fn(() => ({ data: null }));
    await call(handle(schemas, run), { ...good, body: {} }).catch(() => undefined);
    expect(run).not.toHaveBeenCalled();
  });
});
