export default async () => {
  await globalThis.suiteDatabaseServer?.stop();
};
