import { html, type Html } from '../read/html.js';

/** What stands on the page before a code is given, and after one that leads nowhere. */
export function askForCode(problem: string | null): Html {
  const marks = problem ? html` aria-invalid="true" aria-describedby="problem"` : '';
  return html`<h1>Find what became of your answer</h1>
    <p class="lede">The code is on your receipt or slip, like 7KQ2-M4TX-9B0C. No account, no name.</p>
    ${problem && html`<p class="error" role="alert" id="problem">${problem}</p>`}
    <form method="post" action="/answer" autocomplete="off">
      <p>
        <label for="code">Your code</label
        ><input
          type="text"
          id="code"
          name="code"
          required
          maxlength="40"
          spellcheck="false"
          autocapitalize="characters"
          ${marks}
        />
      </p>
      <p><button>Find</button></p>
    </form>
    <h2>What you will see, and what not</h2>
    <p>
      Whether your answer was heard and read, which themes it was put to, and what was decided about them.
      Your words, your name and your postcode are not on that page: whoever holds the code sees it and nothing
      else. A lost code can’t be found again, because we keep no name with it.
    </p>`;
}

export const NO_SUCH_CODE =
  'There is no answer under this code. It may be mistyped, or the answer was taken back.';

export const TAKEN_BACK = html`<h1>Your answer is taken back</h1>
  <p class="lede">
    From now on it counts in no new edition. Past editions keep a count only: words of yours that were quoted
    anywhere in them, in decisions or in reports are gone, and nothing that anybody reads there leads back to
    you.
  </p>
  <p>The agency that you told it to is asked to have what is left of it erased.</p>
  <p><a href="/read/what-happened">What happened because people spoke</a></p>`;

export const tooOften = (minutes: number): Html =>
  html`<h1>Too many codes from here</h1>
    <p>Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. Your code stays good.</p>`;
