/** Reports of `#facts` that pages and papers are made of. */
export const THEMES = 'themes-by-community';
export const UNHEARD = 'who-has-not-been-heard';
export const OVERVIEW = 'engagement-overview';
