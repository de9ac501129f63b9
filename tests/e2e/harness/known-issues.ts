/** An accessibility problem of one element. */
export type Problem = { rule: string; help: string; target: string; html: string };

type KnownIssue = {
  rule: string;
  /** Matches the element's selector or its HTML; only elements of Strapi's own. */
  element: RegExp;
  /** Most of them on one page. */
  max: number;
  why: string;
};

/**
 * What Strapi's own pages do wrong and we cannot mend. Counted and written down: more of them on
 * a page fails, and so does the same rule on any other element.
 */
const KNOWN_ISSUES: KnownIssue[] = [
  {
    rule: 'autocomplete-valid',
    element: /<input[^>]*autocomplete="password"/,
    max: 2,
    why: 'The login and registration forms say autocomplete="password", which is no such value.',
  },
  {
    rule: 'color-contrast',
    element: /<h2 id="plugin::(content-manager|admin)\./,
    max: 5,
    why: 'Titles of the home page’s own widgets are grey on white.',
  },
  {
    rule: 'aria-input-field-name',
    element: /data-slate-editor="true"/,
    max: 2,
    why: 'The editor of a blocks field is named by an element that is not there.',
  },
  {
    rule: 'label',
    element: /<input type="file" multiple="" style="">/,
    max: 1,
    why: 'The media library’s drop zone has a file input without a label.',
  },
  {
    rule: 'aria-allowed-attr',
    element: /aria-roledescription="slide"[^>]*aria-selected/,
    max: 2,
    why: 'Pictures of a media field are slides that say aria-selected, which groups may not.',
  },
  {
    rule: 'scrollable-region-focusable',
    element: /^\.\w{6}$/,
    max: 1,
    why: 'The scrolling part of the edit view cannot be focused.',
  },
];

/** Requests of Strapi's admin that its free edition answers with an error, at each page. */
const KNOWN_CONSOLE = [
  /\/content-manager\/preview\/url\//, // asked for although no preview is configured
  /\/admin\/ai-feature-config\b/, // asks for a paid feature
  /\/i18n\/ai-localization-jobs\//, // likewise
];

export const withoutKnown = (problems: Problem[]): Problem[] => {
  const used = new Map<KnownIssue, number>();
  return problems.filter((problem) => {
    const issue = KNOWN_ISSUES.find(
      ({ rule, element }) =>
        rule === problem.rule && (element.test(problem.target) || element.test(problem.html)),
    );
    if (!issue) return true;
    const count = (used.get(issue) ?? 0) + 1;
    used.set(issue, count);
    return count > issue.max;
  });
};

export const isKnownConsole = (line: string): boolean =>
  KNOWN_CONSOLE.some((pattern) => pattern.test(line));
