const works = new Set();

const leave = async (signal) => {
  await Promise.allSettled([...works].map((work) => work()));
  process.exit(signal === 'SIGINT' ? 130 : 143);
};
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, leave);

/** Runs `work` to its end; `tidy` is done after it, and also when the run is broken off. */
export async function tidyAfter(work, tidy) {
  works.add(tidy);
  try {
    return await work();
  } finally {
    works.delete(tidy);
    await tidy();
  }
}
