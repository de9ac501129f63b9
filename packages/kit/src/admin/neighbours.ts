type Permission = { action: string; subject?: string | null };

/** Who is there, and what the person holds. */
export type Surroundings = {
  plugins: Readonly<Record<string, unknown>>;
  permissions: readonly Permission[];
};

export type Neighbour = {
  /** The plugin the link leads into. */
  plugin: string;
  /** The action one needs there. */
  action: string;
};

/** Whether a link into another plugin leads anywhere: it is installed, and the person may go. */
export const canFollow = (
  { plugins, permissions }: Surroundings,
  { plugin, action }: Neighbour,
): boolean =>
  Object.hasOwn(plugins, plugin) && permissions.some((permission) => permission.action === action);

/** Whether the person may see entries of a type in the Content Manager. */
export const canSeeEntries = (permissions: readonly Permission[], uid: string): boolean =>
  permissions.some(
    ({ action, subject }) => action === 'plugin::content-manager.explorer.read' && subject === uid,
  );
