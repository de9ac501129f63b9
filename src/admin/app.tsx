export default {
  config: {
    // Languages of the admin panel beside English.
    locales: ['de'],
    // No "a new version is available" and no tutorials.
    notifications: { releases: false },
    tutorials: false,
  },
};
