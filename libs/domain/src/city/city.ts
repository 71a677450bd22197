export * from './areas.js';
export * from './census.js';
export * from './crime.js';
export * from './postcodes.js';
export * from './small-areas.js';
export * from './wards.js';
