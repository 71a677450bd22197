import { serveReader } from '../reading/apart/serve.js';
import { lookHere } from './look-here.js';

/** The process in which a file is looked at, and looked at again with every change. */
serveReader(lookHere);
