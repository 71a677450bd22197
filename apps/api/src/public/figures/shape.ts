import type { Figure as FigureShape, FigureFilter as FilterShape, FigureTable } from '#facts';
import type { FigureFilter } from './figures.type.js';
import type { PublishedFigure, SuppressedFigure } from './figure.type.js';
import type { Report } from './report.type.js';

/** A figure as GraphQL shows it: counts are objects, so that a range or a note can stand beside them. */
export function figureOf(figure: FigureShape): PublishedFigure | SuppressedFigure {
  if (figure.hidden) return figure;
  return { ...figure, submissions: { value: figure.submissions }, arguments: { value: figure.arguments } };
}

export function reportOf({ code, title, definition, dimensions, measure }: FigureTable['report']): Report {
  return { code, title, definition, dimensions: [...dimensions], measure };
}

/** GraphQL's names of filters as dimension codes; what was left out or empty is no filter. */
export function filterOf(filter: FigureFilter | null | undefined): FilterShape {
  const entries = Object.entries(filter ?? {}).flatMap(([name, values]) =>
    values?.length ? [[name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), values]] : [],
  );
  return Object.fromEntries(entries) as FilterShape;
}
