import { logInActors } from './actors.mjs';
import { send } from './http.mjs';

/** Of the moment, not of the answer. */
const UNSTABLE_HEADERS = new Set(['date', 'set-cookie', 'x-response-time']);
/** They follow the body, whose new ids and times are blanked in a write's answer. */
const BODY_HEADERS = new Set(['content-length', 'etag']);

const blankFresh = (body) =>
  body
    .replace(/"documentId":"[a-z0-9]{24}"/g, '"documentId":"<new>"')
    .replace(/"(createdAt|updatedAt|publishedAt)":"[^"]+"/g, '"$1":"<now>"')
    .replace(/"(id|pathId)":\d+/g, '"$1":"<new>"')
    .replace(/"path":"\/\d+"/g, '"path":"<new>"');

const pickValue = (body, path) =>
  path.split('.').reduce((value, key) => value?.[key], JSON.parse(body || '{}'));

const call = (value, memory) => (typeof value === 'function' ? value(memory) : value);

const encode = (request, memory) => {
  if (request.raw !== undefined) return request.raw;
  const body = call(request.body, memory);
  return body === undefined ? undefined : JSON.stringify(body);
};

const play = async ({ port, request, actors, memory }) => {
  const body = encode(request, memory);
  const headers = { ...actors[request.actor], ...request.headers };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    headers['Content-Length'] = String(Buffer.byteLength(body));
  }
  const path = call(request.path, memory);
  const answer = await send({ port, method: request.method, path, headers, body });

  for (const [name, from] of Object.entries(request.keep ?? {})) {
    memory[name] = pickValue(answer.body, from);
  }
  return {
    ...request,
    path: request.fresh ? String(request.path) : path,
    status: answer.status,
    headers: answer.headers.filter(
      ([name]) =>
        !UNSTABLE_HEADERS.has(name.toLowerCase()) &&
        !(request.fresh && BODY_HEADERS.has(name.toLowerCase())),
    ),
    body: request.fresh ? blankFresh(answer.body) : answer.body,
  };
};

/** Plays all requests one after another and keeps status, headers and body of each answer. */
export async function record({ port, tokens, requests }) {
  const actors = await logInActors({ port, tokens });
  const memory = {};
  const answers = [];
  for (const request of requests) {
    answers.push(await play({ port, request, actors, memory }));
  }
  return answers;
}
