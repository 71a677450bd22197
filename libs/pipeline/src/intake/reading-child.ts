import { serveReader } from '#connectors';

import { readAndSort } from './read-and-sort.js';

/** The process in which a delivery is read. */
serveReader(readAndSort);
