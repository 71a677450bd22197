import type { CommentFragment } from '../../gql/graphql';
import { Masked } from '../../layout/Masked';

interface Props {
  parts: CommentFragment['parts'];
  /** Number by which a theme is shown beside; evidence of other themes is not marked. */
  numbers?: ReadonlyMap<string, number>;
}

/** What somebody wrote, question by question: evidence marked, personal data left out and named by its kind. */
export function CommentText({ parts, numbers = NONE }: Props) {
  return (
    <>
      {parts.map((part, index) => (
        <div className="comment-part" key={index}>
          <p className="said">
            {part.segments.map((segment, at) => (
              <Segment
                key={at}
                segment={segment}
                before={part.segments[at - 1]?.themes ?? []}
                numbers={numbers}
              />
            ))}
          </p>
          <p className="asked">Asked: “{part.question}”</p>
        </div>
      ))}
    </>
  );
}

const NONE = new Map<string, number>();

interface SegmentProps {
  segment: Props['parts'][number]['segments'][number];
  before: readonly string[];
  numbers: ReadonlyMap<string, number>;
}

function Segment({ segment, before, numbers }: SegmentProps) {
  if (segment.masked) return <Masked kind={segment.masked} />;
  const shown = segment.themes.filter((theme) => numbers.has(theme));
  if (shown.length === 0) return <>{segment.text}</>;
  const begin = shown.filter((theme) => !before.includes(theme));
  return (
    <mark>
      {begin.map((theme) => (
        <span className="mark-number" key={theme} aria-hidden="true">
          {numbers.get(theme)}
        </span>
      ))}
      {segment.text}
    </mark>
  );
}
