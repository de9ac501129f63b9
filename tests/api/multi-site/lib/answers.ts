import type { Answer, ErrorBody } from '../../../harness';

/** Asserts a refusal by its status and stable code; returns the error for more. */
export const expectRefusal = (answer: Answer, status: number, code: string): ErrorBody['error'] => {
  // The shape is what the next lines assert.
  const { data, error } = answer.body as ErrorBody;
  expect({ status: answer.status, data, code: error.details.code }).toEqual({
    status,
    data: null,
    code,
  });
  expect(error.status).toBe(status);
  return error;
};

const expectPlain403 = (answer: Answer, name: string, message: string): void => {
  expect(answer.status).toBe(403);
  const error = { status: 403, name, message, details: {} };
  expect(answer.body).toEqual({ data: null, error });
};

/** Strapi's refusal in the content API: no permission, and no word about why. */
export const expectForbidden = (answer: Answer): void =>
  expectPlain403(answer, 'ForbiddenError', 'Forbidden');

/** Strapi's refusal in the admin: the roles lack the action. */
export const expectNoPermission = (answer: Answer): void =>
  expectPlain403(answer, 'PolicyError', 'Policy Failed');
