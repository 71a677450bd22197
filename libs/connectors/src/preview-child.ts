import { previewHere } from './preview-here.js';
import { serveReader } from './reading/apart/serve.js';

/** The process in which a file is looked at before it is delivered. */
serveReader(previewHere);
