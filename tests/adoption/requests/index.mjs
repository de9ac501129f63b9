import { admin } from './admin.mjs';
import { graphql } from './graphql.mjs';
import { custom, readers, tokens } from './people.mjs';
import { rest } from './rest.mjs';
import { writes } from './writes.mjs';

/** Every request of the recording, in the order in which it is played; writes come last. */
export function listRequests(facts) {
  const requests = [rest, readers, tokens, custom, graphql, admin, writes].flatMap((part) =>
    part(facts),
  );
  return requests.map((request, index) => ({ ...request, number: index + 1 }));
}
