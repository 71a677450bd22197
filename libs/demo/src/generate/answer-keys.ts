/** How each layout calls its two free-text questions. The mappings of sources.ts use the same keys. */
export function answerKeys(source: string): { main: string; more: string } {
  if (source === 'council-platform') return { main: 'comment', more: 'change' };
  if (source === 'council-export') return { main: 'comment', more: 'change' };
  if (source.startsWith('police')) return { main: 'biggest-problem', more: 'police-should' };
  if (source.startsWith('fft')) return { main: 'why', more: 'safer' };
  if (source === 'gp-access') return { main: 'anything-else', more: 'anything-else' };
  if (source === 'vcs-forms') return { main: 'story', more: 'idea' };
  return { main: 'own-words', more: 'own-words' };
}
