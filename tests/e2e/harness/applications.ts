import { baseUrl } from './browser';

type Application = { url: string; stop: () => Promise<void> };

/** Given by environment.mjs, which this module cannot import. */
declare const suiteApplications: Record<'startDemo' | 'startEmpty', () => Promise<Application>>;

/** The first admin of a fresh application. */
export const FIRST_ADMIN = {
  email: 'first@fresh.test',
  password: 'First-Password-1',
  firstname: 'First',
  lastname: 'Admin',
};

/** From now on the file's windows open this application. */
const use = async (starting: Promise<Application>): Promise<Application> => {
  const application = await starting;
  process.env.SUITE_E2E_URL = application.url;
  return application;
};

/** A demo for this file alone, which it may take apart; stop it in `afterAll`. */
export const useOwnDemo = (): Promise<Application> => use(suiteApplications.startDemo());

/** The application on an empty database: one site, one admin, no content. */
export const useFresh = async (): Promise<Application> => {
  const application = await use(suiteApplications.startEmpty());
  const answer = await fetch(`${baseUrl()}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(FIRST_ADMIN),
  });
  if (!answer.ok) throw new Error(`No first admin: ${await answer.text()}`);
  return application;
};
