/**
 * `rows`: deliveries to rows, the outbox and the pulls: somebody waits for them.
 * `whole`: people, themes and figures over everything there is, which may take a processor for seconds.
 */
export type Part = 'rows' | 'whole';
