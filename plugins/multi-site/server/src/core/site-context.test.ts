import type { Scope } from '../../../shared/plugin';
import { decide, type Decision, type SiteContext } from './site-context';

const reason = () => new Error('unsettled');
const CONTEXTS: Record<string, SiteContext> = {
  'site 2': { kind: 'site', number: 2 },
  'the network': { kind: 'network' },
  'no request': { kind: 'unscoped' },
  'an unsettled request': { kind: 'unsettled', reason },
};
const OPERATIONS = ['read', 'insert', 'change'] as const;

const pass: Decision = { allow: true, condition: null, stamp: null };
const own: Decision = { allow: true, condition: 2, stamp: 2 };
const stray: Decision = { ...pass, report: 'unscoped-write' };
const refuse = (error: Extract<Decision, { allow: false }>['error']): Decision =>
  error === 'unsettled' ? { allow: false, error, reason } : { allow: false, error };

type Row = [Scope, keyof typeof CONTEXTS, Record<(typeof OPERATIONS)[number], Decision>];

const expand = (rows: readonly Row[]) =>
  rows.flatMap(([scope, context, answers]) =>
    OPERATIONS.map((operation) => ({ scope, context, operation, expected: answers[operation] })),
  );
const always = (decision: Decision) => ({ read: decision, insert: decision, change: decision });

const ask = (
  given: { scope: Scope; context: string; operation: (typeof OPERATIONS)[number] },
  isActive: boolean,
) =>
  decide({
    ...given,
    // Every case names one of them.
    context: CONTEXTS[given.context] as SiteContext,
    isActive,
    onlySite: 1,
  });

describe('what a query may do once there are several sites', () => {
  it.each(
    expand([
      ['site', 'site 2', always(own)],
      ['site', 'the network', { read: pass, insert: refuse('choose-site'), change: pass }],
      ['site', 'no request', { read: pass, insert: stray, change: pass }],
      ['site', 'an unsettled request', always(refuse('unsettled'))],
      [
        'shared',
        'site 2',
        { read: pass, insert: refuse('shared-read-only'), change: refuse('shared-read-only') },
      ],
      ['shared', 'the network', always(pass)],
      ['shared', 'no request', always(pass)],
      ['shared', 'an unsettled request', always(refuse('unsettled'))],
      ['global', 'site 2', always(pass)],
      ['global', 'the network', always(pass)],
      ['global', 'no request', always(pass)],
      ['global', 'an unsettled request', always(pass)],
    ]),
  )('$operation of $scope content for $context', ({ expected, ...given }) => {
    expect(ask(given, true)).toEqual(expected);
  });
});

describe('what a query may do while there is one site', () => {
  const stamped: Decision = { allow: true, condition: null, stamp: 1 };

  it.each(
    expand(
      Object.keys(CONTEXTS).flatMap((context): Row[] => [
        ['site', context, always(stamped)],
        ['shared', context, always(pass)],
        ['global', context, always(pass)],
      ]),
    ),
  )('$operation of $scope content for $context', ({ expected, ...given }) => {
    expect(ask(given, false)).toEqual(expected);
  });

  it('gives new rows no site before the first one is made', () => {
    const decision = decide({
      scope: 'site',
      context: { kind: 'unscoped' },
      operation: 'insert',
      isActive: false,
      onlySite: null,
    });
    expect(decision).toEqual({ allow: true, condition: null, stamp: null });
  });
});
