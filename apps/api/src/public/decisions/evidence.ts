import { Injectable } from '@nestjs/common';
import type { FigureReference } from '#domain';
import type { Figure } from '#facts';
import { Figures, type AnswerTold } from '../figures/figures.js';

/** What a decision rests on, as its edition tells it: a figure, or an answer to a question. Both null: the edition tells neither. */
export interface Said {
  figure: Figure | null;
  /** People released; null where hidden. */
  answer: { people: number | null } | null;
  /** What these people did, to stand after "people": "raised Litter", "took part in Safer Plymouth 2024". Empty where nothing is told. */
  did: string;
}

const NOTHING: Said = { figure: null, answer: null, did: '' };

/** Figures and answers that decisions rest on. */
@Injectable()
export class Evidence {
  constructor(private readonly figures: Figures) {}

  /** In the order asked; an engagement is worked out once for all of its answers in an edition. */
  async of(references: readonly FigureReference[]): Promise<Said[]> {
    const answers = new Map<string, Said>();
    for (const edition of new Set(references.map((one) => one.edition))) {
      const ids = references.flatMap((one) => (one.edition === edition ? [one.figure] : []));
      for (const [id, answer] of await this.figures.answersById(ids, edition))
        answers.set(`${id} @ ${edition}`, answer ? saidInAnswer(answer) : NOTHING);
    }
    return Promise.all(
      references.map(
        async ({ figure, edition }) =>
          answers.get(`${figure} @ ${edition}`) ?? saidInFigure(await this.figures.byId(figure, edition)),
      ),
    );
  }
}

const saidInFigure = (figure: Figure | null): Said =>
  figure ? { figure, answer: null, did: whatPeopleDid(figure) } : NOTHING;

function saidInAnswer({ question: { matrix, text, codedBy }, option }: AnswerTold): Said {
  const asked = matrix ? `${matrix.text} ${matrix.item}` : text;
  // A computer read it so, and how well by this codebook nobody has measured.
  const did =
    codedBy.length > 0
      ? `wrote what a computer puts under “${option.label}”, asked`
      : `answered “${option.label}” to`;
  return { figure: null, answer: { people: option.people }, did: `${did} “${asked}”` };
}

/**
 * What the people of a figure did, by what it is cut and filtered by: themes are raised, in engagements people take part, and all else says
 * whom of those who were heard it counts.
 */
export function whatPeopleDid({ keys, receipt }: Pick<Figure, 'keys' | 'receipt'>): string {
  const told = [...keys, ...receipt.filters.filter((one) => !keys.some((key) => isSame(key, one)))];
  const named = (wanted: (dimension: string) => boolean): string =>
    told.flatMap(({ dimension, name }) => (wanted(dimension) ? [name] : [])).join(', ');
  const themes = named((dimension) => dimension === 'theme');
  const engagements = named((dimension) => dimension === 'engagement');
  const rest = named((dimension) => dimension !== 'theme' && dimension !== 'engagement');
  const did = [themes && `raised ${themes}`, engagements && `took part in ${engagements}`].filter(Boolean);
  return `${did.join(' and ') || 'were heard'}${rest && ` (${rest})`}`;
}

type Key = Figure['keys'][number];
const isSame = (one: Key, other: Key): boolean =>
  one.dimension === other.dimension && one.code === other.code;
