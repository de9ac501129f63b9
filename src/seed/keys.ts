/** Looks up what a text names; a name without an entry is a mistake in the texts. */
export const idOf = <Id>(ids: ReadonlyMap<string, Id>, key: string): Id => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`The demo content names "${key}", which does not exist.`);
  return id;
};
