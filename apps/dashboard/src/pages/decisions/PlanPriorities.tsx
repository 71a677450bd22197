import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { Section } from '../../layout/Section';
import { PLAN_PRIORITIES } from './queries';

const usePriorities = () => {
  const { edition } = useView();
  const { data } = useAnswer({ query: PLAN_PRIORITIES, variables: { edition } });
  const themes = data?.codebook?.themes ?? [];
  return { priorities: data?.planPriorities ?? [], themes };
};

/** Priorities of plans to which a theme, or the group of it, belongs; nothing where it belongs to none. */
export function PrioritiesOf({ theme }: { theme: string }) {
  const { priorities, themes } = usePriorities();
  const group = themes.find(({ code }) => code === theme)?.parent;
  const here = priorities.filter((one) => one.themes.some((code) => code === theme || code === group));
  if (here.length === 0) return null;
  return (
    <p>
      <strong>Belongs to</strong>{' '}
      {here.map(({ id, plan, title }, at) => (
        <span key={id}>
          {at > 0 && '; '}
          <Go to="/what-happened" query={{ priority: id }}>
            {title}
          </Go>{' '}
          <span className="quiet">{plan}</span>
        </span>
      ))}
    </p>
  );
}

/** What agencies' plans put first, each with the themes that belong to it; nothing where no priority is written. */
export function PlanPriorities() {
  const { priorities, themes } = usePriorities();
  if (priorities.length === 0) return null;
  const nameOf = new Map(themes.map(({ code, name }) => [code, name]));
  return (
    <Section
      title="What plans put first"
      measure="Priorities of agencies’ plans, with the themes that belong to them and the decisions that name them."
    >
      <ul className="plain">
        {priorities.map(({ id, plan, title, themes: codes }) => (
          <li key={id}>
            <Go to="/what-happened" query={{ priority: id }}>
              {title}
            </Go>{' '}
            <span className="quiet">{plan}</span>
            {codes.length > 0 && ': '}
            {codes.map((code, at) => (
              <span key={code}>
                {at > 0 && ', '}
                {nameOf.has(code) ? <Go to={`/themes/${code}`}>{nameOf.get(code)}</Go> : code}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
