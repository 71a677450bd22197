import type { Question } from './answer-columns';
import { languageName } from './languages';

type Said = Pick<Question, 'language' | 'otherWordings'>;

/** The exact wording of a question, in each language in which it was put as far as that is known. */
export function Wording({ text, question: { language, otherWordings } }: { text: string; question: Said }) {
  return (
    <>
      <blockquote className="wording" lang={language ?? undefined} dir="auto">
        “{text}”
      </blockquote>
      {otherWordings.map((other) => (
        <p className="quiet" key={other.language}>
          In {languageName(other.language)}:{' '}
          <span lang={other.language} dir="auto">
            “{other.text}”
          </span>
        </p>
      ))}
    </>
  );
}

/** The same within a sentence, in brackets. */
export function InOtherLanguages({ wordings }: { wordings: Said['otherWordings'] }) {
  return wordings.map(({ language, text }) => (
    <span key={language}>
      {' '}
      (in {languageName(language)}{' '}
      <span lang={language} dir="auto">
        “{text}”
      </span>
      )
    </span>
  ));
}
