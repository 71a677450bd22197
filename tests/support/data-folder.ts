import { temporaryFolder } from '#platform';

/**
 * A data folder of the test's own. Root's database runs as another account, which gets through a folder of this mode
 * and sees no names in it: so its cluster stays inside, and goes when the folder goes.
 */
export const dataFolder = (name: string): string => temporaryFolder(name, 0o711);
