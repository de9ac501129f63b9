import path from 'node:path';
import { defineErrors } from './errors';

type Middleware = (ctx: object, next: () => Promise<void>) => Promise<void>;
type Answer = { status?: number; body?: { data: null; error: Record<string, unknown> } };

// Strapi's own way from a thrown error to an answer; not among the package's exports.
const core = path.dirname(require.resolve('@strapi/core/package.json'));
const { errors: errorMiddleware } = jest.requireActual<{ errors: () => Middleware }>(
  path.join(core, 'dist/middlewares/errors.js'),
);

async function answerTo(error: Error): Promise<Answer> {
  const ctx: Answer = {};
  await errorMiddleware()(ctx, () => Promise.reject(error));
  return ctx;
}

const table = defineErrors('SHOP', {
  WRONG: { status: 400, message: 'This is wrong.' },
  FORBIDDEN: { status: 403, message: 'You may not do this.' },
  MISSING: { status: 404, message: 'There is none.' },
  TAKEN: { status: 409, message: 'It is taken.' },
  CLOSED: { status: 503, message: 'Closed for repairs.' },
});

describe('an error of a plugin', () => {
  it.each([
    ['WRONG', 400, 'ApplicationError', 'This is wrong.'],
    ['FORBIDDEN', 403, 'PolicyError', 'You may not do this.'],
    ['MISSING', 404, 'NotFoundError', 'There is none.'],
    ['TAKEN', 409, 'ConflictError', 'It is taken.'],
    ['CLOSED', 503, 'ServiceUnavailableError', 'Closed for repairs.'],
  ] as const)(
    '%s reaches the client as %i with its sentence',
    async (key, status, name, message) => {
      const answer = await answerTo(table[key]());
      expect(answer.status).toBe(status);
      expect(answer.body).toEqual({
        data: null,
        error: { status, name, message, details: { code: `SHOP_${key}` } },
      });
    },
  );

  it('says more where the case allows', async () => {
    const error = table.TAKEN({ message: '“Main” has it.', details: { by: 'main' } });
    const answer = await answerTo(error);
    expect(answer.body?.error).toMatchObject({
      message: '“Main” has it.',
      details: { by: 'main', code: 'SHOP_TAKEN' },
    });
  });

  it('keeps its code, whatever the details say', async () => {
    const answer = await answerTo(table.WRONG({ details: { code: 'OTHER' } }));
    expect(answer.body?.error.details).toEqual({ code: 'SHOP_WRONG' });
  });

  it('is an Error with a stack, new every time', () => {
    expect(table.CLOSED()).toBeInstanceOf(Error);
    expect(table.CLOSED().stack).toContain('Closed for repairs.');
    expect(table.MISSING()).not.toBe(table.MISSING());
  });

  it('shares no details between two of them', () => {
    const details = { by: 'main' };
    table.TAKEN({ details });
    expect(details).toEqual({ by: 'main' });
  });
});
