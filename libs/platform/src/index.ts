export { AnswerCache } from './answer-cache.js';
export { LOG_LEVELS, readSettings, type LogLevel, type Settings } from './config.js';
export { openDatabase, type Database, type ServerVersion } from './database.js';
export { openEmbedded, type EmbeddedOptions } from './embedded/open.js';
export { discoverFolders, type Found } from './folders.js';
export { createLogger, LOG_FIELDS, type LogFields, type Logger } from './logger.js';
export { assertPort, freePort, portFailure, portIsFree } from './port.js';
export { roleName, ROLES, type Role } from './roles.js';
export { errorCode, runMain, StartError, startFailure } from './start-error.js';
