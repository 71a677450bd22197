const GOODBYE_MS = 5_000;

/** Whoever stops waits so long for a backend that may not be there any more, and no longer. */
export async function goodbye(ending: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, GOODBYE_MS)));
  await Promise.race([ending, late]).finally(() => clearTimeout(timer));
}
